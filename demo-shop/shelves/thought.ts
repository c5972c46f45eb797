/** Philosophy, science and nature: books that look at one thing for a long time. */
import {
  audiobook, author, ebook, editor, foreword, harbour, hardback, narrator, paperback, translator, used, type Book,
} from '../press/book.ts'

export const thought: Book[] = [
  {
    number: 23,
    handle: 'meditations',
    work: { key: 'work:meditations', title: 'Meditations' },
    title: 'Meditations',
    language: 'en',
    originalLanguage: 'grc',
    firstPublished: 1559,
    people: [author('Marcus Aurelius', 'Marcus Aurelius'), translator('George Long', 'Long, George')],
    thema: ['QDHA', 'QDTQ'],
    bisac: ['PHI002000', 'PHI005000'],
    keywords: ['Stoicism', 'Rome', 'self-command', 'mornings'],
    categories: ['philosophy', 'classics'],
    readers: [5, 8, 29, 96, 231],
    description: `
      The most powerful man in the world kept a notebook in a tent on the Danube, and it is mostly about getting out of bed. He
      tells himself that people will be rude today. He tells himself that he has been rude too. He reminds himself, often, that
      all of it will be forgotten.

      He was not writing for us, so he does not show off. Open it anywhere; it has no order to lose. It will not cure anything,
      but it is good company at four in the morning, which is roughly when it was written.`,
    editions: [
      paperback({ pages: 192, pence: 750, onHand: 48, publishedOn: '2023-01-05', others: [
        harbour(750, 14), used('second-folio', 'good', 260, 'Underlined where it says not to want things.'),
      ] }),
      hardback({ pages: 208, pence: 1400, onHand: 19, publishedOn: '2023-01-05' }),
      ebook({ pence: 99, publishedOn: '2023-01-05' }),
      audiobook({ minutes: 320, pence: 800, publishedOn: '2023-01-05', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
  {
    number: 24,
    handle: 'walden',
    work: { key: 'work:walden', title: 'Walden' },
    title: 'Walden; or, Life in the Woods',
    language: 'en',
    firstPublished: 1854,
    people: [author('Henry David Thoreau', 'Thoreau, Henry David'), foreword('Nell Ashdown', 'Ashdown, Nell')],
    thema: ['WN', 'QDTQ', 'DNC'],
    bisac: ['NAT024000', 'PHI005000'],
    keywords: ['simplicity', 'ponds', 'Massachusetts', 'solitude', 'beans'],
    categories: ['philosophy', 'science-and-nature'],
    readers: [14, 17, 31, 72, 118],
    description: `
      A man of twenty-seven built a cabin by a pond for twenty-eight dollars and twelve and a half cents, and lived there two
      years to see what was necessary. He gives the accounts. He hoed beans, measured the ice, and listened to the trains.

      It is true that his mother's house was a mile away. He never said otherwise, and he never said you should come. What he has
      is attention: to ants, to owls, to the sound of a pond freezing. Some pages are preaching and may be skipped. The chapter
      called <em>Spring</em> may not.`,
    editions: [
      paperback({ pages: 352, pence: 899, onHand: 24, publishedOn: '2023-04-20', others: [
        used('second-folio', 'acceptable', 230, 'Lived simply. Cover loose, contents sound.'),
      ] }),
      hardback({ pages: 376, pence: 1650, onHand: 9, publishedOn: '2023-04-20' }),
      ebook({ pence: 99, publishedOn: '2023-04-20' }),
    ],
  },
  {
    number: 25,
    handle: 'a-vindication-of-the-rights-of-woman',
    work: { key: 'work:vindication', title: 'A Vindication of the Rights of Woman' },
    title: 'A Vindication of the Rights of Woman',
    subtitle: 'With Strictures on Political and Moral Subjects',
    language: 'en',
    firstPublished: 1792,
    people: [author('Mary Wollstonecraft', 'Wollstonecraft, Mary')],
    thema: ['JBSF11', 'QDTQ'],
    bisac: ['SOC010000'],
    keywords: ['education', 'equality', 'Enlightenment', 'feminism'],
    categories: ['philosophy', 'history'],
    readers: [3, 4, 14, 39, 71],
    description: `
      Written in about six weeks in 1792, while the printer's boy waited for the sheets. A French minister had proposed schools
      for boys; she asks, at length and with some heat, what he supposed the girls would be doing.

      Her case is simple: if you bring half of humankind up to please, do not be surprised that they have learnt to. She takes
      apart Rousseau, conduct books, soldiers and novels, in roughly that order. The sentences are long because she is thinking
      in them. You can hear her run for the post.`,
    editions: [
      paperback({ pages: 304, pence: 950, onHand: 9, publishedOn: '2022-03-08', others: [harbour(950, 3)] }),
      ebook({ pence: 149, publishedOn: '2022-03-08' }),
    ],
  },
  {
    number: 26,
    handle: 'thus-spake-zarathustra',
    work: { key: 'work:zarathustra', title: 'Also sprach Zarathustra' },
    title: 'Thus Spake Zarathustra: A Book for All and None',
    language: 'en',
    originalLanguage: 'de',
    firstPublished: 1883,
    people: [author('Friedrich Nietzsche', 'Nietzsche, Friedrich'), translator('Thomas Common', 'Common, Thomas')],
    thema: ['QDHR'],
    bisac: ['PHI006000'],
    keywords: ['eternal recurrence', 'prophets', 'mountains', 'aphorisms'],
    categories: ['philosophy'],
    readers: [19, 14, 26, 44, 83],
    description: `
      A hermit comes down from his mountain after ten years to tell people something important. They are waiting for a tightrope
      walker. He tells them anyway, for four books, with an eagle and a snake.

      It is scripture by a man who had given up on scripture: part sermon, part joke, part hangover. Do not quote it before you
      have finished it; others have, with results. Thomas Common's English of 1909 is full of thee and thou, which annoys some
      and suits a prophet. The chapter on the three metamorphoses is three pages and a fair test.`,
    editions: [
      paperback({ pages: 368, pence: 950, onHand: 14, publishedOn: '2022-08-25', others: [
        used('second-folio', 'very_good', 410, 'A book for one so far. Barely opened.'),
      ] }),
      ebook({ pence: 99, publishedOn: '2022-08-25' }),
    ],
  },
  {
    number: 27,
    handle: 'on-the-origin-of-species',
    work: { key: 'work:origin-of-species', title: 'On the Origin of Species' },
    title: 'On the Origin of Species by Means of Natural Selection',
    subtitle: 'Or the Preservation of Favoured Races in the Struggle for Life',
    language: 'en',
    firstPublished: 1859,
    people: [author('Charles Darwin', 'Darwin, Charles')],
    thema: ['PSAJ', 'WN'],
    bisac: ['SCI027000'],
    keywords: ['evolution', 'natural selection', 'pigeons', 'geology'],
    categories: ['science-and-nature', 'history'],
    readers: [3, 6, 21, 68, 152],
    description: `
      He begins with pigeons. He bred them, weighed them, joined two London clubs of people who did the same, and asked what
      their fancy had done in a few years that time might do in many. It is the politest revolution in print.

      The argument can be followed by anyone who has kept a garden. He raises every objection himself, usually better than his
      opponents did, and answers most of them. Man is mentioned once, near the end, in a sentence of twelve words. The first
      printing was 1,250 copies, and the booksellers took the lot in a day. We like to think that we would have.`,
    editions: [
      paperback({ pages: 480, pence: 1099, onHand: 22, publishedOn: '2024-02-12', note: 'The first edition of 1859', others: [
        harbour(1050, 7),
      ] }),
      hardback({ pages: 512, pence: 2100, onHand: 12, publishedOn: '2024-02-12' }),
      ebook({ pence: 149, publishedOn: '2024-02-12' }),
      audiobook({ minutes: 1010, pence: 1400, publishedOn: '2024-02-12', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 28,
    handle: 'the-natural-history-of-selborne',
    work: { key: 'work:selborne', title: 'The Natural History of Selborne' },
    title: 'The Natural History of Selborne',
    language: 'en',
    firstPublished: 1789,
    people: [author('Gilbert White', 'White, Gilbert'), editor('Margaret Fell', 'Fell, Margaret')],
    thema: ['WN'],
    bisac: ['NAT024000'],
    keywords: ['Hampshire', 'birds', 'tortoises', 'letters', 'parish life'],
    categories: ['science-and-nature'],
    readers: [1, 3, 8, 27, 51],
    description: `
      A curate in Hampshire wrote letters to two friends about what he had seen that week. He saw that there were three kinds of
      willow wren where everyone had counted one, and told them apart by the song. He shouted at bees through a speaking trumpet
      to learn whether they could hear.

      There is a tortoise called Timothy, who has the best part. Nothing happens in it, at the right speed, for twenty years. It
      has hardly been out of print since 1789, and it will make you go and look at your own hedge.`,
    editions: [
      paperback({ pages: 336, pence: 999, onHand: 11, publishedOn: '2022-05-12', imprint: 'saltmarsh' }),
      hardback({ pages: 360, pence: 2000, onHand: 2, publishedOn: '2022-05-12', others: [
        used('harbour-books', 'very_good', 1200, 'A fern at page 90, pressed flat long ago.'),
      ] }),
    ],
  },
]
