import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { isFailure } from '@octavo/failure'
import { openAdmission } from './admission.ts'

const isBusy = (error: unknown): boolean => isFailure(error, 'BUSY') && Number(error.data['retryAfterSeconds']) > 0

describe('who comes to buy while many do', () => {
  it('is let in while there is a place, waits while the queue has one, and is told at once to come back when it has none', async () => {
    const { enter } = openAdmission({ running: 2, waiting: 2, patienceMs: 60_000 })
    const leave = await enter()
    await enter()
    const order: string[] = []
    const third = enter().then((go) => { order.push('third'); return go })
    const fourth = enter().then((go) => { order.push('fourth'); return go })
    await assert.rejects(enter(), isBusy)
    leave()
    // Giving a place back twice gives back one.
    leave()
    const leaveThird = await third
    assert.deepEqual(order, ['third'])
    leaveThird()
    await fourth
    assert.deepEqual(order, ['third', 'fourth'])
  })

  it('is told to come back when no place came free in time, and takes none afterwards', async () => {
    mock.timers.enable({ apis: ['setTimeout'] })
    try {
      const { enter } = openAdmission({ running: 1, waiting: 1, patienceMs: 4_000 })
      const leave = await enter()
      const tooLate = enter()
      mock.timers.tick(4_000)
      await assert.rejects(tooLate, isBusy)
      leave()
      await enter()
      await assert.rejects(Promise.race([enter(), Promise.reject(new Error('it waits'))]), /it waits/)
    } finally {
      mock.timers.reset()
    }
  })
})
