import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRequest, openLog, requestId } from './telemetry.ts'

function written(work: (log: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  work(openLog({ name: 'orders', level: 'info', destination: { write: (line: string) => { lines.push(line) } } }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('every line written inside a request carries its id, through whatever is awaited', async () => {
  const found: (string | undefined)[] = []
  await inRequest({ requestId: 'req_1', deadlineMs: 0 }, async () => { await Promise.resolve(); found.push(requestId()) })
  assert.deepEqual([...found, requestId()], ['req_1', undefined])
  const [inside, outside] = written((log) => { inRequest({ requestId: 'req_2', deadlineMs: 0 }, () => log.info('in')); log.info('out') })
  assert.equal(inside?.['requestId'], 'req_2')
  assert.equal(outside?.['requestId'], undefined)
  assert.deepEqual([inside?.['level'], inside?.['name'], inside?.['msg']], ['info', 'orders', 'in'])
})

test('what could be a secret or a card is blotted out', () => {
  const [line] = written((log) => log.info({ password: 'a', account: { token: 'b', name: 'Ada' }, request: { cookie: 'c', authorization: 'd' } }, 'signing in'))
  assert.deepEqual([line?.['password'], line?.['account'], line?.['request']], ['[blotted]', { token: '[blotted]', name: 'Ada' }, { cookie: '[blotted]', authorization: '[blotted]' }])
})

test('a line below the level is not written', () => {
  assert.deepEqual(written((log) => log.debug('too fine')), [])
})
