import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { cart } from './cart.ts'
import { checkout } from './checkout.ts'
import { guardsRefuse } from './guards.ts'
import { inventory } from './inventory.ts'
import { orders } from './orders.ts'
import { payments } from './payments.ts'
import type { Planted } from './planted.ts'
import { copyOf, plant, unplant } from './scratch.ts'

/** Schedules within which the exploration must notice what is planted in the rules. */
const schedules = 5_000

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const all = [...checkout, ...orders, ...inventory, ...payments, ...cart].filter(({ bug }) => values.only === undefined || bug.includes(values.only))
const root = dirname(dirname(import.meta.dirname))
const scratches: string[] = []
process.on('exit', () => { for (const folder of scratches) rmSync(folder, { recursive: true, force: true }) })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

let [noticed, survived, untried] = [0, 0, 0]
const folders = [scratch(), scratch()] as const
const red = (await Promise.all(inHalves(all).map((half, nth) => guardsRefuse(folders[nth] ?? folders[0], half, schedules)))).flat()
// Those of one test file follow each other.
const waiting = all.toSorted((one, other) => fileOf(one).localeCompare(fileOf(other)))
if (red.length > 0) console.log(`Without a planted bug these guards are red already; mend them first:\n  ${red.join('\n  ')}`)
else await Promise.all(folders.map(work))
console.log(`planted: ${all.length} bugs, ${noticed} noticed, ${survived} survived, ${untried} not tried`)
process.exit(all.length > 0 && noticed === all.length ? 0 : 1)

function fileOf({ guard }: Planted): string {
  return guard === 'explore' ? guard : guard.file
}

function inHalves(some: readonly Planted[]): Planted[][] {
  const files = [...new Set(some.map(fileOf))]
  return [0, 1].map((half) => some.filter((one) => files.indexOf(fileOf(one)) % 2 === half))
}

function scratch(): string {
  const folder = copyOf(root)
  scratches.push(folder)
  return folder
}

async function work(folder: string): Promise<void> {
  for (let one = waiting.shift(); one; one = waiting.shift()) await tryOne(folder, one)
}

async function tryOne(folder: string, one: Planted): Promise<void> {
  const guard = one.guard === 'explore' ? 'the exploration' : `"${one.guard.test}"`
  const planted = plant(folder, one)
  if (typeof planted === 'string') return notTried(one, planted)
  try {
    const [found] = await guardsRefuse(folder, [one], schedules)
    if (found === undefined) survived += 1
    else noticed += 1
    console.log(`${found === undefined ? '✗ survived' : '✓'} ${one.bug}\n    ${found === undefined ? 'not noticed' : 'noticed'} by ${guard}`)
  } catch (error) {
    notTried(one, (error as Error).message)
  } finally {
    unplant(planted)
  }
}

function notTried(one: Planted, why: string): void {
  untried += 1
  console.log(`? ${one.bug}\n    ${why}`)
}
