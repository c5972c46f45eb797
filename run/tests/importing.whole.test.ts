import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { environment } from '../config.ts'
import { findShop } from '../control.ts'
import { gone, newHome, npmStart } from './npm-start.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const records = 12_000
const settings = { OCTAVO_DEMO: 'none', OCTAVO_RATE_LIMITS: 'off' }
// Processes are looked up in /proc.
const skip = process.platform !== 'linux'

test('an import goes on where it stood: after Ctrl-C, and after the shop was killed with records still to come; in the end all is there once', { skip }, async () => {
  const place = await newHome()
  const file = join(dirname(place.home), 'books.csv')
  await writeFile(file, `key,title,price_gbp,stock\n${Array.from({ length: records }, (_, n) => `r${n},Record ${n},5,1`).join('\n')}\n`)
  const first = npmStart(place, settings)
  await first.hears(/Octavo is open/)

  const stopped = runImport(place.home, file)
  await readSome(place.home, 0)
  stopped.process.kill('SIGINT')
  assert.equal(await stopped.code, 130, stopped.said())
  assert.match(stopped.said(), /Stopped\. The same command goes on from here\./)

  const broken = runImport(place.home, file)
  await broken.hears(/Going on where it stopped, behind [\d,]+ records\./)
  const noted = await readSome(place.home, (await standing(place.home)).read)
  assert.ok(noted < records, 'records are still to come')
  const pids = first.tree()
  for (const pid of pids) try { process.kill(pid, 'SIGKILL') } catch { /* ended with its parent */ }
  assert.equal(await broken.code, 1)
  assert.match(broken.said(), /The shop broke off .* the same command goes on where it stopped/)
  await gone(pids)

  const second = npmStart(place, settings)
  await second.hears(/Octavo is open/)
  const whole = runImport(place.home, file)
  assert.equal(await whole.code, 0, whole.said())
  const { read, created, unchanged, rejected } = summaryOf(whole.said())
  // A batch that was put and not yet noted is found unchanged.
  assert.deepEqual([read, created + unchanged, rejected], [records, records, 0])
  const again = runImport(place.home, file)
  assert.equal(await again.code, 0, again.said())
  assert.deepEqual([summaryOf(again.said()).read, summaryOf(again.said()).unchanged], [records, records])
  const left = second.tree()
  second.interrupt()
  await gone(left)
})

/** The operator's own command. */
function runImport(home: string, file: string): { process: ChildProcess; code: Promise<number | null>; said(): string; hears(words: RegExp): Promise<void> } {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'run/octavo.ts', 'import', 'csv', file, '--json'], { cwd: root, env: { ...environment, OCTAVO_HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { text += part })
  const code = once(child, 'close').then(([given]) => given as number | null)
  return {
    process: child, code, said: () => text,
    async hears(words) {
      let ended = false
      code.then(() => { ended = true }, () => { ended = true })
      while (!words.test(text)) {
        assert.ok(!ended, text)
        await Promise.race([once(child.stderr, 'data'), code])
      }
    },
  }
}

const summaryOf = (said: string) => JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<'read' | 'created' | 'unchanged' | 'rejected', number>

/** Waits until more records than that are noted. */
async function readSome(home: string, before: number): Promise<number> {
  for (;;) {
    const { read } = await standing(home)
    if (read > before) return read
    await pause(20)
  }
}

async function standing(home: string): Promise<{ read: number }> {
  const shop = await findShop(home)
  if (!shop) throw new Error('no shop runs')
  const answer = await fetch(`${shop.url}/api/operator/imports`, { headers: { authorization: `Bearer ${shop.token}` } })
  const { items: [newest] } = await answer.json() as { items: { read: number }[] }
  return newest ?? { read: 0 }
}
