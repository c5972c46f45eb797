import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  for (const port of [place.port, (await newHome()).port]) {
    assert.match(await npmStart({ home: place.home, port }).refused(), new RegExp(`is in use by process \\d+: that shop is open at http://127\\.0\\.0\\.1:${place.port}\\. Stop it first, or .*OCTAVO_HOME`))
  }
  assert.equal((await fetch(`http://127.0.0.1:${place.port}/health/ready`)).status, 200)
  const pids = first.tree()
  first.npm.kill('SIGTERM')
  await gone(pids)
})

test('a port that is taken is told with one that may be free', async () => {
  const place = await newHome()
  const other = createServer().listen(place.port, '127.0.0.1')
  await once(other, 'listening')
  await refuses(place, new RegExp(`Port ${place.port} on 127\\.0\\.0\\.1 is taken by another program\\. Choose another: PORT=${place.port + 1} npm start`))
  other.close()
})

test('a folder that is not ours, or no folder, is told plainly and left as it was', async () => {
  const place = await newHome()
  await writeFile(place.home, 'a file\n')
  await refuses(place, /home: That is a file\. Point OCTAVO_HOME to a folder\./)
  await rm(place.home)

  await mkdir(place.home)
  await writeFile(join(place.home, 'thesis.odt'), '')
  await refuses(place, /There are files that are not a shop's \(thesis\.odt\)\. Point OCTAVO_HOME to a folder that is empty or not there yet\./)
  assert.deepEqual(await readdir(place.home), ['thesis.odt'])
})

test('a folder that may not be written is told plainly', { skip: process.getuid?.() === 0 && 'root may write everywhere' }, async () => {
  const place = await newHome()
  await mkdir(place.home, { mode: 0o500 })
  await refuses(place, /This user may not write there\. Point OCTAVO_HOME to a folder of your own\./)
})

test('a shop without the secrets that open its database says so, and makes no new ones', async () => {
  const place = await newHome()
  await mkdir(join(place.home, 'postgres'), { recursive: true })
  await refuses(place, /There is a database and no secrets\.json, which opens it\. Put that file back from the backup/)
  await writeFile(join(place.home, 'secrets.json'), '{"guest": "half a')
  await refuses(place, /secrets\.json is damaged\. Put it back from the backup/)
  assert.equal(await readFile(join(place.home, 'secrets.json'), 'utf8'), '{"guest": "half a')
})

test('a setting that is wrong is named', async () => {
  const { home } = await newHome()
  await refuses({ home, port: 65_536 }, /^PORT is wrong: a whole number from 1 to 65535$/m)
})

async function refuses(place: { home: string; port: number }, words: RegExp): Promise<void> {
  const said = await npmStart(place).refused()
  assert.match(said, words)
  assert.doesNotMatch(said, /at .*\.ts:\d+/)
}
