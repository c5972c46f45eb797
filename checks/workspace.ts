import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import { importsOf, type Import } from './imports.ts'

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** One source of a package; `path` is from the root, with forward slashes on every system. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

/** One package of the workspace. `folder` is from the root: `services/orders`. */
export interface Package {
  readonly folder: string
  readonly manifest: Manifest
  readonly sources: readonly Source[]
}

export interface Workspace {
  readonly root: string
  readonly manifest: Manifest & { readonly workspaces: readonly string[] }
  readonly packages: readonly Package[]
}

const sourceFiles = '**/*.{ts,tsx,mts,js,mjs,cjs,astro}'
/** Made by tools or kept by the shop, never written by us. */
const made = new Set(['node_modules', '.types', '.astro', '.octavo', 'dist'])

/** The packages under a root, as its package.json lists them, with what every source imports. */
export function readWorkspace(root: string): Workspace {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Workspace['manifest']
  const folders = globSync(manifest.workspaces.map((pattern) => `${pattern}/package.json`), { cwd: root }).map((file) => slashes(dirname(file)))
  const packages = folders.sort().map((folder) => readPackage(root, folder))
  if (!packages.some(({ sources }) => sources.length > 0)) throw new Error(`no sources were found below ${root}`)
  return { root, manifest, packages }
}

/** Every path under a folder that is ours, files and folders, from the root. */
export function pathsOf(root: string, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: root, exclude: (name) => made.has(name) || name === '.git' }).map(slashes).sort()
}

export const serviceOf = (folder: string): string | undefined => /^services\/([^/]+)/.exec(folder)?.[1]

/** Tests, what only they import, and the doors made for other people's tests. */
export const isTest = (path: string): boolean => /(^|\/)tests\/|\.test\.[a-z]+$/.test(path)

export const isTestDoor = (path: string): boolean => /(^|\/)(testing|conformance)\.ts$/.test(path)

function readPackage(root: string, folder: string): Package {
  const sources = pathsOf(join(root, folder), sourceFiles).map((file): Source => {
    const path = posix.join(folder, file)
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
  return { folder, manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest, sources }
}

const slashes = (path: string): string => path.split(sep).join('/')
