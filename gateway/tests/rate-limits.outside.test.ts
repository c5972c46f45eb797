import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { rateLimits, type RateLimits } from '../rate-limits.ts'
import { outsideRedis } from './config.ts'

async function open(url: string): Promise<RateLimits> {
  const limits = rateLimits(url)
  after(() => limits.close())
  await limits.start()
  return limits
}
/** How many of so many guesses were let through, in turn at each door. */
async function guesses(doors: readonly RateLimits[], address: string, count: number): Promise<number> {
  let through = 0
  for (let at = 0; at < count; at++) {
    try {
      await doors[at % doors.length]?.guess(address)
      through += 1
    } catch (error) {
      assert.ok(isFailure(error, 'RATE_LIMITED'), String(error))
      const wait = Number(error.data['retryAfterSeconds'])
      assert.ok(wait >= 1 && wait <= 60, `${wait}`)
    }
  }
  return through
}

test('two gateways count together in Redis: a minute has twenty guesses from one address, and another address its own', async () => {
  const doors = [await open(outsideRedis()), await open(outsideRedis())]
  const [here, there] = [randomUUID(), randomUUID()]
  assert.equal(await guesses(doors, here, 30), 20)
  assert.equal(await guesses(doors, there, 5), 5)
})

test('while Redis is away each gateway counts for itself, and nobody is let through for that', async () => {
  const doors = [await open('redis://127.0.0.1:1'), await open('redis://127.0.0.1:1')]
  assert.equal(await guesses(doors, randomUUID(), 60), 40)
})
