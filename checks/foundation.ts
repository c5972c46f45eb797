import type { Finding } from './finding.ts'
import { readSpecifier } from './imports.ts'
import { isTest, serviceOf, type Workspace } from './workspace.ts'

const mostLines = 300
const fewestServices = 2

/** A package of the foundation is one small noun that several services speak: at most 300 lines without its tests, in two services or more. */
export function checkFoundation({ packages }: Workspace): Finding[] {
  return packages.filter(({ folder }) => folder.startsWith('foundation/')).flatMap(({ folder, manifest, sources }): Finding[] => {
    const lines = sources.filter(({ path }) => !isTest(path)).reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
    const services = packages.filter((other) => serviceOf(other.folder) !== undefined && other.sources.some(({ imports }) => imports.some(({ specifier }) => {
      const read = readSpecifier(specifier)
      return read.kind === 'package' && read.name === manifest.name
    })))
    return [
      ...(lines > mostLines ? [{ rule: 'foundation/small', where: folder, what: `has ${lines} lines; a package of the foundation has at most ${mostLines}. Part of it is a noun of its own, or belongs to a service.` }] : []),
      ...(services.length < fewestServices ? [{ rule: 'foundation/used', where: folder, what: `is used by ${services.map((one) => one.folder).join(', ') || 'no service'}; what fewer than ${fewestServices} services use lives with its user.` }] : []),
    ]
  })
}
