/** Books first read to somebody. */
import {
  audiobook, author, boardBook, ebook, harbour, hardback, illustrator, massMarket, narrator, paperback, translator, used,
  type Book,
} from '../press/book.ts'

export const children: Book[] = [
  {
    number: 32,
    handle: 'alices-adventures-in-wonderland',
    work: { key: 'work:alice', title: 'Alice’s Adventures in Wonderland' },
    title: 'Alice’s Adventures in Wonderland',
    language: 'en',
    firstPublished: 1865,
    people: [author('Lewis Carroll', 'Carroll, Lewis'), illustrator('John Tenniel', 'Tenniel, John')],
    series: { name: 'Alice', position: '1' },
    thema: ['YFA', 'FBC'],
    bisac: ['JUV007000', 'JUV037000'],
    keywords: ['nonsense', 'Wonderland', 'tea party', 'cards', 'rabbit hole'],
    categories: ['children', 'classics'],
    readers: [6, 8, 27, 105, 262],
    description: `
      A girl of seven, bored by a book without pictures, follows a rabbit who is late. She is then too large, too small, insulted
      by a caterpillar, given unsound advice by a cat, and called as a witness. Throughout she keeps her temper better than
      anyone else in the book, all of whom are grown up.

      It was told in a rowing boat to three sisters and has no moral, which in 1865 was a scandal of the quiet kind. Tenniel's
      drawings are all here and in the right places. Ages six and up; there is no upper limit that we have found.`,
    editions: [
      paperback({ pages: 160, pence: 699, onHand: 55, publishedOn: '2023-05-25', others: [
        harbour(699, 18), used('second-folio', 'like_new', 380, 'Read once, in one sitting, by an adult. No marks.'),
      ] }),
      hardback({ pages: 176, pence: 1499, onHand: 24, publishedOn: '2023-05-25', note: 'With all forty-two drawings' }),
      massMarket({ pages: 176, pence: 399, onHand: 70, publishedOn: '2020-07-02' }),
      audiobook({ minutes: 180, pence: 600, publishedOn: '2023-05-25', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 33,
    handle: 'the-wind-in-the-willows',
    work: { key: 'work:the-wind-in-the-willows', title: 'The Wind in the Willows' },
    title: 'The Wind in the Willows',
    language: 'en',
    firstPublished: 1908,
    people: [author('Kenneth Grahame', 'Grahame, Kenneth')],
    thema: ['YFP', 'YFA'],
    bisac: ['JUV002000', 'JUV007000'],
    keywords: ['rivers', 'friendship', 'Mole', 'Toad', 'motor cars'],
    categories: ['children', 'classics'],
    readers: [2, 4, 18, 76, 188],
    description: `
      The Mole puts down his whitewash brush in the middle of spring cleaning and walks out into the sun. By lunch he has met a
      river, a rat and a picnic, and does not go home for some time.

      There are two books in here. One is about Toad, who steals motor cars and escapes from prison dressed as a washerwoman.
      The other is about going home, being frightened in the wood, and being let in by a badger. Children come for the first and
      remember the second. It is best read aloud, one chapter a night, with toast.`,
    editions: [
      paperback({ pages: 224, pence: 750, onHand: 36, publishedOn: '2024-03-14' }),
      hardback({ pages: 248, pence: 1550, onHand: 18, publishedOn: '2024-03-14', others: [
        used('harbour-books', 'good', 640, 'Inscribed to a Margaret, 1961, who looked after it.'),
      ] }),
      audiobook({ minutes: 400, pence: 850, publishedOn: '2024-03-14', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
  {
    number: 34,
    handle: 'the-adventures-of-pinocchio',
    work: { key: 'work:pinocchio', title: 'Le avventure di Pinocchio' },
    title: 'The Adventures of Pinocchio',
    language: 'en',
    originalLanguage: 'it',
    firstPublished: 1883,
    people: [
      author('Carlo Collodi', 'Collodi, Carlo'), translator('M. A. Murray', 'Murray, M. A.'),
      illustrator('Enrico Mazzanti', 'Mazzanti, Enrico'),
    ],
    thema: ['YFA', 'YFJ'],
    bisac: ['JUV007000', 'JUV037000'],
    keywords: ['puppets', 'lying', 'Tuscany', 'whales', 'school'],
    categories: ['children', 'adventure'],
    readers: [5, 9, 26, 48, 63],
    description: `
      It begins with a piece of wood that complains. Within four chapters the puppet has run away, been the cause of an arrest,
      and thrown a hammer at a cricket who was only trying to help. The cricket does not come back in the form you remember.

      The real Pinocchio is hungrier, ruder and funnier than the film, and it is about being poor. The nose hardly grows. He is
      hanged, which was meant to be the end, but the children of Italy wrote in. Ages eight and up, and not at bedtime for the
      very literal.`,
    editions: [
      paperback({ pages: 240, pence: 750, onHand: 15, publishedOn: '2022-12-01', others: [
        used('second-folio', 'good', 270, 'Honest copy. Slight growth to the upper corner.'),
      ] }),
      ebook({ pence: 99, publishedOn: '2022-12-01' }),
    ],
  },
  {
    number: 35,
    handle: 'grimms-household-tales',
    work: { key: 'work:kinder-und-hausmaerchen', title: 'Kinder- und Hausmärchen' },
    title: 'Grimm’s Household Tales',
    language: 'en',
    originalLanguage: 'de',
    firstPublished: 1812,
    people: [author('Jacob Grimm', 'Grimm, Jacob'), author('Wilhelm Grimm', 'Grimm, Wilhelm'), translator('Margaret Hunt', 'Hunt, Margaret')],
    thema: ['FN', 'YFJ', 'FYB'],
    bisac: ['FIC010000', 'JUV012030'],
    keywords: ['fairy tales', 'folklore', 'forests', 'wolves', 'stepmothers'],
    categories: ['short-stories', 'children', 'classics'],
    readers: [2, 5, 21, 64, 127],
    description: `
      Two librarians in Kassel wrote down what people told them, chiefly neighbours, a tailor's widow and a family with an
      excellent nurse. The forest starts behind the house. The youngest child is the one to watch, and it is as well to be polite
      to old women at wells.

      All two hundred are here, the famous twenty and the rest, in which a mouse, a bird and a sausage keep house together and it
      ends as you would think. Margaret Hunt's translation leaves in what others took out. Read a few ahead before reading one
      to a child.`,
    editions: [
      paperback({ pages: 704, pence: 1199, onHand: 16, publishedOn: '2023-12-07', others: [harbour(1150, 6)] }),
      hardback({ pages: 736, pence: 2300, onHand: 9, publishedOn: '2023-12-07', sizeMm: [156, 234] }),
      ebook({ pence: 149, publishedOn: '2023-12-07' }),
    ],
  },
  {
    number: 36,
    handle: 'the-tale-of-peter-rabbit',
    work: { key: 'work:peter-rabbit', title: 'The Tale of Peter Rabbit' },
    title: 'The Tale of Peter Rabbit',
    language: 'en',
    firstPublished: 1902,
    people: [author('Beatrix Potter', 'Potter, Beatrix'), illustrator('Beatrix Potter', 'Potter, Beatrix')],
    thema: ['YBC', 'YFP'],
    bisac: ['JUV002210', 'JUV007000'],
    keywords: ['rabbits', 'gardens', 'Mr McGregor', 'radishes', 'picture books'],
    categories: ['children'],
    readers: [1, 2, 9, 70, 231],
    description: `
      Four rabbits are told not to go into a garden, and why: their father had an accident there and was put in a pie. Three of
      them pick blackberries. Peter goes straight to the gate.

      She wrote it as a letter to a boy who was ill, and when nobody would publish it with pictures that small, she printed it
      herself. It has a hero, a crime, a chase and camomile tea, in under a thousand words. Nobody learns anything
      except that one should run. The board edition has been tested on teeth. Ages one and up.`,
    editions: [
      hardback({ pages: 72, pence: 699, onHand: 40, publishedOn: '2022-09-01', sizeMm: [110, 144], imprint: 'littleQuire' }),
      boardBook({ pages: 24, pence: 599, onHand: 26, publishedOn: '2022-09-01', others: [
        used('second-folio', 'acceptable', 150, 'One corner eaten. Not by the rabbit.'),
      ] }),
    ],
  },
]
