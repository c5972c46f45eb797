import type { Planted } from './planted.ts'

const at = 'services/orders/checkout/decide.ts'
const explored = (bug: string, ...edits: readonly [find: string, put: string][]): Planted => ({ bug, at, guard: 'explore', edits: edits.map(([find, put]) => ({ find, put })) })

/** In the checkout's pure rule: found by exploration. */
export const checkout: readonly Planted[] = [
  explored('the undo of the stock is skipped', ["...(saga.asks.stock ? [{ step: 'hold-stock', attempt: saga.hold.attempt } as const] : []), basket]", 'basket]']),
  explored('a sibling step that was done is left so when another fails (medusa#16825)',
    ["return giveUp(happened.partly ? undoOf(saga) : undoOf(saga).filter((undo) => undo.step !== 'hold-stock'), happened.failure)", 'return giveUp([], happened.failure)']),
  explored('the stock expires before the payment is cancelled',
    ['return [...(saga.asks.charge ? [money] : []), ', 'return ['], ['as const] : []), basket]', 'as const] : []), ...(saga.asks.charge ? [money] : []), basket]']),
  explored('a hold that lapsed during a slow payment is sold unconditionally (spree 6 alpha)', ["case 'firm': return { saga: place(", "case 'firm': case 'lapsed': return { saga: place("]),
  explored('paid, and no order: the money of a checkout that is too late is kept (medusa#12790, vendure#3065)',
    ["case 'firm-hold': return overdue ? giveUp(undoOf(saga), expired)", "case 'firm-hold': return overdue ? giveUp(undoOf(saga).filter(({ step }) => step !== 'authorise-payment'), expired)"]),
  explored('an outcome that nobody knows counts as paid', ["case 'payment-unknown': case 'unanswered': {", "case 'payment-unknown': return firm(asks, hold, 'pay')\n    case 'unanswered': {"]),
  explored('money is asked for before the checkout is saved, and forgotten with the process',
    ["tries: 0, asks, hold }, commands: [{ kind: 'save' }, { kind: 'do', step: 'authorise-payment'", "tries: 0, asks, hold }, commands: [{ kind: 'do', step: 'authorise-payment'"]),
  explored('an undo without an answer counts as done', ["case 'undone': {", "case 'undone': case 'unanswered': {"]),
  explored('an order is placed on a hold that can still lapse', ['if (!asks.stock) return { saga: place(', 'return { saga: place(']),
]
