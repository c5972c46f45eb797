import { percent, type TaxRule } from './rate.ts'

/**
 * VAT of the United Kingdom: printed books and, since 1 May 2020, e-books at zero; audiobooks are excluded from that and bear 20 %.
 * Delivery of goods under one contract follows the goods; over goods of several rates it is shared by value.
 *
 * Source: HMRC, VAT Notice 701/10 "Zero rating of books and other forms of printed matter", VAT Notice 700/24 "Postage, delivery
 * charges and direct marketing", gov.uk/vat-rates. State: January 2026. Check before trading.
 */
export const ukRule: TaxRule = {
  rates: { standard: percent('VAT', 20), book: percent('VAT', 0), ebook: percent('VAT', 0), audiobook: percent('VAT', 20) },
  delivery: 'as-goods',
}
