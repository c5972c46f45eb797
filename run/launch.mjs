// What `npm start`, `npm test` and the other commands go through. Plain JavaScript for any Node from 18 on: it installs what is missing,
// then hands over to the project's own Node, which runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'start', ...rest] = process.argv.slice(2)
const entries = { start: 'run/start.ts', test: 'run/test.ts', 'test:fast': 'run/test.ts', check: 'checks/check.ts', bench: 'bench/bench.ts', pictures: 'scenarios/pictures.ts', 'check:pages': 'scenarios/check-pages.ts', octavo: 'run/octavo.ts', 'one-service': 'run/one-service.ts', separate: 'run/separate.ts', 'demo:reset': 'run/demo-reset.ts', prove: 'scenarios/prove/prove.ts' }
const entry = entries[command]
if (!entry) fail(`There is no command ${command}. There are: ${Object.keys(entries).join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 18) fail(`Octavo needs Node 18 or newer to install itself; this is ${process.version}.`)

const lock = join(root, '.octavo-install')
await install()
const child = spawn(ownNode(), ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', join(root, entry), ...(command === 'test:fast' ? ['--fast'] : []), ...rest], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // the channel closes with this process, so that nothing outlives it
  env: {
    ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: process.env.NODE_NO_WARNINGS ?? '',
    // Stripped and compiled once: a process with every service then loads in half the time.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
    // glibc keeps freed memory in as many arenas as there are threads, which share little here: two hold a sixth less.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
  },
})
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {})
// Windows knows no signals: there the closed channel says it.
const end = (signal) => (process.platform === 'win32' ? child.connected && child.disconnect() : child.kill(signal))
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
// npm passes a signal on to its shell alone, which ends without telling anybody: who started this has gone then.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) end('SIGTERM') }, 200).unref()
}
child.on('error', (error) => fail(`The project's own Node did not start: ${error.message}`))
child.on('exit', (code, signal) => { process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)) })

/** Installs when node_modules is missing, was broken off, or belongs to another lockfile; one command at a time, the others wait for it. */
async function install() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const mark = join(root, 'node_modules', '.octavo-lockfile')
  const isInstalled = () => existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(ownNode())
  if (isInstalled() || !await takeLock(isInstalled)) return
  try {
    console.log('Installing what Octavo needs (once, about half a minute) …')
    const code = await npmCi()
    if (code !== 0) throw new Error('The installation failed; npm says why above. Check the network and the disk, then start again.')
    const version = spawnSync(ownNode(), ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
    if (!/^v(2[6-9]|[3-9]\d)\./.test(version)) throw new Error(`The project's own Node is ${version || 'not there'}: its package fetches it when it is installed. Install without --ignore-scripts: npm config delete ignore-scripts`)
    writeFileSync(mark, hash)
    rmSync(lock, { force: true })
  } catch (error) {
    rmSync(lock, { force: true })
    fail(error.message)
  }
}

/** Gives the exit code of `npm ci`, null when a signal ended it. */
async function npmCi() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const installing = npm && npm.endsWith('npm-cli.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const stop = (signal) => installing.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  writeFileSync(lock, JSON.stringify({ ...readLock(), npm: installing.pid }))
  const alive = setInterval(() => { try { utimesSync(lock, new Date(), new Date()) } catch { /* somebody took it away by hand */ } }, 1000)
  try {
    return await new Promise((ended, failed) => installing.on('exit', ended).on('error', failed))
  } finally {
    clearInterval(alive)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
  }
}

/** Waits for its turn to install; false when somebody else has done it meanwhile. */
async function takeLock(isInstalled) {
  const token = randomUUID()
  for (let told = false; ;) {
    if (isInstalled()) return false
    try {
      writeFileSync(lock, JSON.stringify({ token, launcher: process.pid }), { flag: 'wx' })
      // Another may have judged the lock before this one just as it went, and have taken this one away: looked at once that has shown.
      await pause(200)
      if (readLock().token === token) return true
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`Octavo cannot be installed here: ${error.message}. Start it as the user to whom this folder belongs.`)
    }
    if (isLeftBehind()) rmSync(lock, { force: true })
    else {
      if (!told) console.log(`Another command is installing Octavo; waiting for it. (If none is, remove ${lock}.)`)
      told = true
      await pause(300)
    }
  }
}

/** A killed command leaves its lock, and perhaps an npm that goes on. While it lives, its holder touches the lock every second. */
function isLeftBehind() {
  try {
    const ageMs = Date.now() - statSync(lock).mtimeMs
    const { launcher, npm } = readLock()
    if (launcher === undefined) return ageMs > 5000 // being written
    return !(isRunning(launcher) && ageMs < 30_000) && !(isRunning(npm) && ageMs < 600_000)
  } catch {
    return false // gone: look again
  }
}

function isRunning(pid) {
  try { return pid !== undefined && process.kill(pid, 0) } catch (error) { return error.code === 'EPERM' }
}

function readLock() {
  try { return JSON.parse(readFileSync(lock, 'utf8')) } catch { return {} }
}

function ownNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function fail(words) {
  console.error(words)
  process.exit(1)
}
