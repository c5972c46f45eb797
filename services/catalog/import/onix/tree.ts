// saxes: a strict XML parser that declares no entities and loads nothing; what a message may hide is refused before it comes here.
import { SaxesParser } from 'saxes'
import { decodeHTMLStrict } from 'entities'
import { Refused } from '../entry.ts'
import { referenceNames } from './tags.ts'

/** An element under its reference name, whatever tags it came with. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const mostDeep = 100

/**
 * One record as a tree.
 * @throws {Refused} when it is not well formed
 */
export function readTree(xml: string): Element {
  const root: Built = { name: '', attributes: {}, children: [] }
  const open: Built[] = [root]
  const parser = new SaxesParser({ xmlns: false, fragment: true })
  // Release 2.1 may name the characters of HTML. The parser asks by name and knows none itself.
  parser.ENTITIES = new Proxy(parser.ENTITIES, { get: (known, name: string) => known[name] ?? namedCharacter(name) })
  const write = (text: string): void => {
    const { children } = open.at(-1) as Built
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }
  parser.on('error', (error) => { throw new Refused(`The record is not well formed: ${error.message.replace(/^\d+:\d+: /, '')}.`) })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Built = { name: referenceName(name), attributes, children: [] }
    if (open.length > mostDeep) throw new Refused(`The record has elements inside of one another more than ${mostDeep} deep.`)
    ;(open.at(-1) as Built).children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => { open.pop() })
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(xml).close()
  const record = root.children.find((child) => typeof child !== 'string')
  if (!record) throw new Refused('The record is empty.')
  return record
}

type Built = { name: string; attributes: Record<string, string>; children: (Built | string)[] }

function referenceName(name: string): string {
  const local = name.slice(name.indexOf(':') + 1)
  return referenceNames[local] ?? local
}

function namedCharacter(name: string): string | undefined {
  const character = decodeHTMLStrict(`&${name};`)
  return character.startsWith('&') ? undefined : character
}

/** The first child of that name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one): one is Element => typeof one !== 'string' && one.name === name)

export const children = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((one): one is Element => typeof one !== 'string' && one.name === name) ?? []

export const has = (element: Element | undefined, name: string): boolean => child(element, name) !== undefined

/** Its words, tags left out and white space folded; undefined when there are none. */
export function wordsOf(element: Element | undefined): string | undefined {
  if (!element) return undefined
  const text = element.children.map((one) => (typeof one === 'string' ? one : ` ${wordsOf(one) ?? ''} `)).join('').replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** The words of the first child of that name. */
export const text = (element: Element | undefined, name: string): string | undefined => wordsOf(child(element, name))

/** What is inside, as markup: its tags as they are, its text escaped. */
export const markupOf = ({ children: parts }: Element): string =>
  parts.map((one) => (typeof one === 'string' ? escaped(one) : `<${one.name}>${markupOf(one)}</${one.name}>`)).join('')

export const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
