import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import type { Finding } from './finding.ts'

const testCode = '(^|/)tests/|[.]test[.]ts$|(^|/)testing[.]ts$'

/** What may know what, as the design's map draws it. */
export const walls: readonly (IForbiddenRuleType & { name: string; comment: string })[] = [
  {
    name: 'graph/no-cycles', severity: 'error', comment: 'imports itself by a circle; move what both need below both',
    from: {}, to: { circular: true },
  },
  {
    name: 'graph/inside-service', severity: 'error', comment: "reaches inside a service; take its contract or its events",
    from: { path: '^([^/]+/[^/]+|[^/]+)/' }, to: { path: '^services/[^/]+/', pathNot: ['^$1/', '^services/[^/]+/(service|contract|events|testing|http)[.]ts$'] },
  },
  {
    name: 'graph/services-below', severity: 'error', comment: 'a service does not know who calls it, nor the process it runs in',
    from: { path: '^services/' }, to: { path: '^(gateway|web|run|learning|client|scenarios|bench|checks)/' },
  },
  {
    name: 'graph/learning-offline', severity: 'error', comment: 'learning hands over artifacts; nothing that runs imports it',
    from: { pathNot: '^(learning|scenarios|bench)/' }, to: { path: '^learning/' },
  },
  {
    name: 'graph/only-run-starts', severity: 'error', comment: 'only run/, tests and scenarios start a service; others call its contract',
    from: { path: '^([^/]+/[^/]+|[^/]+)/', pathNot: ['^(run|scenarios)/', testCode] }, to: { path: '^services/[^/]+/(service|testing)[.]ts$', pathNot: '^$1/' },
  },
  {
    name: 'graph/foundation-lowest', severity: 'error', comment: 'the foundation knows nothing above itself',
    from: { path: '^foundation/' }, to: { path: '^(engines|services|gateway|web|client|learning|stand-ins|demo-shop|run|scenarios|bench)/' },
  },
  {
    name: 'graph/engines-below', severity: 'error', comment: 'an engine knows the foundation and other engines, not the business',
    from: { path: '^engines/' }, to: { path: '^(services|gateway|web|client|learning|demo-shop|run|scenarios|bench)/' },
  },
  {
    name: 'graph/there', severity: 'error', comment: 'leads to nothing',
    from: {}, to: { couldNotResolve: true, pathNot: '^astro:' }, // Astro's own, made by its build
  },
]

const ours = ['foundation', 'engines', 'services', 'gateway', 'web', 'learning', 'client', 'stand-ins', 'demo-shop', 'run', 'scenarios', 'bench', 'checks']

/** Who imports whom, read by dependency-cruiser, types included, held against the walls. */
export async function checkGraph(root: string): Promise<Finding[]> {
  const { output } = await cruise(ours.filter((folder) => existsSync(join(root, folder))), {
    baseDir: root,
    ruleSet: { forbidden: [...walls] },
    validate: true,
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|[.]types|[.]astro|[.]octavo)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'] },
  })
  const { summary } = output as ICruiseResult
  // Of a reader that reads nothing every wall would hold.
  if (summary.totalCruised === 0) throw new Error(`no modules were read below ${root}`)
  return findings(summary)
}

function findings(summary: ICruiseResult['summary']): Finding[] {
  const words = new Map(walls.map(({ name, comment }) => [name, comment]))
  return summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name, where: from,
    what: `${words.get(rule.name) ?? rule.name}: ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  }))
}
