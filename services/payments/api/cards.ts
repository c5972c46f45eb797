import { requireAccount } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import { Refused, Unanswered } from '../provider/port.ts'
import type { PaymentsParts } from '../deps.ts'
import { customerOf } from '../store/customers.ts'

/** The provider keeps the cards; an account without any was never its customer. */
export const listSavedCards = ({ database, provider }: Pick<PaymentsParts, 'database' | 'provider'>): Handler<typeof paymentsContract.listSavedCards> =>
  async ({ context }) => {
    const customerId = await customerOf(database, requireAccount(context.caller).accountId)
    return customerId === null ? [] : provider.listCards(customerId).catch(away)
  }

export const removeSavedCard = ({ database, provider }: Pick<PaymentsParts, 'database' | 'provider'>): Handler<typeof paymentsContract.removeSavedCard> =>
  async ({ input, context }) => {
    const customerId = await customerOf(database, requireAccount(context.caller).accountId)
    const removed = customerId !== null && await provider.removeCard(customerId, input.cardId).catch((error: unknown) => (error instanceof Refused ? false : away(error)))
    if (!removed) throw failure('NOT_FOUND', 'There is no such card among yours.')
    return { removed: true }
  }

/** What a page needs to take a card without our seeing it. */
export const cardEntry = ({ config, provider }: Pick<PaymentsParts, 'config' | 'provider'>): Handler<typeof paymentsContract.cardEntry> =>
  async () => ({
    provider: provider.name,
    frameUrl: config.frameUrl && new URL('/frame', config.frameUrl).href,
    formUrl: config.frameUrl && new URL('/card', config.frameUrl).href,
    publishableKey: config.publishableKey,
  })

function away(error: unknown): never {
  if (error instanceof Unanswered) throw failure('UNAVAILABLE', 'The payment provider does not answer right now.')
  throw error
}
