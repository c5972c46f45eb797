import type { Clock } from '@octavo/clock'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'

/** What a checkout asks to be paid. */
export function charge(overrides: Record<string, unknown> = {}) {
  return {
    checkoutId: newId('chk'), orderId: newId('ord'), attempt: 1, fence: 1, amount: money(2598, 'GBP'), mode: 'authorise' as const, paymentMethod: 'pm_card_visa',
    accountId: null as string | null, email: 'ada@reader.example', saveCard: false, subOrders: 1, returnUrl: 'http://127.0.0.1:3000/checkout/chk_1', ...overrides,
  }
}

/** The real time and whatever it was moved on by. */
export function movableClock(): Clock & { advance(byMs: number): void } {
  let aheadMs = 0
  return { now: () => new Date(Date.now() + aheadMs), advance: (byMs) => { aheadMs += byMs } }
}
