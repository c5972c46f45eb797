import { z } from 'zod'
import { currencySchema } from '@octavo/money'

/** Where the shop sells: its countries, its currency, its language, and whether prices shown include tax. */
export const marketSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  name: z.string(),
  /** ISO 3166-1 alpha-2. The first is the one assumed before an address is known. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  currency: currencySchema,
  /** BCP 47, for Intl and texts. */
  locale: z.string(),
  taxIncluded: z.boolean(),
})
export type Market = z.infer<typeof marketSchema>

export const euCountries = ['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'] as const

/** The markets a shop has when nothing else is configured. The first is the default everywhere. */
export const builtInMarkets: readonly Market[] = [
  { id: 'gb', name: 'United Kingdom', countries: ['GB'], currency: 'GBP', locale: 'en-GB', taxIncluded: true },
  { id: 'de', name: 'Deutschland', countries: ['DE', ...euCountries.filter((country) => country !== 'DE')], currency: 'EUR', locale: 'de-DE', taxIncluded: true },
  { id: 'us', name: 'United States', countries: ['US'], currency: 'USD', locale: 'en-US', taxIncluded: false },
]

/** The market by id, the first when none is named, undefined when there is none of that name. */
export function findMarket(markets: readonly Market[], id: string | undefined): Market | undefined {
  return id === undefined ? markets[0] : markets.find((market) => market.id === id)
}
