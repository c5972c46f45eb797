import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import type { Clients } from '../clients.ts'
import { audit } from '../operations/audit.ts'

/** Services of which inventory says these things of one item, one look after the other. */
function looked(...said: readonly (readonly string[])[]) {
  const pauses: number[] = []
  let look = 0
  const inventory = { auditStock: async () => ({ examined: 1, wrong: (said[look++] ?? []).map((detail) => ({ stockItemId: 'stk_1', detail })), next: null }) }
  const { operatorAudit } = audit({ inventory } as unknown as Clients, { pause: async (ms) => { pauses.push(ms) } })
  return { pauses, ask: (cursor?: string) => operatorAudit({ cursor, since: undefined }, { caller: { kind: 'operator' }, on: { context: { caller: { kind: 'operator' } } }, key: undefined, asker: {} }) }
}

test('what looks wrong is looked at again after two seconds, and only what is still so is a breach', async () => {
  const { ask, pauses } = looked(['on its way', 'wrong'], ['wrong', 'new'])
  const { breaches, nextCursor } = await ask()
  assert.deepEqual([breaches, pauses, nextCursor], [[{ promise: 1, detail: 'wrong', ids: ['stk_1'] }], [2000], 'checkouts.'])
})

test('nobody waits where nothing looks wrong', async () => {
  const { ask, pauses } = looked([])
  assert.deepEqual([(await ask()).breaches, pauses], [[], []])
})

test('a cursor of another list is refused', async () => {
  await assert.rejects(looked([]).ask('nowhere.1'), (error) => isFailure(error, 'INVALID_INPUT'))
})
