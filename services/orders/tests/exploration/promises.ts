import { amountOf, type Row, type World } from './world.ts'

/** A promise that a schedule broke. */
export class Breach extends Error {
  override readonly name = 'Breach'
}

function hold(kept: boolean, promise: string, row?: Row): void {
  if (!kept) throw new Breach(row ? `checkout ${row.id}: ${promise}` : promise)
}

/** In the moment the order is placed its stock is kept for good and its money is held. */
export function assertMayPlace(world: World, row: Row): void {
  hold(row.order === 'none', 'an order is placed once', row)
  hold(row.told !== 'failed', 'who was told that the checkout failed has no order', row)
  hold(world.demandOf(row).every(({ stockItemId, units }) => world.inventory.kept(row.id, stockItemId) === units), 'an order stands on its stock, neither less nor twice', row)
  hold(world.demandOf(row).length === 0 || world.inventory.isFirm(row.id), 'nothing that can lapse carries an order', row)
  hold(moneyOf(world, row).heldMinor === amountOf(row), 'an order stands on its money', row)
}

/** While money is held its stock is kept: the payment is cancelled first. */
export function assertMayFreeStock(world: World, row: Row): void {
  hold(row.order === 'none', 'the stock of an order is not freed', row)
  hold(moneyOf(world, row).heldMinor === 0, 'the money goes back before the stock', row)
}

/** What holds at every moment. */
export function assertAlways(world: World): void {
  for (const words of world.inventory.contradictions()) hold(false, words)
  for (const row of world.rows) {
    const money = moneyOf(world, row)
    hold(money.intents <= 1, 'one checkout, one payment', row)
    hold(row.told !== 'failed' || (row.order === 'none' && money.heldMinor === 0 && money.keptMinor === 0), 'who was told that it failed pays nothing', row)
    hold(row.told !== 'completed' || row.order !== 'none', 'who was told that it is placed has an order', row)
    hold(row.basket !== 'removed' || row.order !== 'none', 'nothing leaves a basket without an order', row)
  }
}

/** What holds when everything has come to rest. */
export function assertAtRest(world: World): void {
  for (const row of world.rows) {
    hold(row.dueAtMs === null, `every checkout ends; this one stands at ${row.saga.at}`, row)
    const { heldMinor, keptMinor } = moneyOf(world, row)
    const kept = world.inventory.kept(row.id)
    const { refundedMinor = 0, capturedMinor = 0 } = world.payments.payments.get(row.id) ?? {}
    hold(keptMinor === capturedMinor - refundedMinor, "the provider's books and ours agree", row)
    switch (row.order) {
      case 'none':
        hold(kept === 0 && row.basket === 'open' && heldMinor + keptMinor === 0, `a checkout that failed leaves nothing behind: ${kept} kept, basket ${row.basket}, ${heldMinor} held`, row)
        break
      case 'cancelled':
        hold(kept === 0 && heldMinor + keptMinor === 0, `a cancelled order costs nothing: ${kept} copies, ${heldMinor} held, ${keptMinor} taken`, row)
        break
      case 'placed': case 'dispatched':
        hold(kept === row.buyer.units.reduce((sum, units) => sum + units, 0), 'an order keeps its stock', row)
        hold(heldMinor + keptMinor + refundedMinor === amountOf(row), 'an order has its money', row)
        hold(row.order === 'placed' || heldMinor === 0, 'what left is paid', row)
        hold(row.basket === 'removed', 'what was bought leaves the basket', row)
        break
    }
  }
}

const moneyOf = (world: World, row: Row) => world.payments.provider.moneyOf(`pay_${row.id}`)
