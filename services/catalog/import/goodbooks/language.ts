/** `eng`, `en-US`, `fre` (ISO 639-2) as BCP 47 has it; undefined for none and for several at once. */
export function languageOf(code: string | undefined): string | undefined {
  if (code === undefined || code === 'mul' || code === 'und') return undefined
  try { return Intl.getCanonicalLocales(code)[0] } catch { return undefined }
}
