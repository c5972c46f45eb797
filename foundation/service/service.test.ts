import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAll, stopAll, type Part } from './service.ts'

function parts(names: readonly string[], failing: Partial<Record<'start' | 'drain' | 'stop', string>> = {}): { all: Part[]; done: string[] } {
  const done: string[] = []
  const step = (kind: 'start' | 'drain' | 'stop', name: string) => async () => { done.push(`${kind} ${name}`); if (failing[kind] === name) throw new Error(`${name} does not ${kind}`) }
  return { done, all: names.map((name) => ({ name, start: step('start', name), ready: async () => true as const, drain: step('drain', name), stop: step('stop', name) })) }
}

test('parts start in order; all drain before the first stops, and they stop in reverse', async () => {
  const { all, done } = parts(['log', 'orders', 'door'])
  await startAll(all)
  await stopAll(all)
  assert.deepEqual(done, ['start log', 'start orders', 'start door', 'drain log', 'drain orders', 'drain door', 'stop door', 'stop orders', 'stop log'])
})

test('when one does not start, those before it and itself are stopped, and its own words are thrown', async () => {
  const { all, done } = parts(['log', 'orders', 'door'], { start: 'orders' })
  await assert.rejects(startAll(all), /orders does not start/)
  assert.deepEqual(done.filter((step) => step.startsWith('stop')), ['stop orders', 'stop log'])
})

test('one that does not stop cleanly keeps no other from stopping', async () => {
  const { all, done } = parts(['log', 'orders', 'door'], { stop: 'door', drain: 'orders' })
  await assert.rejects(stopAll(all), (error) => error instanceof AggregateError && error.errors.length === 2)
  assert.deepEqual(done.slice(-3), ['stop door', 'stop orders', 'stop log'])
})
