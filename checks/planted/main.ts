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

let [noticed, survived, stale] = [0, 0, 0]
const waiting = [...all]
const red = await guardsRefuse(scratch(), all, schedules)
if (red.length > 0) console.log(`Without a planted bug these guards are red already; mend them first:\n  ${red.join('\n  ')}`)
else await Promise.all([work(scratch()), work(scratch())])
console.log(`planted: ${all.length} bugs, ${noticed} noticed, ${survived} survived, ${stale} could not be planted`)
process.exit(all.length > 0 && noticed === all.length ? 0 : 1)

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
  if (typeof planted === 'string') {
    stale += 1
    console.log(`? ${one.bug}\n    ${planted}`)
    return
  }
  const [found] = await guardsRefuse(folder, [one], schedules)
  unplant(planted)
  if (found === undefined) survived += 1
  else noticed += 1
  console.log(`${found === undefined ? '✗ survived' : '✓'} ${one.bug}\n    ${found === undefined ? 'not noticed' : 'noticed'} by ${guard}`)
}
