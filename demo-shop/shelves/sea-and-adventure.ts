/** Water, islands, and people who would not stay at home. */
import {
  audiobook, audiobookCd, author, ebook, harbour, hardback, illustrator, massMarket, narrator, paperback, translator, used,
  type Book,
} from '../press/book.ts'

export const seaAndAdventure: Book[] = [
  {
    number: 1,
    handle: 'moby-dick',
    work: { key: 'work:moby-dick', title: 'Moby-Dick' },
    title: 'Moby-Dick; or, The Whale',
    language: 'en',
    firstPublished: 1851,
    people: [author('Herman Melville', 'Melville, Herman')],
    thema: ['FJN', 'FBC'],
    bisac: ['FIC047000', 'FIC004000'],
    keywords: ['whaling', 'obsession', 'Nantucket', 'Captain Ahab', 'Ishmael'],
    categories: ['the-sea', 'classics', 'adventure', 'fiction'],
    readers: [11, 20, 24, 52, 111],
    description: `
      A schoolmaster with no money and a low opinion of November signs on to a whaling ship. So does a harpooner who owns a
      small god and excellent manners. Their captain has one leg, one idea, and a crew of thirty to spend on it.

      Between the storms there is everything else Melville knew: how to stow a hold, cook a clam, read a forehead, light a lamp.
      The story keeps stopping to look at things, and the looking is the story. Give it a hundred pages and it will give you the
      ocean.`,
    editions: [
      paperback({ pages: 654, pence: 999, onHand: 23, publishedOn: '2024-03-07', others: [
        harbour(949, 5),
        used('harbour-books', 'very_good', 590, 'Faint crease to the upper cover, clean throughout.'),
        used('second-folio', 'good', 440, 'Pencil underlining that stops at chapter 32, as it so often does.'),
        used('second-folio', 'acceptable', 310, 'Has been read at sea. Pages wavy, text complete, faint salt.'),
      ] }),
      hardback({ pages: 688, pence: 1800, onHand: 9, publishedOn: '2024-03-07', note: 'With a map of the voyage and a glossary of ropes' }),
      ebook({ pence: 99, publishedOn: '2024-03-07' }),
      audiobook({ minutes: 1470, pence: 1250, publishedOn: '2024-06-20', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 14,
    handle: 'treasure-island',
    work: { key: 'work:treasure-island', title: 'Treasure Island' },
    title: 'Treasure Island',
    language: 'en',
    firstPublished: 1883,
    people: [author('Robert Louis Stevenson', 'Stevenson, Robert Louis')],
    thema: ['FJ', 'FJN', 'YFA'],
    bisac: ['FIC002000', 'FIC047000', 'JUV001000'],
    keywords: ['pirates', 'Long John Silver', 'maps', 'buried treasure'],
    categories: ['adventure', 'the-sea', 'children', 'fiction'],
    readers: [3, 6, 22, 97, 203],
    description: `
      An old sailor takes a room at the Admiral Benbow, pays for a while, and dies owing money and leaving a map. The boy who
      finds it has until the end of chapter six to be sensible. He goes to sea instead.

      Everything anyone knows about pirates is from this book: the parrot, the crutch, the black spot, the cross in red ink.
      Most of what is good in it is Long John Silver, who is the most likeable man aboard and would cut your throat by
      Wednesday. It was written to entertain one wet boy in Braemar. It still works in the wet.`,
    editions: [
      paperback({ pages: 256, pence: 699, onHand: 44, publishedOn: '2023-05-04', others: [harbour(699, 20)] }),
      hardback({ pages: 280, pence: 1450, onHand: 12, publishedOn: '2023-10-05', note: 'With the map, folded' }),
      massMarket({ pages: 304, pence: 450, onHand: 52, publishedOn: '2021-08-12' }),
      audiobook({ minutes: 410, pence: 850, publishedOn: '2023-05-04', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
  {
    number: 15,
    handle: 'around-the-world-in-eighty-days',
    work: { key: 'work:le-tour-du-monde', title: 'Le Tour du monde en quatre-vingts jours' },
    title: 'Around the World in Eighty Days',
    language: 'en',
    originalLanguage: 'fr',
    firstPublished: 1872,
    people: [author('Jules Verne', 'Verne, Jules'), translator('George Makepeace Towle', 'Towle, George Makepeace')],
    series: { name: 'Voyages extraordinaires', position: '11' },
    thema: ['FJ', 'FYT', 'FBC'],
    bisac: ['FIC002000', 'FIC004000'],
    keywords: ['railways', 'steamships', 'wager', 'Phileas Fogg', 'timetables'],
    categories: ['adventure', 'travel', 'classics', 'fiction'],
    readers: [4, 8, 30, 79, 121],
    description: `
      Phileas Fogg dismisses his valet for bringing shaving water two degrees too cool, engages another, and that evening bets
      half his fortune that he can go round the world in eighty days. He takes a carpet bag and a railway timetable. A detective
      who believes he has robbed a bank takes the next ship.

      It is the best novel ever written about connections. The elephant is in it, and the balloon is not; that was the film. The
      last page is a small piece of arithmetic that you will wish you had seen coming.`,
    editions: [
      paperback({ pages: 272, pence: 750, onHand: 19, publishedOn: '2023-09-14', others: [
        used('second-folio', 'like_new', 390, 'Given twice, kept once. Unread.'),
      ] }),
      ebook({ pence: 99, publishedOn: '2023-09-14' }),
      audiobook({ minutes: 435, pence: 850, publishedOn: '2023-09-14', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 16,
    handle: 'robinson-crusoe',
    work: { key: 'work:robinson-crusoe', title: 'Robinson Crusoe' },
    title: 'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner',
    subtitle:
      'Who Lived Eight and Twenty Years, All Alone in an Un-inhabited Island on the Coast of America, near the Mouth of the '
      + 'Great River of Oroonoque; Having Been Cast on Shore by Shipwreck, Wherein All the Men Perished but Himself. With an '
      + 'Account How He Was at Last as Strangely Deliver’d by Pyrates. Written by Himself',
    language: 'en',
    firstPublished: 1719,
    people: [author('Daniel Defoe', 'Defoe, Daniel')],
    thema: ['FJ', 'FBC'],
    bisac: ['FIC002000', 'FIC047000', 'FIC004000'],
    keywords: ['shipwreck', 'desert island', 'goats', 'survival'],
    categories: ['adventure', 'the-sea', 'classics', 'fiction'],
    readers: [14, 22, 47, 70, 66],
    description: `
      The title page tells you everything that happens, which in 1719 was thought good manners. A young man from York ignores
      his father, goes to sea, and is left on an island with a wreck full of tools and a great deal of time.

      What follows is a list, and the list is gripping: nails, barley, goats, a parrot, an umbrella, a boat too heavy to move.
      Then there is a footprint. He keeps accounts throughout, including one of what is good and what is evil in his situation,
      in two columns. Friday arrives late and deserves a better book, as several later authors have noticed.`,
    editions: [
      paperback({ pages: 320, pence: 850, onHand: 13, publishedOn: '2022-11-10' }),
      // The sold-out one: it stays on the page, without copies.
      hardback({ pages: 344, pence: 1950, onHand: 0, publishedOn: '2022-11-10', imprint: 'saltmarsh', note: 'With the maps of 1719' }),
      ebook({ pence: 99, publishedOn: '2022-11-10' }),
    ],
  },
  {
    number: 17,
    handle: 'the-time-machine',
    work: { key: 'work:the-time-machine', title: 'The Time Machine' },
    title: 'The Time Machine',
    subtitle: 'An Invention',
    language: 'en',
    firstPublished: 1895,
    people: [author('H. G. Wells', 'Wells, H. G.')],
    thema: ['FLC', 'FBC'],
    bisac: ['FIC028000', 'FIC004000'],
    keywords: ['time travel', 'Eloi', 'Morlocks', 'dying sun', 'evolution'],
    categories: ['adventure', 'classics', 'fiction'],
    readers: [4, 10, 33, 102, 140],
    description: `
      A man comes late to his own dinner party, limping and hungry, and asks somebody to save him some mutton. He has been to
      the year 802,701. His guests are a doctor, an editor and a mayor, and they do not believe a word.

      It is barely a hundred pages and has been borrowed from ever since. The future Wells found was not bright metal but a
      garden, with something under it. Then he goes further, to a red beach at the end of everything, and those five pages are
      worth the fare.`,
    editions: [
      paperback({ pages: 128, pence: 599, onHand: 29, publishedOn: '2024-01-11', others: [
        used('second-folio', 'good', 190, 'Future owner’s name not yet visible. Spine faded.'),
      ] }),
      hardback({ pages: 144, pence: 1300, onHand: 8, publishedOn: '2024-01-11' }),
      audiobook({ minutes: 210, pence: 600, publishedOn: '2024-01-11', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 29,
    handle: 'sailing-alone-around-the-world',
    work: { key: 'work:sailing-alone', title: 'Sailing Alone Around the World' },
    title: 'Sailing Alone Around the World',
    language: 'en',
    firstPublished: 1900,
    people: [
      author('Joshua Slocum', 'Slocum, Joshua'),
      illustrator('Thomas Fogarty', 'Fogarty, Thomas'),
      illustrator('George Varian', 'Varian, George'),
    ],
    thema: ['WTLC', 'DNC'],
    bisac: ['TRV010000', 'SPO036000', 'BIO023000'],
    keywords: ['sailing', 'solo voyage', 'Spray', 'Cape Horn'],
    categories: ['travel', 'the-sea', 'history'],
    readers: [1, 3, 9, 44, 96],
    description: `
      In 1895 a captain of fifty-one, out of work because the world had gone over to steam, left Boston in a sloop he had rebuilt
      himself in a pasture. He came back three years later. Nobody had sailed round the world alone before, and he could not
      swim.

      He tells it as you might tell a walk. Pirates are avoided with carpet tacks on the deck. A goat eats the charts. The pilot
      of the Pinta appears one night when he is ill and steers for him. It is the calmest book about danger in the shop.`,
    editions: [
      paperback({ pages: 304, pence: 950, onHand: 15, publishedOn: '2023-03-16', imprint: 'saltmarsh', others: [
        harbour(899, 11), used('harbour-books', 'good', 420, 'From a boat, by the smell of it, and none the worse.'),
      ] }),
      ebook({ pence: 149, publishedOn: '2023-03-16' }),
      audiobookCd({ minutes: 520, pence: 1600, onHand: 4, publishedOn: '2019', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
]
