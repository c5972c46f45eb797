import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { environment } from '../config.ts'
import { gone, newHome, npmStart } from './npm-start.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const skip = process.platform === 'win32' && 'there is no Ctrl-C to send to another process here'

test('a reset is refused while the shop is open, and makes the next start the first once it is closed', { skip }, async () => {
  const place = await newHome()
  const first = npmStart(place)
  await first.hears(/Octavo is open/)
  const secrets = await readFile(join(place.home, 'secrets.json'), 'utf8')
  const refused = await reset({ OCTAVO_HOME: place.home })
  assert.equal(refused.code, 1)
  assert.match(refused.said, /is in use by process \d+: that shop is open at/)
  assert.equal((await fetch(`http://127.0.0.1:${place.port}/health/ready`)).status, 200)
  const pids = first.tree()
  first.interrupt()
  await gone(pids)

  const done = await reset({ OCTAVO_HOME: place.home })
  assert.deepEqual([done.code, done.said.includes('npm start makes it again')], [0, true], done.said)
  assert.deepEqual((await readdir(place.home)).filter((name) => name !== 'ports'), ['secrets.json'])

  const second = npmStart(place)
  await second.hears(/Octavo is open/)
  assert.match(second.said(), /shown this once/)
  assert.equal(await readFile(join(place.home, 'secrets.json'), 'utf8'), secrets)
  const again = second.tree()
  second.interrupt()
  await gone(again)
})

test('a reset leaves alone what is no demo: a shop without one, a database outside, a folder of somebody else’s', async () => {
  const { home } = await newHome()
  await mkdir(join(home, 'postgres'), { recursive: true })
  await writeFile(join(home, 'secrets.json'), '{}')
  for (const [words, given] of [[/OCTAVO_DEMO is none/, { OCTAVO_DEMO: 'none' }], [/a database outside/, { OCTAVO_DATABASE_URL: 'postgres://somebody@127.0.0.1:1/octavo' }]] as const) {
    const { code, said } = await reset({ OCTAVO_HOME: home, ...given })
    assert.equal(code, 1)
    assert.match(said, words)
  }
  assert.deepEqual((await readdir(home)).sort(), ['postgres', 'secrets.json'])

  const { home: other } = await newHome()
  await mkdir(join(other, 'web'), { recursive: true })
  await writeFile(join(other, 'thesis.odt'), '')
  const { code, said } = await reset({ OCTAVO_HOME: other })
  assert.equal(code, 1)
  assert.match(said, /There are files that are not a shop's \(thesis\.odt\)/)
  assert.deepEqual((await readdir(other)).sort(), ['thesis.odt', 'web'])
})

async function reset(given: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { OCTAVO_DEMO: _, OCTAVO_DATABASE_URL: __, ...rest } = environment
  const child = spawn(process.execPath, ['run/launch.mjs', 'demo:reset'], { cwd: root, env: { ...rest, ...given } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { said += part })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
