/** Novels of English manners and elsewhere. */
import {
  audiobook, author, ebook, foreword, harbour, hardback, largePrint, massMarket, narrator, paperback, used, type Book,
} from '../press/book.ts'

export const novels: Book[] = [
  {
    number: 2,
    handle: 'pride-and-prejudice',
    work: { key: 'work:pride-and-prejudice', title: 'Pride and Prejudice' },
    title: 'Pride and Prejudice',
    language: 'en',
    firstPublished: 1813,
    people: [author('Jane Austen', 'Austen, Jane')],
    thema: ['FBC', 'FR'],
    bisac: ['FIC027000', 'FIC004000'],
    keywords: ['marriage', 'sisters', 'Regency England', 'comedy of manners'],
    categories: ['classics', 'fiction'],
    readers: [6, 9, 31, 118, 348],
    description: `
      A family with five daughters and no money meets a bachelor with a great deal of it. His friend is richer, ruder and
      taller. Everyone is quite sure what they think of everyone else, and by the middle of the book nearly all of them have
      been wrong in public.

      People come for the proposal and stay for the sentences. There are two proposals, in fact, and the bad one is the better
      scene. Nothing explodes. A carriage breaks the speed of a walk perhaps twice. You will read it in three evenings and be
      a little more careful about first impressions for about a week.`,
    editions: [
      paperback({ pages: 368, pence: 799, onHand: 41, publishedOn: '2024-02-08', others: [
        harbour(799, 12), used('second-folio', 'good', 290, 'Somebody has underlined every joke. They found most of them.'),
      ] }),
      hardback({ pages: 392, pence: 1600, onHand: 14, publishedOn: '2023-10-12' }),
      largePrint({ pages: 560, pence: 1499, onHand: 9, publishedOn: '2024-05-02' }),
      audiobook({ minutes: 695, pence: 1150, publishedOn: '2024-02-08', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 3,
    handle: 'middlemarch',
    work: { key: 'work:middlemarch', title: 'Middlemarch' },
    title: 'Middlemarch',
    subtitle: 'A Study of Provincial Life',
    language: 'en',
    firstPublished: 1871,
    people: [author('George Eliot', 'Eliot, George')],
    thema: ['FBC'],
    bisac: ['FIC066000', 'FIC004000'],
    keywords: ['marriage', 'provincial life', 'reform', 'ambition', 'medicine'],
    categories: ['classics', 'fiction'],
    readers: [9, 12, 20, 66, 204],
    description: `
      Dorothea wants to do some good in the world and marries a man who is writing a key to all mythologies. He has been
      writing it for some time. Across town a young doctor with new ideas about fever is making a mistake of his own, with
      better furniture.

      It is long, and it uses the length. A whole town is here, with its debts, its drains and its election, and by the end
      you know it better than the street you live in. The narrator is the wisest person you will meet this year and does not
      raise her voice. Allow a month. Nobody who finishes it says it should have been shorter.`,
    editions: [
      paperback({ pages: 880, pence: 1099, onHand: 18, publishedOn: '2023-06-15', others: [
        used('second-folio', 'very_good', 480, 'One owner, who stopped at chapter twelve. The rest is as new.'),
      ] }),
      hardback({ pages: 912, pence: 2200, onHand: 8, publishedOn: '2023-11-02' }),
      ebook({ pence: 149, publishedOn: '2023-06-15' }),
      audiobook({ minutes: 2140, pence: 1900, publishedOn: '2024-01-18', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
  {
    number: 4,
    handle: 'the-warden',
    work: { key: 'work:the-warden', title: 'The Warden' },
    title: 'The Warden',
    language: 'en',
    firstPublished: 1855,
    people: [author('Anthony Trollope', 'Trollope, Anthony')],
    series: { name: 'Chronicles of Barsetshire', position: '1' },
    thema: ['FBC'],
    bisac: ['FIC066000', 'FIC004000'],
    keywords: ['clergy', 'conscience', 'newspapers', 'cathedral town'],
    categories: ['classics', 'fiction'],
    readers: [4, 7, 19, 41, 52],
    description: `
      An elderly clergyman looks after twelve old men and is paid rather more for it than they are. He has never thought about
      this. Then a reformer does the sum, a newspaper prints it, and the kindest man in the county has to decide whether he has
      been a thief.

      This is the first and shortest of the Barsetshire novels, and the gentlest book about a scandal that we know. When the
      warden is troubled he plays an imaginary cello. It takes an afternoon, and most people come back on the Monday for
      <em>Barchester Towers</em>.`,
    editions: [
      paperback({ pages: 224, pence: 750, onHand: 16, publishedOn: '2024-03-21' }),
      ebook({ pence: 99, publishedOn: '2024-03-21' }),
      audiobook({ minutes: 430, pence: 900, publishedOn: '2024-03-21', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 5,
    handle: 'barchester-towers',
    work: { key: 'work:barchester-towers', title: 'Barchester Towers' },
    title: 'Barchester Towers',
    language: 'en',
    firstPublished: 1857,
    people: [author('Anthony Trollope', 'Trollope, Anthony')],
    series: { name: 'Chronicles of Barsetshire', position: '2' },
    thema: ['FBC', 'FU'],
    bisac: ['FIC016000', 'FIC066000', 'FIC004000'],
    keywords: ['clergy', 'ambition', 'cathedral town', 'comedy of manners'],
    categories: ['classics', 'fiction'],
    readers: [3, 5, 14, 58, 97],
    description: `
      A new bishop arrives in Barchester. So does his wife, who is the bishop, and his chaplain, who would like to be. The
      cathedral close prepares for war, which is conducted entirely by means of calls, sermons and seating.

      Mr Slope is the best villain in English fiction who never does anything illegal. Against him stand an archdeacon with a
      temper, a signora on a sofa, and a widow he would be wise to leave alone. It follows <em>The Warden</em>, but you may
      start here; Trollope is a courteous author and will catch you up.`,
    editions: [
      paperback({ pages: 544, pence: 899, onHand: 22, publishedOn: '2024-03-21', others: [
        harbour(899, 6), used('harbour-books', 'good', 350, 'Reading creases to the spine, all of them earned.'),
      ] }),
      hardback({ pages: 568, pence: 1800, onHand: 3, publishedOn: '2024-03-21' }),
      ebook({ pence: 99, publishedOn: '2024-03-21' }),
    ],
  },
  {
    number: 10,
    handle: 'three-men-in-a-boat',
    work: { key: 'work:three-men-in-a-boat', title: 'Three Men in a Boat' },
    title: 'Three Men in a Boat',
    subtitle: '(To Say Nothing of the Dog)',
    language: 'en',
    firstPublished: 1889,
    people: [author('Jerome K. Jerome', 'Jerome, Jerome K.')],
    thema: ['FU', 'FBC'],
    bisac: ['FIC016000', 'FIC004000'],
    keywords: ['Thames', 'rowing', 'holidays', 'dogs', 'tinned pineapple'],
    categories: ['classics', 'travel', 'fiction'],
    readers: [5, 9, 28, 88, 176],
    description: `
      Three young men who have diagnosed themselves with everything decide that what they need is a rest. They hire a boat, pack
      it twice, and row up the Thames with a fox terrier of low character.

      It was meant to be a guidebook, and now and then a church appears with some dates attached, looking lost. The rest is tow
      ropes, wet bread, other people's steam launches, and one tin of pineapple without an opener. There are funnier chapters in
      English, but we have not agreed on which.`,
    editions: [
      paperback({ pages: 208, pence: 699, onHand: 37, publishedOn: '2023-04-06', others: [
        used('second-folio', 'acceptable', 180, 'Has been in a boat. Complete and dry now.'),
      ] }),
      hardback({ pages: 224, pence: 1350, onHand: 11, publishedOn: '2023-04-06' }),
      audiobook({ minutes: 385, pence: 850, publishedOn: '2023-07-20', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 13,
    handle: 'wuthering-heights',
    work: { key: 'work:wuthering-heights', title: 'Wuthering Heights' },
    title: 'Wuthering Heights',
    language: 'en',
    firstPublished: 1847,
    people: [author('Emily Brontë', 'Brontë, Emily'), foreword('Nell Ashdown', 'Ashdown, Nell')],
    thema: ['FBC', 'FKC'],
    bisac: ['FIC004000', 'FIC019000'],
    keywords: ['Yorkshire moors', 'revenge', 'obsession', 'weather'],
    categories: ['gothic-and-horror', 'classics', 'fiction'],
    readers: [21, 24, 38, 92, 190],
    description: `
      A man comes to rent a quiet house in Yorkshire, calls on his landlord, and is bitten by the dogs, insulted by the family
      and haunted by the window. He asks the housekeeper what happened here. She tells him, over a long winter, and does not
      spare herself as much as she thinks.

      It is not a love story in the sense the calendars mean. Nobody is nice. The wind does not stop. But there is nothing else
      like it in the language, and the ending is quieter than you have been told. Keep a finger in the family tree; there are
      two of nearly everybody.`,
    editions: [
      paperback({ pages: 352, pence: 899, onHand: 26, publishedOn: '2024-09-05', others: [
        harbour(875, 9), used('second-folio', 'very_good', 320, 'Name on the flyleaf, in pencil, apologetic.'),
        used('harbour-books', 'acceptable', 240, 'Read outdoors. Swollen at the corners, nothing missing.'),
      ] }),
      hardback({ pages: 376, pence: 1700, onHand: 10, publishedOn: '2024-09-05' }),
      massMarket({ pages: 416, pence: 499, onHand: 60, publishedOn: '2022-01-13' }),
      ebook({ pence: 99, publishedOn: '2024-09-05' }),
    ],
  },
]
