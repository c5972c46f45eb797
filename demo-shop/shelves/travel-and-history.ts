/** Journeys and lives. */
import { audiobook, author, ebook, harbour, hardback, narrator, paperback, used, type Book } from '../press/book.ts'

export const travelAndHistory: Book[] = [
  {
    number: 30,
    handle: 'a-ladys-life-in-the-rocky-mountains',
    work: { key: 'work:a-ladys-life', title: 'A Lady’s Life in the Rocky Mountains' },
    title: 'A Lady’s Life in the Rocky Mountains',
    language: 'en',
    firstPublished: 1879,
    people: [author('Isabella L. Bird', 'Bird, Isabella L.')],
    thema: ['WTLC', 'DNC'],
    bisac: ['TRV010000', 'BIO022000'],
    keywords: ['Colorado', 'horses', 'letters', 'Estes Park', 'women travellers'],
    categories: ['travel', 'history'],
    readers: [1, 2, 11, 36, 64],
    description: `
      In Edinburgh she was an invalid who could hardly lift her head. In Colorado, in the autumn of 1873, she rode eight hundred
      miles alone, herded cattle, climbed Longs Peak and was snowed in with two young men and not much flour. The doctors had
      recommended a change of air.

      These are her letters home to her sister, who had stayed in Scotland. The landscapes are large and the housekeeping exact.
      There is also Mountain Jim, a desperado with one eye and beautiful manners, of whom she says rather little, rather often.`,
    editions: [
      paperback({ pages: 272, pence: 950, onHand: 13, publishedOn: '2023-07-06', imprint: 'saltmarsh', others: [
        used('second-folio', 'good', 380, 'Map of Estes Park neatly coloured in by a child or a geologist.'),
      ] }),
      ebook({ pence: 149, publishedOn: '2023-07-06' }),
      audiobook({ minutes: 560, pence: 950, publishedOn: '2023-07-06', by: narrator('Imogen Hartley', 'Hartley, Imogen') }),
    ],
  },
  {
    number: 37,
    handle: 'decline-and-fall-of-the-roman-empire-1',
    work: { key: 'work:decline-and-fall', title: 'The History of the Decline and Fall of the Roman Empire' },
    title: 'The History of the Decline and Fall of the Roman Empire',
    subtitle: 'Volume the First',
    language: 'en',
    firstPublished: 1776,
    people: [author('Edward Gibbon', 'Gibbon, Edward')],
    series: { name: 'The History of the Decline and Fall of the Roman Empire', position: '1' },
    thema: ['NHC'],
    bisac: ['HIS002020'],
    keywords: ['Rome', 'empire', 'emperors', 'early Christianity', 'footnotes'],
    categories: ['history', 'classics'],
    readers: [4, 5, 13, 33, 68],
    description: `
      It came to him among the ruins of the Capitol while barefoot friars were singing vespers, or so he said later, and it took
      him the next twenty-three years. This is the first of six volumes: from the good emperors to Constantine, by way of some
      who were not good at all.

      Read it for the sentences, which march in step and then turn their heads. Read it for the footnotes, where the jokes are
      kept, often in Latin. Chapters fifteen and sixteen, on the early church, made him a number of enemies. He answered them
      once, politely, and they did not recover.`,
    editions: [
      hardback({ pages: 720, pence: 2400, onHand: 8, publishedOn: '2021-02-17', sizeMm: [156, 234], others: [
        used('harbour-books', 'good', 1150, 'Volume one of a broken set. Declining, not fallen.'),
      ] }),
      ebook({ pence: 149, publishedOn: '2021-02-17' }),
      audiobook({ minutes: 1560, pence: 1700, publishedOn: '2021-02-17', by: narrator('Ruth Penhallow', 'Penhallow, Ruth') }),
    ],
  },
  {
    number: 38,
    handle: 'narrative-of-the-life-of-frederick-douglass',
    work: { key: 'work:frederick-douglass', title: 'Narrative of the Life of Frederick Douglass' },
    title: 'Narrative of the Life of Frederick Douglass, an American Slave',
    subtitle: 'Written by Himself',
    language: 'en',
    firstPublished: 1845,
    people: [author('Frederick Douglass', 'Douglass, Frederick')],
    thema: ['DNBA', 'NHTS', 'NHK'],
    bisac: ['BIO002010', 'SOC054000'],
    keywords: ['slavery', 'abolition', 'Maryland', 'literacy', 'freedom'],
    categories: ['history'],
    readers: [1, 2, 8, 49, 187],
    description: `
      He did not know his birthday. He learnt his letters from his mistress until her husband explained to her, in the boy's
      hearing, why that was dangerous; it was the best lesson he was given. He bought the rest from white boys in the street,
      with bread.

      It is about a hundred pages long and wastes none of them. He does not tell how he escaped, because others would be using
      the same road. Publishing it put him in danger of being taken back, so he went to Ireland and lectured. It sold in
      thousands. It should be read in one sitting, and then lent.`,
    editions: [
      paperback({ pages: 144, pence: 699, onHand: 31, publishedOn: '2023-02-14', others: [
        harbour(699, 10), used('second-folio', 'very_good', 280, 'Clean. A school stamp inside the cover.', 2),
      ] }),
      ebook({ pence: 99, publishedOn: '2023-02-14' }),
      audiobook({ minutes: 240, pence: 700, publishedOn: '2023-02-14', by: narrator('Samuel Oduya', 'Oduya, Samuel') }),
    ],
  },
  {
    number: 39,
    handle: 'dubliners',
    work: { key: 'work:dubliners', title: 'Dubliners' },
    title: 'Dubliners',
    language: 'en',
    firstPublished: 1914,
    people: [author('James Joyce', 'Joyce, James')],
    thema: ['FYB', 'FBC'],
    bisac: ['FIC029000', 'FIC004000'],
    keywords: ['Dublin', 'Ireland', 'snow', 'paralysis', 'parties'],
    categories: ['short-stories', 'classics', 'fiction'],
    readers: [5, 9, 24, 71, 142],
    description: `
      Fifteen stories, in each of which somebody in Dublin very nearly does something. A boy gets to the bazaar as it is closing.
      A woman gets as far as the quay. A man reads in the newspaper what became of someone he was careful not to love.

      Twenty-two printers and publishers turned it down or changed their minds; one burnt it. None of it is difficult; the
      difficult books came after. Take them one at a time, and keep the last, <em>The Dead</em>, for an evening with snow in the
      forecast. There is a party, a goose, a song, and then the best page in the shop.`,
    editions: [
      paperback({ pages: 240, pence: 899, onHand: 27, publishedOn: '2024-06-16', imprint: 'lanternRow', others: [
        harbour(899, 5), used('harbour-books', 'very_good', 390, 'Rebound in brown paper by somebody patient.'),
      ] }),
      hardback({ pages: 264, pence: 1600, onHand: 8, publishedOn: '2024-06-16' }),
      ebook({ pence: 149, publishedOn: '2024-06-16' }),
    ],
  },
]
