import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { silentLog } from '@octavo/telemetry'
import { openShop } from './shop.ts'
import { SimulatedInventory, type SimulatedStep } from './simulated.ts'

// Its own sweeper would forget what has lapsed before it is asked to.
const the = await openShop({ log: silentLog, config: { graceMs: 3_600_000 } })

const told = async (work: Promise<string>): Promise<string> => work.catch((error: unknown) => {
  if (isFailure(error, 'OUT_OF_STOCK')) return 'short'
  if (isFailure(error, 'STALE_FENCE')) return 'stale'
  if (isFailure(error, 'UNDONE')) return 'undone'
  if (isFailure(error, 'CONFLICT')) return 'lapsed'
  throw error
})

const word = fc.record({
  say: fc.constantFrom('hold', 'hold', 'hold', 'firm', 'firm', 'release', 'settle', 'cancel', 'lapse'),
  checkout: fc.nat(2), attempt: fc.integer({ min: 1, max: 2 }), fence: fc.integer({ min: 1, max: 3 }), item: fc.nat(1), units: fc.integer({ min: 1, max: 3 }), twice: fc.boolean(),
})

it('the simulated inventory answers word for word what the real one answers, and has the same figures', async () => {
  await fc.assert(fc.asyncProperty(fc.array(word, { maxLength: 14 }), async (words) => {
    const items = [newId('stk'), newId('stk')]
    const checkouts = [newId('chk'), newId('chk'), newId('chk')]
    const simulated = new SimulatedInventory()
    await the.shop.registerStockItems(items.map((id, nth) => ({ id, sellerId: 'sel_house', sku: id, onHand: 4, promiseLimit: nth === 0 ? 0 : 2 })))
    items.forEach((id, nth) => simulated.register(id, 4, nth === 0 ? 0 : 2))
    for (const { say, checkout, attempt, fence, item, units, twice } of words) {
      const step: SimulatedStep = { checkoutId: checkouts[checkout] ?? '', attempt, fence }
      const lines = [{ stockItemId: items[item] ?? '', units }, { stockItemId: items[twice ? item : 1 - item] ?? '', units: 1 }]
      const [real, played] = await both(say, step, lines)
      assert.equal(real, played, `${say} ${JSON.stringify({ attempt, fence, lines })}`)
      const levels = await the.shop.getLevels({ stockItemIds: items })
      assert.deepEqual(levels.map(({ onHand, reserved, promised }) => ({ onHand, reserved, promised })),
        items.map((id) => simulated.items.get(id)).map((one) => ({ onHand: one?.onHand, reserved: one?.reserved, promised: one?.promised })), say)
      assert.deepEqual(simulated.contradictions(), [])
    }

    async function both(say: string, step: SimulatedStep, lines: { stockItemId: string; units: number }[]): Promise<[string, string]> {
      // Long over, so that it can lapse; nobody here knows any checkout.
      const expiresAtMs = Date.now() - 60_000
      switch (say) {
        case 'hold': return [await told(the.shop.hold({ ...step, lines, expiresAt: new Date(expiresAtMs).toISOString() }).then(({ promised }) => (promised ? 'promised' : 'held'))), simulated.hold({ ...step, lines, expiresAtMs })]
        case 'firm': return [await told(the.shop.makeFirm({ ...step, orderId: 'ord_1' }).then(() => 'firm')), simulated.firm(step)]
        case 'release': return [await told(the.shop.release({ ...step, reason: 'test' }).then(({ released }) => (released ? 'released' : 'nothing'))), simulated.release(step)]
        case 'settle': await the.placed(step.checkoutId, {}); simulated.settle(step.checkoutId); break
        case 'cancel': await the.cancelled(step.checkoutId, {}); simulated.cancel(step.checkoutId); break
        default: {
          const [row] = await the.database.rows<{ freed: boolean }>('select lapse_hold($1, $2, now()) as freed', [step.checkoutId, step.attempt])
          return [String(row?.freed), String(simulated.lapse(step, Date.now()))]
        }
      }
      return ['', '']
    }
  }), { numRuns: 40, endOnFailure: true })
})
