import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'

/** Leaves much garbage that lives long enough to be moved to where nobody looks, then does nothing, and says what it holds. */
const wasteful = `
  import { runProcess } from ${JSON.stringify(new URL('../process.ts', import.meta.url).href)}
  runProcess(async () => {
    let waste = Array.from({ length: 400_000 }, (_, n) => ({ n, words: 'a word and ' + n, more: [n, n + 1, n + 2] }))
    await new Promise((done) => setTimeout(done, 300))
    waste = undefined
    const look = setInterval(() => console.log(process.memoryUsage().heapUsed), 250)
    return async () => clearInterval(look)
  }, '/')`

it('a process that nobody needs gives back what it needed once', { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', wasteful], { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const held: number[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      held.push(Number(line))
      if (Number(line) < (held[0] as number) / 2) break
    }
    assert.ok((held.at(-1) as number) < (held[0] as number) / 2, held.join(', '))
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})
