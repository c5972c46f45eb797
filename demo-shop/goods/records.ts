/** Long-playing records. The music and its composers are real; players, labels and recordings are not. */
import type { Thing } from './thing.ts'

const sleeve = { sizeMm: [315, 315, 4], categories: ['records'] } as const
const one = { Format: 'LP, 180 g', Speed: '33⅓' }
const two = { Format: '2 LP, 180 g', Speed: '33⅓' }

export const records: Thing[] = [
  { ...sleeve, n: 301, handle: 'lp-goldberg-variations', title: 'Bach: Goldberg Variations', brand: 'Candlewick',
    pence: 2499, onHand: 14, grams: 330,
    attributes: { Composer: 'Johann Sebastian Bach', Performer: 'Ines Halloran, piano', ...one }, keywords: ['piano', 'Baroque'],
    text: `
      An aria, thirty variations, and the aria again, which is no longer the same. Recorded at night in a school hall in
      Stromness, with one creak in the seventeenth.` },
  { ...sleeve, n: 302, handle: 'lp-cello-suites', title: 'Bach: Suites for Cello', brand: 'Candlewick',
    pence: 3899, onHand: 9, grams: 640,
    attributes: { Composer: 'Johann Sebastian Bach', Performer: 'Tobias Renn, cello', ...two }, keywords: ['cello', 'Baroque'],
    text: `
      Six suites for one instrument, and much of the harmony is left for you to hear. Two records, cut quietly, and a sleeve
      with nothing on it but the key of each.` },
  { ...sleeve, n: 303, handle: 'lp-four-seasons', title: 'Vivaldi: The Four Seasons', brand: 'Low Tide',
    pence: 2199, onHand: 25, grams: 320,
    attributes: { Composer: 'Antonio Vivaldi', Performer: 'Ensemble Mareggiata', ...one }, keywords: ['violin', 'Baroque'],
    text: `
      You know it from lifts. Here it is with the sonnets that he printed beside the notes, played by eleven people who have
      been out in a thunderstorm.` },
  { ...sleeve, n: 304, handle: 'lp-mozart-clarinet', title: 'Mozart: Clarinet Quintet', brand: 'Low Tide',
    pence: 2299, onHand: 17, grams: 320,
    attributes: { Composer: 'Wolfgang Amadeus Mozart', Performer: 'Adaeze Moore, clarinet, with the Fenwick Quartet', ...one }, keywords: ['clarinet', 'chamber music'],
    text: `
      He wrote it for a friend who owed him money. The slow movement ought to be kept in the house, like aspirin.` },
  { ...sleeve, n: 305, handle: 'lp-beethoven-late-quartets', title: 'Beethoven: The Late Quartets', brand: 'Candlewick',
    pence: 6900, onHand: 3, grams: 1250,
    attributes: { Composer: 'Ludwig van Beethoven', Performer: 'Fenwick Quartet', Format: '4 LP, 180 g', Speed: '33⅓' }, keywords: ['string quartet', 'chamber music'],
    text: `
      Five quartets and the Great Fugue on four records in a box. The Fenwicks put the fugue back at the end of Opus 130,
      and leave the other finale for those who need it.` },
  { ...sleeve, n: 306, handle: 'lp-winterreise', title: 'Schubert: Winterreise', brand: 'Candlewick',
    pence: 3699, onHand: 8, grams: 630,
    attributes: { Composer: 'Franz Schubert', Words: 'Wilhelm Müller', Performer: 'Jonas Ahlbeck, baritone; Ines Halloran, piano', ...two }, keywords: ['songs', 'winter'],
    text: `
      A man leaves a town at night, writes “good night” on the gate, and walks. Twenty-four songs with the words in German
      and English, and a side to yourself after each six.` },
  { ...sleeve, n: 307, handle: 'lp-chopin-nocturnes', title: 'Chopin: Nocturnes', brand: 'Low Tide',
    pence: 3499, onHand: 13, grams: 630,
    attributes: { Composer: 'Frédéric Chopin', Performer: 'Mireille Astruc, piano', ...two }, keywords: ['piano', 'Romantic'],
    text: `
      Played on a Pleyel of 1842 with a small, clear voice and a pedal that sighs. Not background, though people have
      proposed during it.` },
  { ...sleeve, n: 308, handle: 'lp-clara-schumann', title: 'Clara Schumann: Piano Trio and Romances', brand: 'Candlewick',
    pence: 2499, onHand: 10, grams: 320,
    attributes: { Composer: 'Clara Schumann', Performer: 'Trio Ostwald', ...one }, keywords: ['piano trio', 'Romantic'],
    text: `
      She wrote the trio between concerts, with four children in the house. The romances on the second side were for a
      friend who played the violin.` },
  { ...sleeve, n: 309, handle: 'lp-brahms-clarinet-sonatas', title: 'Brahms: Clarinet Sonatas', brand: 'Low Tide',
    pence: 2299, onHand: 12, grams: 320,
    attributes: { Composer: 'Johannes Brahms', Performer: 'Adaeze Moore, clarinet; Peter Lund, piano', ...one }, keywords: ['clarinet', 'autumn'],
    text: `
      He had announced that he was finished, and then heard a clarinet. Two sonatas from the last summers, brown and gold.` },
  { ...sleeve, n: 310, handle: 'lp-debussy-preludes', title: 'Debussy: Préludes, Book One', brand: 'Low Tide',
    pence: 2399, onHand: 0, promised: { limit: 30, from: '2031-09-12' }, grams: 320,
    attributes: { Composer: 'Claude Debussy', Performer: 'Mireille Astruc, piano', ...one }, keywords: ['piano', 'Impressionism'],
    text: `
      Twelve pictures, with the titles at the end, where he put them. The first pressing went in a month; a second is being
      cut.` },
  { ...sleeve, n: 311, handle: 'lp-satie', title: 'Satie: Gymnopédies and Other Quiet Pieces', brand: 'Candlewick',
    pence: 2199, onHand: 31, grams: 320,
    attributes: { Composer: 'Erik Satie', Performer: 'Peter Lund, piano', ...one }, keywords: ['piano', 'quiet'],
    text: `
      Three gymnopédies, six gnossiennes, and some pieces whose instructions are to be read and not obeyed. The pianist, as
      asked, has postulated within himself.` },
  { ...sleeve, n: 312, handle: 'lp-joplin-rags', title: 'Joplin: Piano Rags', brand: 'Packet Boat',
    pence: 2099, onHand: 16, grams: 320,
    attributes: { Composer: 'Scott Joplin', Performer: 'Everett Coles, piano', ...one }, keywords: ['ragtime', 'piano'],
    text: `
      Fourteen rags at the speed that the composer asked for, which is slower than anyone’s. <em>Maple Leaf</em> is there,
      and <em>Solace</em> is the surprise.` },
  { ...sleeve, n: 313, handle: 'lp-sea-shanties', title: 'Haul Away: Songs from Sailing Ships', brand: 'Packet Boat',
    pence: 1999, onHand: 22, grams: 320,
    attributes: { Composer: 'Traditional', Performer: 'The Whitby Capstan', ...one }, keywords: ['shanties', 'the sea'],
    text: `
      Sixteen working songs, sung by people pulling on an actual rope. The sleeve says which were for the halyards and which
      for the pumps, and it can be heard.` },
  { ...sleeve, n: 314, handle: 'lp-holst-planets', title: 'Holst: The Planets', brand: 'Low Tide',
    pence: 2499, onHand: 4, grams: 330,
    attributes: { Composer: 'Gustav Holst', Performer: 'Northumbrian Sinfonia', ...one }, keywords: ['orchestra', 'planets'],
    text: `
      Seven planets, without the Earth. For Neptune the choir stood in a corridor, and a stagehand shut the door by inches,
      as the score desires.` },
]
