import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort } from '@octavo/database/free-port'
import { startShop, type Shop } from '@octavo/run'
import { auditAll } from './audit-all.ts'
import { environmentWithHome } from './config.ts'
import { stories } from './stories.ts'
import type { Stage } from './visitor.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('in one process', () => {
  let home: string
  let shop: Shop
  let stage: Stage

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'octavo-scenario-'))
    const operatorToken = randomBytes(24).toString('hex')
    const port = await freePort(join(home, 'port'))
    shop = await startShop({ environment: { OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error' }, pages: false })
    stage = { url: shop.url, operatorToken }
  })
  after(async () => {
    await shop?.stop()
    await rm(home, { recursive: true, force: true })
  })

  for (const [name, story] of Object.entries(stories)) test(name, () => story(stage))

  test('the command line finds a checkout by the address that was given, tells it step by step, and tries none again that has ended', async () => {
    const octavo = (...args: string[]) => new Promise<{ code: number; said: string }>((ended) => {
      execFile(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'run', 'octavo.ts'), ...args], { env: environmentWithHome(join(home, 'shop')) }, (error, out, wrong) => ended({ code: Number(error?.code ?? 0), said: out + wrong }))
    })
    const { said: list } = await octavo('sagas', 'list', '--search', 'ADA@reader.example', '--status', 'failed')
    const declined = [...list.matchAll(/^(cko_\w+) {2}failed at failed, begun .*\n {4}Your card was declined/gm)].map(([, id]) => id)[0] ?? assert.fail(list)
    const { said: told } = await octavo('sagas', 'show', declined)
    for (const line of [/hold-stock, attempt 1, fence \d+: held/, /authorise-payment, attempt 1, fence \d+: refused after \d+ ms, CARD_DECLINED/, /undo freeze-basket, attempt 1, fence \d+: undone/]) assert.match(told, line)
    assert.deepEqual(await octavo('sagas', 'list').then(({ code, said }) => [code, said]), [0, 'None is stuck. All is well.\n'])
    const ended = await octavo('sagas', 'retry', declined, '--reason', 'to see')
    assert.equal(ended.code, 1)
    assert.match(ended.said, /has ended; there is nothing to try/)
    assert.equal((await octavo('sagas', 'end', declined)).code, 2, 'a reason is wanted')
    assert.match((await octavo('sagas', 'list', '--search', 'nobody@reader.example')).said, /There is none/)
  })

  test('after all of it, orders, stock, money and mails agree', async () => assert.deepEqual(await auditAll(stage), []))
})
