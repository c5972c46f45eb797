/** ISO 639-2, bibliographic or terminological (list 74), as BCP 47 has it; undefined when it is none, or stands for several. */
export function languageTag(code: string | undefined): string | undefined {
  if (code === undefined || !/^[a-z]{3}$/i.test(code) || ['mul', 'und', 'zxx', 'mis'].includes(code)) return undefined
  const lower = code.toLowerCase()
  return Intl.getCanonicalLocales(terminological[lower] ?? lower)[0]
}

/** The bibliographic codes that differ; the platform knows the others. */
const terminological: Readonly<Record<string, string>> = {
  alb: 'sqi', arm: 'hye', baq: 'eus', bur: 'mya', chi: 'zho', cze: 'ces', dut: 'nld', fre: 'fra', geo: 'kat', ger: 'deu', gre: 'ell', ice: 'isl',
  mac: 'mkd', mao: 'mri', may: 'msa', per: 'fas', rum: 'ron', scr: 'hrv', scc: 'srp', slo: 'slk', tib: 'bod', wel: 'cym',
}
