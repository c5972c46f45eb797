import { Refused } from '../entry.ts'
import type { Edition } from './edition.ts'
import { child, text, type Element } from './tree.ts'

/** What the header says once for all records. */
export interface Defaults {
  readonly language?: string
  readonly currency?: string
  readonly priceType?: string
  readonly sender?: string
}

export function defaultsOf(header: Element | undefined): Defaults {
  const language = text(header, 'DefaultLanguageOfText')
  const currency = text(header, 'DefaultCurrencyCode')
  const priceType = text(header, 'DefaultPriceType') ?? text(header, 'DefaultPriceTypeCode')
  const sender = text(child(header, 'Sender'), 'SenderName') ?? text(header, 'FromCompany')
  return { ...(language !== undefined && { language }), ...(currency !== undefined && { currency }), ...(priceType !== undefined && { priceType }), ...(sender !== undefined && { sender }) }
}

/** Notification types, list 1. */
export function noticeOf(code: string | undefined): Edition['notice'] {
  switch (code) {
    case '01': return 'early'
    case '02': return 'advance'
    case undefined: case '03': case '08': case '09': return 'confirmed'
    case '04': case '12': case '13': case '14': return 'update'
    case '05': return 'delete'
    default: throw new Refused(`The record is of notification type ${code}, which says nothing of goods for sale; 01 to 05 do.`)
  }
}

/** A title written whole or in its parts: prefix and the rest. Release 2.1 names the elements the same. */
export function titled(element: Element | undefined): { title: string; subtitle?: string } | undefined {
  const prefix = text(element, 'TitlePrefix')
  const rest = text(element, 'TitleWithoutPrefix')
  // "World of Mining, The" beside its parts is for sorting.
  const title = rest === undefined ? text(element, 'TitleText') : prefix === undefined ? rest : `${prefix}${/['’]$/.test(prefix) ? '' : ' '}${rest}`
  const subtitle = text(element, 'Subtitle')
  return title === undefined ? undefined : { title, ...(subtitle !== undefined && { subtitle }) }
}

/** A person or a body, as it is said and as it is sorted. */
export function named(element: Element): { name: string; sortName?: string } | undefined {
  const parts = ['TitlesBeforeNames', 'NamesBeforeKey', 'PrefixToKey', 'KeyNames', 'NamesAfterKey', 'SuffixToKey'].flatMap((part) => text(element, part) ?? [])
  const inverted = text(element, 'PersonNameInverted')
  const name = text(element, 'PersonName') ?? (text(element, 'KeyNames') === undefined ? undefined : parts.join(' ')) ?? (inverted === undefined ? undefined : turned(inverted)) ?? text(element, 'CorporateName')
  if (name === undefined) return undefined
  const sortName = inverted ?? (text(element, 'KeyNames') === undefined ? undefined : [[text(element, 'PrefixToKey'), text(element, 'KeyNames')], [text(element, 'NamesBeforeKey')]].map((half) => half.filter(Boolean).join(' ')).filter(Boolean).join(', '))
  return { name, ...(sortName !== undefined && { sortName }) }
}

/** `Chapman, Jim` said as `Jim Chapman`. */
function turned(inverted: string): string {
  const [last = '', ...first] = inverted.split(',').map((part) => part.trim())
  return [...first, last].join(' ').trim()
}
