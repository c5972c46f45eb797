import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingClock, systemClock } from './clock.ts'

test('a standing clock moves when it is moved and not otherwise', () => {
  const clock = standingClock('2026-01-31T23:59:59Z')
  assert.equal(clock.now().toISOString(), '2026-01-31T23:59:59.000Z')
  clock.advance(1000)
  assert.equal(clock.now().toISOString(), '2026-02-01T00:00:00.000Z')
  clock.now().setFullYear(1999)
  assert.equal(clock.now().getUTCFullYear(), 2026)
  clock.set('2027-01-01T00:00:00Z')
  assert.equal(clock.now().getUTCFullYear(), 2027)
})

test('the system\'s clock is the system\'s', () => {
  const before = Date.now()
  const now = systemClock.now().getTime()
  assert.ok(before <= now && now <= Date.now())
})
