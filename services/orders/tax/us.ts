import { percent, type TaxRate, type TaxRule } from './rate.ts'

/**
 * Sales tax of the United States: the state's own base rate in percent (with the local part that every place of California, Utah and
 * Virginia bears), whether digital goods for download bear it, and whether delivery charged apart bears it with taxed goods. Printed
 * books are goods like others.
 *
 * Source: the states' departments of revenue, and the Streamlined Sales Tax Governing Board's taxability matrices for its members.
 * State: January 2026. County, city and district taxes are not in it, nor exemptions by amount, holiday or buyer: a shop with nexus
 * needs a tax service. Check before trading.
 */
const states: Readonly<Record<string, readonly [base: number, digital: boolean, delivery: boolean]>> = {
  AL: [4, false, false], AK: [0, false, false], AZ: [5.6, true, false], AR: [6.5, true, true], CA: [7.25, false, false],
  CO: [2.9, true, false], CT: [6.35, true, true], DE: [0, false, false], DC: [6, true, true], FL: [6, false, false],
  GA: [4, true, true], HI: [4, true, true], ID: [6, true, false], IL: [6.25, false, true], IN: [7, true, true],
  IA: [6, true, false], KS: [6.5, false, false], KY: [6, true, true], LA: [5, true, false], ME: [5.5, true, false],
  MD: [6, true, false], MA: [6.25, false, false], MI: [6, false, false], MN: [6.875, true, true], MS: [7, true, true],
  MO: [4.225, false, false], MT: [0, false, false], NE: [5.5, true, true], NV: [6.85, false, false], NH: [0, false, false],
  NJ: [6.625, true, true], NM: [4.875, true, true], NY: [4, false, true], NC: [4.75, true, true], ND: [5, false, true],
  OH: [5.75, true, true], OK: [4.5, false, false], OR: [0, false, false], PA: [6, true, true], RI: [7, true, true],
  SC: [6, false, true], SD: [4.2, true, true], TN: [7, true, true], TX: [6.25, true, true], UT: [6.1, true, false],
  VT: [6, true, true], VA: [5.3, false, false], WA: [6.5, true, true], WV: [6, false, true], WI: [5, true, true],
  WY: [4, true, false],
  // Forces' post and territories, where we collect nothing.
  AA: [0, false, false], AE: [0, false, false], AP: [0, false, false], AS: [0, false, false], GU: [0, false, false], MP: [0, false, false],
  PR: [0, false, false], VI: [0, false, false],
}

const none: TaxRate = { name: 'No sales tax', rateMillionths: 0 }

/** By two-letter state. */
export const usRules: ReadonlyMap<string, TaxRule> = new Map(Object.entries(states).map(([state, [base, digital, delivery]]) => {
  const goods = base === 0 ? none : percent(`${state} sales tax`, base)
  return [state, {
    rates: { standard: goods, book: goods, ebook: digital ? goods : none, audiobook: digital ? goods : none },
    delivery: delivery ? 'as-goods' : 'untaxed',
  }]
}))
