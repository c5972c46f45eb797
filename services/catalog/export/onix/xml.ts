import { shortTags } from '../../import/onix/tags.ts'

export type Tags = 'reference' | 'short'

/** An element by its reference name; absent ones are left out. */
export interface Element {
  readonly name: string
  readonly attributes?: string
  readonly inside: string | readonly Element[]
}
/** What is absent, false or empty is left out. */
type Content = string | number | false | undefined | Element | readonly Content[]

/** An element with text or elements in it; undefined when nothing is in it, as ONIX has no empty ones. */
export function el(name: string, ...content: readonly Content[]): Element | undefined {
  const [only] = content
  if (content.length === 1 && (typeof only === 'string' || typeof only === 'number')) return only === '' ? undefined : { name, inside: String(only) }
  const inside = flat(content)
  return inside.length === 0 ? undefined : { name, inside }
}

function flat(content: readonly Content[]): Element[] {
  return content.flatMap((one): Element[] => {
    if (one === undefined || one === false || one === '') return []
    if (Array.isArray(one)) return flat(one as readonly Content[])
    return [one as Element]
  })
}

/** Only texts have lines; elsewhere ONIX allows no line ends, and they become blanks. */
export function xmlOf({ name, attributes = '', inside }: Element, tags: Tags): string {
  const tag = tags === 'short' ? shortTags[name] : name
  if (tag === undefined) throw new TypeError(`${name} has no short tag`)
  return `<${tag}${attributes}>${typeof inside === 'string' ? escaped(name === 'Text' ? inside : inside.replaceAll(/\s*[\r\n]\s*/g, ' ')) : inside.map((one) => xmlOf(one, tags)).join('')}</${tag}>`
}

/** Characters that XML 1.0 cannot hold are left out; a carriage return would be read as a line end. */
const escaped = (text: string): string =>
  text.toWellFormed().replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (found) => (inXml(found) ? found : '')).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

const inXml = (letter: string): boolean => letter === '\t' || letter === '\n' || letter === '\r' || (letter >= ' ' && letter < '\uFFFE')
