/** Lines that do not reach the margin, in English. */
import { audiobook, author, ebook, hardback, narrator, paperback, translator, used, type Book } from '../press/book.ts'

export const poetry: Book[] = [
  {
    number: 19,
    handle: 'leaves-of-grass',
    work: { key: 'work:leaves-of-grass', title: 'Leaves of Grass' },
    title: 'Leaves of Grass',
    language: 'en',
    firstPublished: 1855,
    people: [author('Walt Whitman', 'Whitman, Walt')],
    thema: ['DCF', 'DCA'],
    bisac: ['POE005010'],
    keywords: ['America', 'free verse', 'the body', 'democracy'],
    categories: ['poetry'],
    readers: [3, 5, 16, 47, 88],
    description: `
      In 1855 a carpenter's son from Brooklyn set ten pages of a poem in type himself, left his name off the title page, and sent
      a copy to Emerson, who wrote back. He spent the rest of his life adding to it. By the end it was a brick.

      This is the first edition, when it was still thin and nobody had been warned. He contains multitudes, as he says, and
      catalogues them: ferries, blacksmiths, runaway slaves, armpits, the sea. Read it aloud if the house allows. It does not
      rhyme, and you will not notice.`,
    editions: [
      paperback({ pages: 160, pence: 850, onHand: 20, publishedOn: '2023-03-30', note: 'The edition of 1855' }),
      hardback({ pages: 176, pence: 1600, onHand: 10, publishedOn: '2023-03-30', others: [
        used('second-folio', 'like_new', 950, 'A leaf of grass is pressed at page 31. It stays.'),
      ] }),
      audiobook({ minutes: 245, pence: 750, publishedOn: '2023-03-30', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 21,
    handle: 'the-divine-comedy',
    work: { key: 'work:divina-commedia', title: 'La Divina Commedia' },
    title: 'The Divine Comedy',
    language: 'en',
    originalLanguage: 'it',
    firstPublished: 1472,
    people: [
      author('Dante Alighieri', 'Alighieri, Dante'),
      translator('Henry Wadsworth Longfellow', 'Longfellow, Henry Wadsworth'),
    ],
    thema: ['DCA', 'DCF'],
    bisac: ['POE014000', 'POE019000'],
    keywords: ['Inferno', 'Purgatorio', 'Paradiso', 'medieval', 'Virgil', 'Beatrice'],
    categories: ['poetry', 'classics'],
    readers: [4, 6, 17, 39, 94],
    description: `
      Halfway through his life a man is lost in a wood. A dead poet offers to show him out, by way of everything underneath. They
      go down through the circles, up the mountain, and then, with a better guide, further than description.

      Most readers stop at Hell, where the company is. Go on to the mountain: it is the human part, with singing, sunrise and
      people who are sorry. Longfellow keeps close to the Italian line by line, which makes him stiff in places and never
      false. He took it up again after his wife died, and did a canto a day.`,
    editions: [
      paperback({ pages: 752, pence: 1399, onHand: 10, publishedOn: '2021-09-09', others: [
        used('second-folio', 'good', 560, 'Thumbed as far as the ninth circle, pristine from there.'),
      ] }),
      hardback({ pages: 784, pence: 2800, onHand: 1, publishedOn: '2021-09-09', sizeMm: [156, 234] }),
      ebook({ pence: 149, publishedOn: '2021-09-09' }),
    ],
  },
]
