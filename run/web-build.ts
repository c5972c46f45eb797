import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from './config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What a build is made of: the storefront and what it takes in. */
const sources = ['web/storefront', 'web/design', 'foundation', 'package-lock.json']
const ignored = new Set(['node_modules', 'dist', '.astro', 'tests'])
const buildsKept = 2

/**
 * The folder of the built storefront for exactly these sources, built now if it is not there. Builds are kept by the hash of their
 * sources; a build that broke off is not taken for a whole one.
 */
export async function builtStorefront(home: string, step: (words: string) => void): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) for (const file of await filesBelow(join(root, source))) hash.update(relative(root, file)).update('\0').update(await readFile(file)).update('\0')
  const builds = join(home, 'web')
  const name = hash.digest('hex').slice(0, 20)
  const folder = join(builds, name)
  if (await stat(join(folder, 'server', 'entry.mjs')).catch(() => undefined)) return folder
  step('building the pages')
  await mkdir(builds, { recursive: true })
  const fresh = join(builds, `${name}.${process.pid}`)
  await build(fresh)
  await rename(fresh, folder).catch(async (error: unknown) => { if (!(await stat(folder).catch(() => undefined))) throw error; await rm(fresh, { recursive: true, force: true }) })
  await forgetOld(builds, name)
  return folder
}

async function build(folder: string): Promise<void> {
  const astro = fileURLToPath(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url))
  const child = spawn(process.execPath, [astro, 'build', '--outDir', folder], { cwd: join(root, 'web', 'storefront'), stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } })
  let said = ''
  child.stdout.on('data', (part: Buffer) => { said += part })
  child.stderr.on('data', (part: Buffer) => { said += part })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`the pages could not be built:\n${said.trim().split('\n').slice(-20).join('\n')}`)
  }
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path)
  if (found.isFile()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const nested = await Promise.all(entries.filter(({ name }) => !ignored.has(name)).map(async (entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : [])))
  return nested.flat().sort()
}

async function forgetOld(builds: string, current: string): Promise<void> {
  const others = await Promise.all((await readdir(builds)).filter((name) => name !== current).map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })))
  for (const { name } of others.sort((a, b) => b.at - a.at).slice(buildsKept - 1)) await rm(join(builds, name), { recursive: true, force: true })
}
