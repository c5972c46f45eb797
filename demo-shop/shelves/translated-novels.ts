/** Novels that came to English from elsewhere. Their originals stand on the shelf of other languages. */
import {
  audiobook, author, ebook, harbour, hardback, massMarket, narrator, paperback, translator, used, type Book,
} from '../press/book.ts'

export const translatedNovels: Book[] = [
  {
    number: 6,
    handle: 'crime-and-punishment',
    work: { key: 'work:prestuplenie-i-nakazanie', title: 'Преступление и наказание' },
    title: 'Crime and Punishment',
    language: 'en',
    originalLanguage: 'ru',
    firstPublished: 1866,
    people: [author('Fyodor Dostoevsky', 'Dostoevsky, Fyodor'), translator('Constance Garnett', 'Garnett, Constance')],
    thema: ['FBC', 'FYT'],
    bisac: ['FIC025000', 'FIC004000'],
    keywords: ['St Petersburg', 'murder', 'guilt', 'conscience'],
    categories: ['classics', 'fiction'],
    readers: [7, 11, 27, 84, 214],
    description: `
      A student in a hot attic has a theory about extraordinary men. To test it he kills a pawnbroker with an axe, and from that
      evening the theory is no use to him at all. The crime takes an eighth of the book. The punishment is the rest, and hardly
      any of it is done by the police.

      Porfiry, who investigates, is round, apologetic and terrifying; he has mostly to wait. It is a fever, but an oddly funny
      one, full of landladies and funerals that go wrong. Garnett's translation is plain and quick, and was how English met the
      Russians.`,
    editions: [
      paperback({ pages: 560, pence: 999, onHand: 21, publishedOn: '2023-02-09', others: [
        used('second-folio', 'good', 360, 'Confesses to a coffee ring on the half-title.'),
      ] }),
      hardback({ pages: 592, pence: 1900, onHand: 8, publishedOn: '2023-02-09' }),
      ebook({ pence: 149, publishedOn: '2023-02-09' }),
      audiobook({ minutes: 1250, pence: 1500, publishedOn: '2023-02-09', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 7,
    handle: 'don-quixote',
    work: { key: 'work:don-quijote', title: 'Don Quijote de la Mancha' },
    title: 'Don Quixote',
    language: 'en',
    originalLanguage: 'es',
    firstPublished: 1605,
    people: [author('Miguel de Cervantes Saavedra', 'Cervantes Saavedra, Miguel de'), translator('John Ormsby', 'Ormsby, John')],
    thema: ['FBC', 'FUP', 'FYT'],
    bisac: ['FIC052000', 'FIC004000'],
    keywords: ['chivalry', 'La Mancha', 'windmills', 'friendship', 'reading too much'],
    categories: ['classics', 'adventure', 'fiction'],
    readers: [8, 10, 22, 61, 133],
    description: `
      A gentleman of about fifty reads until his brain dries up, puts on his great-grandfather's armour, and rides out to mend
      the world. A neighbour comes along for the governorship of an island. The windmills are on page sixty; there are nine
      hundred to go.

      It begins as a joke at one man's expense and ends as the best friendship in fiction. In the second part everyone they meet
      has read the first, which helps nobody. A book for people who sell books, and a warning to those who buy them. We stock
      it anyway.`,
    editions: [
      paperback({ pages: 1008, pence: 1299, onHand: 12, publishedOn: '2022-04-21', others: [
        used('harbour-books', 'good', 520, 'Heavy reading lean. Rights itself between bookends.'),
      ] }),
      hardback({ pages: 1040, pence: 2600, onHand: 8, publishedOn: '2022-10-13', sizeMm: [156, 234] }),
      audiobook({ minutes: 2190, pence: 1900, publishedOn: '2022-10-13', by: narrator('Tomás Arrieta', 'Arrieta, Tomás') }),
    ],
  },
  {
    number: 8,
    handle: 'madame-bovary',
    work: { key: 'work:madame-bovary', title: 'Madame Bovary' },
    title: 'Madame Bovary',
    subtitle: 'Provincial Manners',
    language: 'en',
    originalLanguage: 'fr',
    firstPublished: 1857,
    people: [author('Gustave Flaubert', 'Flaubert, Gustave'), translator('Eleanor Marx-Aveling', 'Marx-Aveling, Eleanor')],
    thema: ['FBC', 'FYT'],
    bisac: ['FIC019000', 'FIC004000'],
    keywords: ['marriage', 'adultery', 'Normandy', 'debt', 'romance novels'],
    categories: ['classics', 'fiction'],
    readers: [9, 16, 34, 77, 109],
    description: `
      A doctor's wife in a small Norman town has read a number of novels and would like one to happen to her. Two do, and then
      the bills come. Flaubert took five years over it, at about a page a week, and was prosecuted for the result.

      Look at the agricultural show: a seduction and a prize for the best pig, spoken aloud in alternate lines. Nobody is
      admired and nobody is quite condemned, not even the chemist. It is the saddest comedy on this shelf and the best argument
      against buying curtains on credit.`,
    editions: [
      paperback({ pages: 384, pence: 899, onHand: 17, publishedOn: '2023-08-17', others: [harbour(875, 4)] }),
      massMarket({ pages: 432, pence: 550, onHand: 28, publishedOn: '2020-03-05' }),
      ebook({ pence: 99, publishedOn: '2023-08-17' }),
    ],
  },
  {
    number: 9,
    handle: 'botchan',
    work: { key: 'work:botchan', title: '坊っちゃん' },
    title: 'Botchan',
    subtitle: '(Master Darling)',
    language: 'en',
    originalLanguage: 'ja',
    firstPublished: 1906,
    people: [author('Natsume Sōseki', 'Natsume, Sōseki'), translator('Yasotaro Morri', 'Morri, Yasotaro')],
    thema: ['FU', 'FBC', 'FYT'],
    bisac: ['FIC016000', 'FIC004000'],
    keywords: ['Japan', 'schoolteachers', 'Matsuyama', 'honesty', 'noodles'],
    categories: ['classics', 'fiction'],
    readers: [2, 4, 18, 40, 49],
    description: `
      A young man from Tokyo, honest to the point of injury, is sent to teach mathematics in a country town. He gives each of
      his colleagues a nickname on the first day: Porcupine, Red Shirt, Clown, Squash. All of them turn out to be accurate.

      His pupils report on how many bowls of noodles he eats. He does not bear it patiently. It is a short, cross, very funny
      book about having no tact, and under it, in a few letters, is an old servant called Kiyo who thinks him perfect. She is
      the reason people reread it.`,
    editions: [
      paperback({ pages: 192, pence: 850, onHand: 11, publishedOn: '2024-07-04' }),
      ebook({ pence: 149, publishedOn: '2024-07-04' }),
    ],
  },
]
