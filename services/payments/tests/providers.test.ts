import { after } from 'node:test'
import { systemClock } from '@octavo/clock'
import { testCardNetwork } from '@octavo/card-network/testing'
import { testDatabases } from '@octavo/database/testing'
import { providerConformance } from '../provider/conformance.ts'
import { invoiceProvider } from '../provider/invoice.ts'
import { stripeProvider } from '../provider/stripe.ts'
import { paymentsTables } from '../service.ts'
import { putTerms } from '../store/invoices.ts'

const network = await testCardNetwork()
after(() => network.stop())
const { payments: database } = await testDatabases({ payments: paymentsTables() })
const nobody = { customerId: null, accountId: null }
let accounts = 0

providerConformance('cards, over Stripe\'s API', async () => ({
  provider: stripeProvider({ secretKey: network.secretKey, webhookSecret: 'whsec_of_the_tests', apiUrl: new URL(network.url) }),
  good: { paymentMethod: 'pm_card_visa', ...nobody }, bad: { paymentMethod: 'pm_card_chargeDeclined', ...nobody },
}))

providerConformance('invoices', async () => {
  accounts += 1
  const accountId = `acc_${accounts}`
  await putTerms(database, { accountId, allowed: true, currency: 'GBP', limitMinor: 5000, days: 30 }, systemClock.now())
  return { provider: invoiceProvider({ database, clock: systemClock }), good: { paymentMethod: 'invoice', customerId: null, accountId }, bad: { paymentMethod: 'invoice', ...nobody } }
})
