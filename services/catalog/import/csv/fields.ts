/** The fields of one whole record, its quotation marks taken away. */
export function fieldsOf(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter)
  const fields: string[] = []
  for (let at = 0; ;) {
    if (text[at] === '"') {
      let closed = text.indexOf('"', at + 1)
      while (closed >= 0 && text[closed + 1] === '"') closed = text.indexOf('"', closed + 2)
      if (closed < 0) closed = text.length
      fields.push(text.slice(at + 1, closed).replaceAll('""', '"'))
      at = closed + 1
    } else {
      const end = text.indexOf(delimiter, at)
      fields.push(text.slice(at, end < 0 ? text.length : end))
      at = end < 0 ? text.length : end
    }
    if (at >= text.length) return fields
    at += 1
  }
}

/** A field as it stands in a table of RFC 4180. */
export const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
