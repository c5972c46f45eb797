/** Books for after the lamps are lit. */
import {
  audiobook, author, ebook, harbour, hardback, illustrator, largePrint, massMarket, narrator, paperback, used, type Book,
} from '../press/book.ts'

export const gothic: Book[] = [
  {
    number: 11,
    handle: 'frankenstein',
    work: { key: 'work:frankenstein', title: 'Frankenstein' },
    title: 'Frankenstein; or, The Modern Prometheus',
    language: 'en',
    firstPublished: 1818,
    people: [author('Mary Shelley', 'Shelley, Mary')],
    thema: ['FKC', 'FBC', 'FLC'],
    bisac: ['FIC015000', 'FIC028000', 'FIC004000'],
    keywords: ['monsters', 'science', 'Geneva', 'the Arctic', 'responsibility'],
    categories: ['gothic-and-horror', 'classics', 'fiction'],
    readers: [8, 13, 36, 111, 246],
    description: `
      A student at Ingolstadt makes a man and does not like the look of him. That is the whole of his crime, and everything
      else follows from it. The creature learns to speak by listening through a wall, reads Milton, and comes to ask for what
      any child might ask.

      She was eighteen and it was a wet summer. There is no laboratory to speak of and no lightning; the film added those. What
      is here is ice, guilt, a great deal of Switzerland, and the best-spoken monster in literature, who has a point.`,
    editions: [
      paperback({ pages: 272, pence: 799, onHand: 33, publishedOn: '2023-10-05', note: 'The text of 1818', others: [
        harbour(799, 8), used('second-folio', 'very_good', 340, 'Stitched from one copy only. Clean, tight, no names.'),
      ] }),
      hardback({ pages: 296, pence: 1300, onHand: 17, publishedOn: '2023-10-05' }),
      ebook({ pence: 99, publishedOn: '2023-10-05' }),
      audiobook({ minutes: 500, pence: 950, publishedOn: '2023-10-31', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 12,
    handle: 'dracula',
    work: { key: 'work:dracula', title: 'Dracula' },
    title: 'Dracula',
    language: 'en',
    firstPublished: 1897,
    people: [author('Bram Stoker', 'Stoker, Bram')],
    thema: ['FKC', 'FBC'],
    bisac: ['FIC015000', 'FIC004000'],
    keywords: ['vampires', 'Transylvania', 'Whitby', 'letters and diaries', 'typewriters'],
    categories: ['gothic-and-horror', 'classics', 'fiction'],
    readers: [10, 14, 41, 130, 222],
    description: `
      A solicitor travels to the Carpathians to complete the sale of a house. His client is a courteous old nobleman with an
      excellent library, no mirrors, and a habit of leaving by the window. The house is in Purfleet.

      The rest is told in diaries, telegrams, a ship's log and a phonograph, by people who each know a quarter of it. That is
      the fright: you know before they do. The Whitby chapters are the best, and not only because one of our sellers lives
      there. It goes faster than its reputation and should be started before dark.`,
    editions: [
      paperback({ pages: 448, pence: 899, onHand: 38, publishedOn: '2023-10-05', others: [
        harbour(850, 31), used('harbour-books', 'good', 360, 'A Whitby copy. Spine creased at the landing of the Demeter.'),
      ] }),
      massMarket({ pages: 512, pence: 499, onHand: 45, publishedOn: '2021-09-02' }),
      largePrint({ pages: 690, pence: 1599, onHand: 2, publishedOn: '2022-10-06' }),
      audiobook({ minutes: 990, pence: 1300, publishedOn: '2023-10-31', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 18,
    handle: 'the-adventures-of-sherlock-holmes',
    work: { key: 'work:the-adventures-of-sherlock-holmes', title: 'The Adventures of Sherlock Holmes' },
    title: 'The Adventures of Sherlock Holmes',
    language: 'en',
    firstPublished: 1892,
    people: [author('Arthur Conan Doyle', 'Doyle, Arthur Conan'), illustrator('Sidney Paget', 'Paget, Sidney')],
    series: { name: 'Sherlock Holmes', position: '3' },
    thema: ['FFC', 'FYB', 'FBC'],
    bisac: ['FIC022000', 'FIC029000', 'FIC004000'],
    keywords: ['detective', 'Baker Street', 'Victorian London', 'deduction'],
    categories: ['short-stories', 'classics', 'fiction'],
    readers: [2, 5, 25, 120, 318],
    description: `
      Twelve cases, and hardly a corpse among them. A king is embarrassed by a photograph, a pawnbroker is paid to copy out
      an encyclopaedia, and somebody loses a goose. Holmes looks at a hat and knows that its owner's wife has stopped loving him.

      These are the first of the short stories, and the form fits the man: an arrival, a fire, a visitor, a cab, an explanation.
      Start with <em>The Red-Headed League</em>. The illustrations are Paget's, who gave Holmes the deerstalker that Doyle
      never quite mentions.`,
    editions: [
      paperback({ pages: 352, pence: 850, onHand: 34, publishedOn: '2024-04-11', others: [
        used('second-folio', 'very_good', 380, 'Previous owner left-handed, careful, probably a dentist.'),
      ] }),
      hardback({ pages: 376, pence: 1750, onHand: 13, publishedOn: '2024-04-11', note: 'With the drawings of the Strand' }),
      ebook({ pence: 99, publishedOn: '2024-04-11' }),
      audiobook({ minutes: 690, pence: 1100, publishedOn: '2024-04-11', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
]
