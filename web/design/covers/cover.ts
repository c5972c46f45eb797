/**
 * Covers for books that came without a picture.
 *
 * The tradition is the pocket series bound in patterned paper with a pasted label. A cover is a pure function
 * of the item: the same item always gives the same bytes, so the result can be cached for ever.
 */
import { decide, paint, type Decided } from './decide.ts'
import { treatmentOf, type CoverItem } from './item.ts'
import { open } from './svg.ts'
import { audiobook } from './treatments/audiobook.ts'
import { ebook } from './treatments/ebook.ts'
import { goods } from './treatments/goods.ts'
import { binding, printedLabel } from './treatments/printed-book.ts'

export { coverSubjects, type CoverSubject } from './bindings.ts'
export type { InkSetName } from './inks.ts'
export { trim, type CoverFormat, type CoverItem } from './item.ts'
export { patternNames, type PatternName } from './patterns/patterns.ts'
export { spine } from './treatments/spine.ts'
export { coverSubject } from './subject.ts'

/** The whole cover, one SVG document that carries its own name. For mail and sharing pictures. */
export function cover(item: CoverItem): string {
  const c = decide(item)
  return open(c.w, c.h, coverName(c)) + paper(c) + label(c) + '</svg>'
}

/** Only the binding, no text: serve it as an immutable image. */
export function coverPaper(item: CoverItem): string {
  const c = decide(item)
  return open(c.w, c.h, '') + paper(c) + '</svg>'
}

/**
 * Only the text and its label: inline it over the paper, where the page's font applies. Hidden from assistive
 * technology, since the page names the book beside it.
 */
export function coverLabel(item: CoverItem): string {
  const c = decide(item)
  return open(c.w, c.h, '') + label(c) + '</svg>'
}

function paper(c: Decided): string {
  const treatment = treatmentOf(c.format)
  switch (treatment) {
    case 'printed': return paint(c) + binding(c)
    case 'audiobook': return audiobook.paper(c)
    case 'ebook': return ebook.paper(c)
    case 'goods': return goods.paper(c)
    default: return treatment satisfies never
  }
}

function label(c: Decided): string {
  const treatment = treatmentOf(c.format)
  switch (treatment) {
    case 'printed': return printedLabel(c)
    case 'audiobook': return audiobook.label(c)
    case 'ebook': return ebook.label(c)
    case 'goods': return goods.label(c)
    default: return treatment satisfies never
  }
}

const coverName = ({ item, author }: Decided) => (author ? `${item.title}, ${author}` : item.title)
