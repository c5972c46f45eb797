import type { Market } from '@octavo/market'
import { format, type Money } from '@octavo/money'
import { textsFor, type Texts } from '../texts/texts.ts'
import { linkIn, type Query } from './links.ts'

/** How a page speaks and counts: the market's language, money and dates, and links that stay in the market. */
export interface View {
  readonly t: Texts
  readonly market: Market
  /** For `lang`. */
  readonly locale: string
  link(path: string, query?: Query): string
  price(amount: Money): string
  /** A number, with one decimal or none. */
  figure(n: number, decimals?: 0 | 1): string
  /** `2026-11-24` or a moment, as `Tuesday 24 November`. */
  day(at: string): string
  /** With its year, as in a list of orders. */
  date(at: string): string
  /** A date that may be only a year, or a year and a month. */
  published(on: string): string
  /** `en-GB` as `English`. */
  language(code: string): string
  country(code: string): string
}

/** Views are kept: a shop has few markets. The first market needs no mention in an address. */
export function viewOf(market: Market, markets: readonly Market[]): View {
  const key = market.id === markets[0]?.id ? '' : market.id
  const known = views.get(market)
  if (known) return known
  const { texts, locale } = textsFor(market.locale)
  const intl = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (at: string) => made.format(new Date(at))
  }
  const [day, date, month, year] = [intl({ weekday: 'long', day: 'numeric', month: 'long' }), intl({ dateStyle: 'long' }), intl({ month: 'long', year: 'numeric' }), intl({ year: 'numeric' })]
  const [whole, tenths] = [0, 1].map((digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })) as [Intl.NumberFormat, Intl.NumberFormat]
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const view: View = {
    t: texts, market, locale, day, date,
    link: (path, query) => linkIn(key, path, query),
    price: (amount) => format(amount, locale),
    figure: (n, decimals = 0) => (decimals === 0 ? whole : tenths).format(n),
    published: (on) => (on.length <= 5 ? year(on) : on.length <= 8 ? month(on) : date(on)),
    language: named(languages),
    country: named(countries),
  }
  views.set(market, view)
  return view
}

const views = new WeakMap<Market, View>()

/** A locale's language in its own words: `de-DE` as `Deutsch`. Every page's foot names a few. */
export function languageName(locale: string): string {
  const known = languageNames.get(locale)
  if (known !== undefined) return known
  const language = locale.split('-')[0] ?? locale
  const name = nameOr(new Intl.DisplayNames(language, { type: 'language' }), language)
  languageNames.set(locale, name)
  return name
}

const languageNames = new Map<string, string>()

/** Names as they were first looked up: there are few, and each page asks for many. */
function named(names: Intl.DisplayNames): (code: string) => string {
  const known = new Map<string, string>()
  return (code) => {
    let name = known.get(code)
    if (name === undefined) {
      name = nameOr(names, code)
      if (known.size < mostNames) known.set(code, name)
    }
    return name
  }
}

const mostNames = 500

/** What is not a well-formed code is shown as it is. */
function nameOr(names: Intl.DisplayNames, code: string): string {
  try { return names.of(code) ?? code } catch { return code }
}
