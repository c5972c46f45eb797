import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { gone, newHome, npmStart } from './npm-start.ts'

// Processes are looked up in /proc.
const skip = process.platform !== 'linux'

test('npm start opens a shop; TERM sent to npm closes it whole, also while somebody is connected', { skip }, async () => {
  const place = await newHome()
  const shop = npmStart(place)
  await shop.hears(/Octavo is open/)
  assert.match(shop.said(), /Test card\s+4242 4242 4242 4242/)
  assert.match(shop.said(), /Operator\s+operator@octavo\.example/)
  assert.doesNotMatch(shop.said(), /"level":"(warn|error)"/)
  assert.equal((await fetch(`http://127.0.0.1:${place.port}/`)).status, 200) // kept alive by fetch
  const pids = shop.tree()
  shop.npm.kill('SIGTERM')
  await gone(pids)
})

test('killed with -9 and started again, the shop is whole, and its operator is told once', { skip }, async () => {
  const place = await newHome()
  const first = npmStart(place)
  await first.hears(/Octavo is open/)
  const pids = first.tree()
  for (const pid of pids) try { process.kill(pid, 'SIGKILL') } catch { /* ended with its parent */ }
  await gone(pids)
  const second = npmStart(place)
  await second.hears(/Octavo is open/)
  assert.doesNotMatch(second.said(), /shown this once/)
  assert.equal((await fetch(`http://127.0.0.1:${place.port}/health/ready`)).status, 200)
  const again = second.tree()
  second.interrupt()
  await gone(again)
})

test('a second start on the same folder says who has it, and leaves the first alone', { skip }, async () => {
  const place = await newHome()
  const first = npmStart(place)
  await first.hears(/Octavo is open/)
  const second = npmStart({ home: place.home, port: (await newHome()).port })
  assert.notEqual(await second.ended, 0)
  assert.match(second.said(), /is in use by process \d+ since .*OCTAVO_HOME/)
  assert.equal((await fetch(`http://127.0.0.1:${place.port}/health/ready`)).status, 200)
  const pids = first.tree()
  first.npm.kill('SIGTERM')
  await gone(pids)
})

test('a port that is taken is told with one that may be free', async () => {
  const place = await newHome()
  const other = createServer().listen(place.port, '127.0.0.1')
  await once(other, 'listening')
  const shop = npmStart(place)
  assert.notEqual(await shop.ended, 0)
  assert.match(shop.said(), new RegExp(`Port ${place.port} on 127\\.0\\.0\\.1 is taken by another program\\. Choose another: PORT=${place.port + 1} npm start`))
  assert.doesNotMatch(shop.said(), /at .*\.ts:\d+/)
  other.close()
})

test('a folder that is not ours, or no folder, is told plainly and left as it was', async () => {
  const place = await newHome()
  await mkdir(join(place.home, '..'), { recursive: true })
  await writeFile(place.home, 'a file\n')
  const onFile = npmStart(place)
  assert.notEqual(await onFile.ended, 0)
  assert.match(onFile.said(), /OCTAVO_HOME/)
  assert.doesNotMatch(onFile.said(), /at .*\.ts:\d+/)
})
