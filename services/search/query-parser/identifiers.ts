/** What a query may be exactly: an ISBN or GTIN with or without marks, or a SKU. Empty for anything else. */
export function identifiersIn(query: string): string[] {
  const compact = query.normalize('NFKC').toLowerCase().replace(/^(isbn|ean|gtin|sku|asin)(-1[03])?[:\s]*/, '').replaceAll(/[\s\p{Pd}]/gu, '')
  if (/^\d{9}[\dx]$/.test(compact)) return isIsbn10(compact) ? [compact, isbn13(compact)] : [compact]
  if (/^97[89]\d{10}$/.test(compact)) return [compact, ...(compact.startsWith('978') ? [isbn10(compact)] : [])]
  if (/^\d{8,14}$/.test(compact)) return [compact, compact.padStart(14, '0'), compact.replace(/^0+/, '')]
  return /^(?=.*\d)(?=.*[a-z])[a-z0-9._/]{4,40}$/.test(compact) ? [compact] : []
}

/** Weights 10 to 1, a multiple of 11 (ISO 2108). */
function isIsbn10(text: string): boolean {
  const sum = [...text].reduce((all, digit, at) => all + (digit === 'x' ? 10 : Number(digit)) * (10 - at), 0)
  return sum % 11 === 0
}

function isbn13(ten: string): string {
  const digits = `978${ten.slice(0, 9)}`
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

function isbn10(thirteen: string): string {
  const digits = thirteen.slice(3, 12)
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return `${digits}${check === 10 ? 'x' : check}`
}
