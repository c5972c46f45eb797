/** Kinds of books: where one stands in the shop and in the trade's schemes, when its shelf says no more. */
import type { CategoryHandle } from '../categories.ts'
import type { BisacCode, ThemaCode } from './subjects.ts'

interface KindOfBook {
  thema: readonly ThemaCode[]
  bisac: readonly BisacCode[]
  categories: readonly CategoryHandle[]
}

export const KINDS = {
  novel: { thema: ['FBC'], bisac: ['FIC004000', 'FIC019000'], categories: ['classics'] },
  family: { thema: ['FBC', 'FS'], bisac: ['FIC045000', 'FIC004000'], categories: ['classics'] },
  love: { thema: ['FBC', 'FR'], bisac: ['FIC027000', 'FIC004000'], categories: ['classics'] },
  satire: { thema: ['FBC', 'FUP'], bisac: ['FIC052000', 'FIC004000'], categories: ['classics'] },
  comic: { thema: ['FBC', 'FU'], bisac: ['FIC016000', 'FIC004000'], categories: ['classics'] },
  historical: { thema: ['FBC', 'FV'], bisac: ['FIC014000', 'FIC004000'], categories: ['classics', 'historical-fiction'] },
  adventure: { thema: ['FJ', 'FBC'], bisac: ['FIC002000', 'FIC004000'], categories: ['adventure'] },
  sea: { thema: ['FJN', 'FBC'], bisac: ['FIC047000', 'FIC004000'], categories: ['the-sea', 'adventure'] },
  western: { thema: ['FJW'], bisac: ['FIC033000', 'FIC004000'], categories: ['adventure'] },
  mystery: { thema: ['FFC', 'FBC'], bisac: ['FIC022000', 'FIC004000'], categories: ['crime-and-mystery'] },
  spies: { thema: ['FHD', 'FBC'], bisac: ['FIC006000', 'FIC004000'], categories: ['crime-and-mystery', 'adventure'] },
  gothic: { thema: ['FKC', 'FBC'], bisac: ['FIC015000', 'FIC004000'], categories: ['gothic-and-horror'] },
  science: { thema: ['FLC', 'FBC'], bisac: ['FIC028000', 'FIC004000'], categories: ['science-fiction-and-fantasy'] },
  fantasy: { thema: ['FM', 'FBC'], bisac: ['FIC009000', 'FIC004000'], categories: ['science-fiction-and-fantasy'] },
  stories: { thema: ['FYB', 'FBC'], bisac: ['FIC029000', 'FIC004000'], categories: ['short-stories'] },
  legends: { thema: ['FN'], bisac: ['FIC010000'], categories: ['myths-and-legends'] },
  poems: { thema: ['DCF', 'DCA'], bisac: ['POE000000'], categories: ['poetry'] },
  epic: { thema: ['DB', 'DCA'], bisac: ['POE014000'], categories: ['epics-and-ballads'] },
  play: { thema: ['DDA'], bisac: ['DRA000000'], categories: ['drama'] },
  ancientPlay: { thema: ['DDA', 'DB'], bisac: ['DRA006000'], categories: ['drama', 'the-ancient-world'] },
  shakespeare: { thema: ['DDA'], bisac: ['DRA010000'], categories: ['drama'] },
  thought: { thema: ['QDHR'], bisac: ['PHI016000'], categories: ['philosophy'] },
  ancientThought: { thema: ['QDHA'], bisac: ['PHI002000'], categories: ['philosophy', 'the-ancient-world'] },
  easternThought: { thema: ['QDHC'], bisac: ['PHI003000'], categories: ['philosophy'] },
  politics: { thema: ['JPA', 'QDTS'], bisac: ['POL010000'], categories: ['society-and-politics'] },
  rights: { thema: ['JBSF11', 'QDTS'], bisac: ['SOC010000'], categories: ['society-and-politics'] },
  economics: { thema: ['KCA'], bisac: ['BUS023000'], categories: ['society-and-politics'] },
  mind: { thema: ['JM'], bisac: ['PSY000000'], categories: ['science-and-nature'] },
  learning: { thema: ['PDX', 'PD'], bisac: ['SCI034000'], categories: ['science-and-nature'] },
  numbers: { thema: ['PB'], bisac: ['MAT000000'], categories: ['science-and-nature'] },
  evolution: { thema: ['PSAJ'], bisac: ['SCI027000'], categories: ['science-and-nature'] },
  nature: { thema: ['WN'], bisac: ['NAT024000'], categories: ['science-and-nature'] },
  essays: { thema: ['DNL'], bisac: ['LCO010000'], categories: ['essays-and-letters'] },
  letters: { thema: ['DND'], bisac: ['LCO011000'], categories: ['essays-and-letters'] },
  journey: { thema: ['WTLC'], bisac: ['TRV010000'], categories: ['travel'] },
  expedition: { thema: ['WTLP', 'WTLC'], bisac: ['BIO023000', 'TRV010000'], categories: ['travel'] },
  past: { thema: ['NHB'], bisac: ['HIS037000'], categories: ['history'] },
  ancientPast: { thema: ['NHC'], bisac: ['HIS002000'], categories: ['the-ancient-world'] },
  life: { thema: ['DNBA'], bisac: ['BIO026000'], categories: ['lives'] },
  biography: { thema: ['DNB'], bisac: ['BIO006000'], categories: ['lives'] },
  bondage: { thema: ['DNBA', 'NHTS'], bisac: ['BIO002010', 'SOC054000'], categories: ['lives'] },
  art: { thema: ['AGA'], bisac: ['ART015000'], categories: ['arts-and-household'] },
  kitchen: { thema: ['WB'], bisac: ['CKB000000'], categories: ['arts-and-household'] },
  garden: { thema: ['WM'], bisac: ['GAR000000'], categories: ['arts-and-household'] },
  child: { thema: ['YFA'], bisac: ['JUV007000'], categories: ['stories-to-read-alone'] },
  childFantasy: { thema: ['YFA', 'YFH'], bisac: ['JUV037000', 'JUV007000'], categories: ['stories-to-read-alone'] },
  childFamily: { thema: ['YFA', 'YFN'], bisac: ['JUV013000', 'JUV007000'], categories: ['stories-to-read-alone'] },
  childAnimals: { thema: ['YFP', 'YFA'], bisac: ['JUV002000', 'JUV007000'], categories: ['stories-to-read-alone'] },
  fairyTales: { thema: ['YFJ', 'FN'], bisac: ['JUV012030', 'FIC010000'], categories: ['children', 'myths-and-legends'] },
  picture: { thema: ['YBC', 'YFP'], bisac: ['JUV002000', 'JUV007000'], categories: ['picture-books'] },
  childVerse: { thema: ['YDP'], bisac: ['JUV057000'], categories: ['children', 'poetry'] },
} as const satisfies Record<string, KindOfBook>

export type Kind = keyof typeof KINDS
