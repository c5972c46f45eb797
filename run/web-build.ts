import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from './config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ignored = new Set(['node_modules', 'dist', '.astro', '.cache', 'tests'])
const buildsKept = 2

/** A site that is built: its folder, what it is made of, how, and a file that only a whole build has. */
interface Site {
  readonly name: 'storefront' | 'back-office'
  readonly words: string
  readonly sources: readonly string[]
  readonly whole: string
  readonly command: (folder: string) => readonly [script: string, ...rest: string[]]
}

const storefront: Site = {
  name: 'storefront', words: 'building the pages', sources: ['web/storefront', 'web/design', 'foundation', 'package-lock.json'], whole: join('server', 'entry.mjs'),
  command: (folder) => ['astro/bin/astro.mjs', 'build', '--outDir', folder],
}
const backOffice: Site = {
  name: 'back-office', words: 'building the back office', sources: ['web/back-office', 'web/design', 'client', 'package-lock.json'], whole: 'index.html',
  command: (folder) => ['vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir', '--configLoader', 'native', '--logLevel', 'warn'],
}

/** Folders of built sites. */
export interface BuiltSites {
  readonly storefront: string
  readonly backOffice: string
}

/** Both sites for exactly these sources, built now where they are not there, one after the other: each build fills a processor. */
export async function builtSites(home: string, step: (words: string) => void): Promise<BuiltSites> {
  return { backOffice: await built(backOffice, home, step), storefront: await built(storefront, home, step) }
}

/** Builds are kept by the hash of their sources; a build that broke off is not taken for a whole one. */
async function built(site: Site, home: string, step: (words: string) => void): Promise<string> {
  const hash = createHash('sha256')
  for (const source of site.sources) for (const file of await filesBelow(join(root, source))) hash.update(relative(root, file)).update('\0').update(await readFile(file)).update('\0')
  const builds = join(home, 'web', site.name)
  const name = hash.digest('hex').slice(0, 20)
  const folder = join(builds, name)
  const isWhole = () => stat(join(folder, site.whole)).then(() => true, () => false)
  if (await isWhole()) return folder
  step(site.words)
  await mkdir(builds, { recursive: true })
  const fresh = join(builds, `${name}.${process.pid}`)
  await build(site, fresh)
  await rename(fresh, folder).catch(async (error: unknown) => { if (!(await isWhole())) throw error; await rm(fresh, { recursive: true, force: true }) })
  await forgetOld(builds, name)
  return folder
}

/**
 * Builds from a copy of the site beside the build: its builder writes into its sources' folder and into `node_modules`, and both may
 * belong to another user or be read-only. The packages are linked, not copied.
 */
async function build({ name, command }: Site, folder: string): Promise<void> {
  const copy = `${folder}.sources`
  const site = join('web', name)
  try {
    for (const part of [site, 'tsconfig.base.json']) await cp(join(root, part), join(copy, part), { recursive: true, filter: (path) => !ignored.has(basename(path)) })
    await withoutReferences(join(copy, site, 'tsconfig.json'))
    for (const at of ['node_modules', join(site, 'node_modules')]) if (await stat(join(root, at)).catch(() => undefined)) await symlink(join(root, at), join(copy, at), 'junction')
    const [script, ...rest] = command(folder)
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...rest], { cwd: join(copy, site), stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } })
    let said = ''
    child.stdout.on('data', (part: Buffer) => { said += part })
    child.stderr.on('data', (part: Buffer) => { said += part })
    const [code] = (await once(child, 'close')) as [number | null]
    if (code !== 0) throw new Error(`the ${name} could not be built:\n${said.trim().split('\n').slice(-20).join('\n')}`)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** References lead to the other projects' sources, which are not in the copy; a build needs none of them. */
async function withoutReferences(file: string): Promise<void> {
  const { references: _, ...config } = JSON.parse(await readFile(file, 'utf8')) as { references?: unknown }
  await writeFile(file, JSON.stringify(config))
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
