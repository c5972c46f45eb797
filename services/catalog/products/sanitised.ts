// sanitize-html: what browsers forgive in markup is not for us to guess.
import sanitizeHtml from 'sanitize-html'

const kept = {
  allowedTags: ['p', 'br', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'q', 'cite'],
  allowedAttributes: {},
  transformTags: { b: 'strong', i: 'em', div: 'p' },
} as const

/** Paragraphs of mere words, as most feeds have them: they would come out as they went in. */
const plainParagraphs = /^(?:<p>[^<>&]*(?:&(?:amp|lt|gt);[^<>&]*)*<\/p>)+$/

/** Paragraphs, emphasis, lists, line breaks and quotations only; nothing that runs, loads or leads elsewhere. */
export function sanitised(html: string): string {
  return /[<>&]/.test(html) && !plainParagraphs.test(html) ? sanitizeHtml(html, kept).trim() : html.trim()
}
