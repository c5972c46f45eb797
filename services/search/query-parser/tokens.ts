import { fold, wordsOf } from '@octavo/search-index/analysis'

/** A piece of a query between blanks. */
export interface Token {
  /** As it was typed. */
  readonly raw: string
  readonly folded: string
  /** Its words with blanks between, as grammars have them; any dash alone is `-`. */
  readonly spaced: string
}

export interface Cut {
  readonly tokens: readonly Token[]
  /** In quotation marks. */
  readonly phrases: readonly string[]
  /** With a minus in front. */
  readonly without: readonly string[]
}

const controls = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu
const quoted = /"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»/g
const minus = /^[-–−](?=[\p{L}"])/u

/** Cuts a query into words, phrases and what is not wanted; marks that mean nothing are let go. */
export function cut(query: string): Cut {
  const phrases: string[] = []
  const without: string[] = []
  const plain = query.normalize('NFKC').replace(controls, ' ')
  const rest = plain.replace(quoted, (_, ...groups: (string | undefined)[]) => {
    const phrase = groups.slice(0, 4).find((group) => group !== undefined) ?? ''
    if (wordsOf(phrase).length > 0) phrases.push(phrase.trim())
    return ' '
  })
  const tokens: Token[] = []
  for (const raw of rest.split(/\s+/)) {
    const given = minus.test(raw) && tokens.length + phrases.length > 0 ? raw.replace(minus, '') : undefined
    if (given !== undefined) { if (wordsOf(given).length) without.push(given) }
    else if (raw !== '') tokens.push(tokenOf(raw))
  }
  return { tokens: tokens.filter(({ spaced }) => spaced !== ''), phrases, without }
}

function tokenOf(raw: string): Token {
  const folded = fold(raw).replaceAll(/^[^\p{L}\p{N}£€$]+|[^\p{L}\p{N}£€$]+$/gu, '')
  return { raw, folded, spaced: /^[-–—]$/.test(raw) ? '-' : folded.replaceAll('-', ' ') }
}
