/** Publishers that do not exist. */

export const IMPRINTS = {
  quire: { imprint: 'Quire', publisher: 'Quire & Leaf' },
  fold: { imprint: 'Fold Library', publisher: 'Quire & Leaf' },
  pocketLeaf: { imprint: 'Pocket Leaf', publisher: 'Quire & Leaf' },
  saltmarsh: { imprint: 'Saltmarsh', publisher: 'Saltmarsh Press' },
  lanternRow: { imprint: 'Lantern Row', publisher: 'Lantern Row' },
  wideMargin: { imprint: 'Wide Margin', publisher: 'Lantern Row' },
  littleQuire: { imprint: 'Little Quire', publisher: 'Quire & Leaf' },
  earshot: { imprint: 'Earshot', publisher: 'Earshot Audio' },
  blaueMappe: { imprint: 'Blaue Mappe', publisher: 'Verlag Blaue Mappe' },
  pagePliee: { imprint: 'La Page pliée', publisher: 'Éditions de la Page pliée' },
  tintaMenor: { imprint: 'Tinta Menor', publisher: 'Tinta Menor' },
  cartaLieve: { imprint: 'Carta Lieve', publisher: 'Carta Lieve Editore' },
  mareMansa: { imprint: 'Maré Mansa', publisher: 'Maré Mansa' },
  belyjList: { imprint: 'Белый лист', publisher: 'Белый лист' },
  baiye: { imprint: '白葉', publisher: '白葉書局' },
  oritatami: { imprint: '折丁文庫', publisher: '折丁社' },
} as const

export type HouseImprint = keyof typeof IMPRINTS

/** Who publishes an edition when the shelf does not say. */
export function usualImprint(language: string, format: string): HouseImprint {
  const abroad: Record<string, HouseImprint> = {
    de: 'blaueMappe', fr: 'pagePliee', es: 'tintaMenor', it: 'cartaLieve', pt: 'mareMansa', ru: 'belyjList', ja: 'oritatami', zh: 'baiye',
  }
  const byFormat: Record<string, HouseImprint> = {
    hardback: 'fold', mass_market: 'pocketLeaf', large_print: 'wideMargin', board_book: 'littleQuire',
    audiobook: 'earshot', audiobook_cd: 'earshot',
  }
  return abroad[language] ?? byFormat[format] ?? 'quire'
}
