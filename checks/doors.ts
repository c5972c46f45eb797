import { posix } from 'node:path'
import type { Finding } from './finding.ts'
import { readSpecifier } from './imports.ts'
import { isTest, isTestDoor, serviceOf, type Package, type Workspace } from './workspace.ts'

/** The doors a service may have, and the file behind each. */
export const serviceDoors: Readonly<Record<string, string>> = {
  '.': './service.ts', './contract': './contract.ts', './events': './events.ts', './testing': './testing.ts', './http': './http.ts',
}

/**
 * Packages meet at their doors: every import of another package is declared in package.json and goes through its `exports`, no
 * relative path leaves its package, nothing is declared and not used, and a service has the doors of the design.
 */
export function checkDoors(workspace: Workspace): Finding[] {
  const byName = new Map(workspace.packages.map((one) => [one.manifest.name, one]))
  const everywhere = new Set(Object.keys(workspace.manifest.devDependencies ?? {}))
  return workspace.packages.flatMap((one) => [...imports(one, byName, everywhere), ...exported(one), ...unused(one, byName)])
}

function imports(one: Package, byName: ReadonlyMap<string, Package>, everywhere: ReadonlySet<string>): Finding[] {
  const manifest = `${one.folder}/package.json`
  const declared = new Set(Object.keys(one.manifest.dependencies ?? {}))
  const forTests = new Set(Object.keys(one.manifest.devDependencies ?? {}))
  return one.sources.flatMap(({ path, imports: all }) => all.flatMap(({ specifier, line }): Finding[] => {
    const where = `${path}:${line}`
    const read = readSpecifier(specifier)
    if (read.kind === 'relative') {
      const target = posix.join(posix.dirname(path), specifier)
      return target.startsWith(`${one.folder}/`) ? [] : [{ rule: 'doors/own-folder', where, what: `${specifier} leaves the package; import the other package by its name.` }]
    }
    if (read.kind === 'platform' || read.name === one.manifest.name) return []
    const other = byName.get(read.name)
    if (other && !opens(other, read.door)) return [{ rule: 'doors/exports', where, what: `${read.name} has no door ${read.door}; its package.json exports ${Object.keys(other.manifest.exports ?? {}).join(', ') || 'nothing'}.` }]
    // The graph's reader knows no pages, so that this wall is held here.
    if (path.endsWith('.astro') && other && serviceOf(other.folder) !== undefined && (read.door === '.' || read.door === './testing')) return [{ rule: 'doors/pages', where, what: `a page starts no service; take ${read.name}/contract.` }]
    if (declared.has(read.name)) return []
    const mayBeForTests = isTest(path) || isTestDoor(path) || !other
    if (mayBeForTests && (forTests.has(read.name) || everywhere.has(read.name))) return []
    return [{ rule: 'doors/declared', where, what: `${read.name} is not among the dependencies of ${manifest}.` }]
  }))
}

const opens = (other: Package, door: string): boolean =>
  Object.keys(other.manifest.exports ?? {}).some((key) => key === door || (key.endsWith('/*') && door.startsWith(key.slice(0, -1))))

function exported(one: Package): Finding[] {
  const where = `${one.folder}/package.json`
  const files = new Set(one.sources.map(({ path }) => path))
  return Object.entries(one.manifest.exports ?? {}).flatMap(([door, file]): Finding[] => {
    if (serviceOf(one.folder) !== undefined && serviceDoors[door] !== file) {
      return [{ rule: 'doors/service', where, what: `"${door}": "${file}" is not a door of a service; those are ${Object.entries(serviceDoors).map(([name, target]) => `"${name}": "${target}"`).join(', ')}.` }]
    }
    if (/\*|\.(?!ts$|tsx$|mjs$|js$)[a-z]+$/.test(file) || files.has(posix.join(one.folder, file))) return []
    return [{ rule: 'doors/there', where, what: `"${door}" leads to ${file}, which is not there.` }]
  })
}

function unused(one: Package, byName: ReadonlyMap<string, Package>): Finding[] {
  const used = new Set(one.sources.flatMap(({ imports: all }) => all.map(({ specifier }) => readSpecifier(specifier)).map((read) => (read.kind === 'package' ? read.name : ''))))
  return Object.keys({ ...one.manifest.dependencies, ...one.manifest.devDependencies })
    .filter((name) => byName.has(name) && !used.has(name))
    .map((name) => ({ rule: 'doors/unused', where: `${one.folder}/package.json`, what: `${name} is declared and never imported.` }))
}
