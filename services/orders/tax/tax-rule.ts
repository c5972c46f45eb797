import { euRules } from './eu.ts'
import type { TaxRate, TaxRule } from './rate.ts'
import { ukRule } from './uk.ts'
import { usRules } from './us.ts'

/**
 * The rule of the place the goods go to; undefined for an address in the United States whose state we do not know, because no tax can
 * be told then. Countries without a table are exports and bear no tax of ours: what is due there, the buyer pays on arrival.
 */
export function taxRule({ country, region }: { readonly country: string; readonly region?: string | undefined }): TaxRule | undefined {
  if (country === 'GB') return ukRule
  if (country === 'US') return usRules.get((region ?? '').trim().toUpperCase())
  return euRules.get(country) ?? exported
}

const none: TaxRate = { name: 'No tax', rateMillionths: 0 }
const exported: TaxRule = { rates: { standard: none, book: none, ebook: none, audiobook: none }, delivery: 'untaxed' }
