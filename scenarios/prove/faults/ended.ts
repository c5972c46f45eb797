import { setTimeout as pause } from 'node:timers/promises'
import { Visitor, type Stage } from '../../visitor.ts'
import { until, type Load } from './load.ts'

/** Every checkout must have come to its end. Says which have not. */
export async function neverEnding(stage: Stage): Promise<string[]> {
  const visitor = new Visitor(stage)
  for (const giveUp = Date.now() + 120_000; ; await pause(500)) {
    const open: string[] = []
    for (const status of ['running', 'waiting', 'undoing', 'stuck']) {
      const { body } = await until(() => visitor.call<{ items: { checkoutId: string }[] }>('GET', `/api/operator/sagas?status=${status}`, undefined, { authorization: `Bearer ${stage.operatorToken}` }))
      open.push(...body.items.map(({ checkoutId }) => `${checkoutId} ${status}`))
    }
    if (open.length === 0) break
    if (Date.now() > giveUp) return [`these never end: ${open.join(', ')}`]
  }
  // Money that is still to move has its next try within a few seconds of these.
  await pause(3_000)
  return []
}

/** What a buyer was told stays true. Says what does not. */
export async function brokenWords({ told }: Load): Promise<string[]> {
  const broken: string[] = []
  for (const [id, { visitor, status, orderId }] of told) {
    const now = await until(() => visitor.call<{ status: string; orderId?: string }>('GET', `/api/checkouts/${id}`))
    if (now.body.status !== status) broken.push(`who was told that ${id} is ${status} is told now that it is ${now.body.status}`)
    if (orderId === undefined) continue
    const order = await until(() => visitor.call('GET', `/api/orders/${orderId}`))
    if (order.status !== 200) broken.push(`the order ${orderId} is gone`)
  }
  return broken
}
