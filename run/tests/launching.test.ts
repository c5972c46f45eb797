import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { environment } from '../config.ts'

const launcher = fileURLToPath(new URL('../launch.mjs', import.meta.url))

/** An npm that writes down when it begins and ends, and installs nothing but the Node that runs it. */
const npm = `
import { appendFileSync, mkdirSync, symlinkSync } from 'node:fs'
appendFileSync('said', 'begins\\n')
setTimeout(() => {
  mkdirSync('node_modules/node/bin', { recursive: true })
  symlinkSync(process.execPath, 'node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node'))
  appendFileSync('said', 'ends\\n')
}, 300)
`

/** A fresh clone of something that has one command, which says that it ran. */
async function clone() {
  const root = await mkdtemp(join(tmpdir(), 'octavo-launch-'))
  after(() => rm(root, { recursive: true, force: true }))
  await mkdir(join(root, 'run'))
  await copyFile(launcher, join(root, 'run', 'launch.mjs'))
  await writeFile(join(root, 'run', 'octavo.ts'), `import { appendFileSync } from 'node:fs'\nappendFileSync('said', 'runs\\n')\n`)
  await writeFile(join(root, 'package-lock.json'), '{}')
  await writeFile(join(root, 'npm-cli.js'), npm)
  await writeFile(join(root, 'package.json'), '{ "type": "module" }')
  return {
    lock: join(root, '.octavo-install'),
    said: async () => (await readFile(join(root, 'said'), 'utf8')).trim().split('\n'),
    launch: async () => {
      const child = spawn(process.execPath, [join(root, 'run', 'launch.mjs'), 'octavo'], { env: { ...environment, npm_execpath: join(root, 'npm-cli.js'), npm_lifecycle_event: '' }, stdio: 'ignore' })
      return (await once(child, 'exit'))[0] as number | null
    },
  }
}

describe('commands in a fresh clone', () => {
  test('install once, however many begin at the same time, and all run after it', async () => {
    const { launch, said, lock } = await clone()
    assert.deepEqual(await Promise.all([launch(), launch(), launch(), launch()]), [0, 0, 0, 0])
    assert.deepEqual(await said(), ['begins', 'ends', 'runs', 'runs', 'runs', 'runs'])
    await assert.rejects(readFile(lock), { code: 'ENOENT' })
  })

  test('take over the lock of a command that was killed, one of them', async () => {
    const { launch, said, lock } = await clone()
    const killed = spawn(process.execPath, ['-e', ''])
    await once(killed, 'exit')
    await writeFile(lock, JSON.stringify({ token: 'gone', launcher: killed.pid, npm: killed.pid }))
    assert.deepEqual(await Promise.all([launch(), launch(), launch()]), [0, 0, 0])
    assert.deepEqual(await said(), ['begins', 'ends', 'runs', 'runs', 'runs'])
  })
})
