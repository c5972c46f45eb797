import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { declareImports } from './declare-imports.ts'
import { checkDoors } from './doors.ts'
import { checkEnvironment } from './environment.ts'
import type { Finding } from './finding.ts'
import { checkFoundation } from './foundation.ts'
import { checkGraph } from './graph.ts'
import { checkLinks } from './links.ts'
import { checkLint } from './lint.ts'
import { checkNames } from './names.ts'
import { checkReferences, writeReferences } from './references.ts'
import { checkSettings } from './settings.ts'
import { checkTypes } from './types.ts'
import { pathsOf, readWorkspace } from './workspace.ts'

const usage = `npm run check                 types, lint, architecture and links; ends with 1 when there is anything to mend
npm run check -- --only X     one of types, lint, architecture, links
npm run check -- --mend       first write the project references and the packages' dependencies on each other`

const root = dirname(import.meta.dirname)
const { values } = parseArgs({ options: { only: { type: 'string' }, mend: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) { console.log(usage); process.exit(0) }

if (values.mend) for (const file of [...declareImports(readWorkspace(root)), ...writeReferences(readWorkspace(root))]) console.log(`wrote ${file}`)

const checks: Record<string, () => Finding[] | Promise<Finding[]>> = {
  architecture,
  links: () => checkLinks(root, pathsOf(root)),
  lint: () => checkLint(root),
  types: () => checkTypes(root),
}
const chosen = Object.entries(checks).filter(([name]) => values.only === undefined || values.only === name)
if (chosen.length === 0) { console.error(usage); process.exit(2) }

let total = 0
const summary: string[] = []
for (const [name, check] of chosen) {
  const began = performance.now()
  const findings = await check()
  total += findings.length
  for (const { rule, where, what } of findings) console.log(`${where}\n  ${what} [${rule}]`)
  summary.push(`${findings.length === 0 ? 'well' : `${findings.length} to mend`}\t${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
}
console.log(`\n${summary.join('\n')}\n${total === 0 ? 'All well.' : `${total} to mend.`}`)
process.exitCode = total === 0 ? 0 : 1

async function architecture(): Promise<Finding[]> {
  const workspace = readWorkspace(root)
  return [
    ...checkReferences(workspace), ...checkDoors(workspace), ...checkEnvironment(workspace), ...checkSettings(workspace), ...checkFoundation(workspace),
    ...checkNames(pathsOf(root)), ...await checkGraph(root),
  ]
}
