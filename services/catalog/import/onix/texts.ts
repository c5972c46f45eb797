import { escaped, markupOf, wordsOf, type Element } from './tree.ts'

/**
 * A text as markup. What it is written in is said by its `textformat` (list 34): XHTML as elements, HTML as escaped text, or plain; what
 * says nothing and looks like HTML is taken for it, as suppliers often forget to say. Nothing of it is trusted: it is sanitised on the way in.
 */
export function htmlOf(text: Element | undefined, format: string | undefined = text?.attributes['textformat']): string | undefined {
  const words = wordsOf(text)
  if (!text || words === undefined) return undefined
  if (text.children.some((child) => typeof child !== 'string')) return markupOf(text)
  const raw = text.children.filter((child) => typeof child === 'string').join('')
  if (format === '02' || format === '05' || format === '03' || /<\/?(p|br|b|i|em|strong|ul|ol|li|div|span)\b[^>]*>/i.test(raw)) return raw
  return raw.trim().split(/\r?\n\s*\r?\n/).map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll(/\s*\r?\n\s*/g, '<br>')}</p>`).join('')
}
