import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testUrls } from '@octavo/database/testing'
import { serviceNames } from '@octavo/gateway'
import { environment } from '../config.ts'
import { newHome } from './npm-start.ts'

const oneService = fileURLToPath(new URL('../one-service.ts', import.meta.url))

test('users started by itself makes one operator, tells the password once, and never makes another', async () => {
  const { home, port } = await newHome()
  const urls = await testUrls({ users: [], events: [] })
  const others = Object.fromEntries(serviceNames.map((name) => [`OCTAVO_${name.toUpperCase()}_URL`, 'http://127.0.0.1:9']))
  /** From its start until it is ready; gives what it said. */
  const run = async (): Promise<string> => {
    const users = spawn(process.execPath, [oneService, 'users'], {
      env: { ...environment, ...others, OCTAVO_HOME: home, OCTAVO_LISTEN: `127.0.0.1:${port}`, OCTAVO_USERS_DATABASE_URL: urls.users, OCTAVO_EVENTS_DATABASE_URL: urls.events },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    const said = text(users.stdout ?? assert.fail('nothing to hear'))
    await Promise.race([once(users, 'message'), once(users, 'exit').then(([code]) => assert.fail(`it ended while it started: ${code}`))])
    users.kill('SIGTERM')
    return said
  }
  assert.match(await run(), /^Operator {2}operator@octavo\.example {2}[a-z0-9]{4}(-[a-z0-9]{4})+ {2}\(shown this once\)$/m)
  assert.equal(await run(), '')
})
