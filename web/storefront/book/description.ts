/** A description is sanitised when it comes in: paragraphs, emphasis, lists, line breaks and quotations. Its first letter is set as an initial. */
export function withInitial(html: string): string {
  const text = html.trimStart()
  if (text.startsWith('<p>')) return text.replace('<p>', '<p class="initial">')
  return text.startsWith('<') || text === '' ? text : `<p class="initial">${text}</p>`
}

/** The first paragraph alone. */
export function firstParagraph(html: string): string {
  const end = html.indexOf('</p>')
  return withInitial(end < 0 ? html : html.slice(0, end + 4))
}

/** A description's beginning as plain text, cut at a word. */
export function plainBeginning(html: string, most = 160): string {
  const text = html.replaceAll(/<\/?(?:p|br|li|ul|ol|blockquote)\b[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, '').replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? ' ').replaceAll(/\s+/g, ' ').trim()
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
