import { parseArgs } from 'node:util'
import { exploreAtRandom, exploreExhaustively, smallSettings, type Found } from './explore.ts'

/** How far a second fault may be from the first, in moments. */
const reach = 12

const { values } = parseArgs({ options: { schedules: { type: 'string', default: '5000' }, seed: { type: 'string' }, path: { type: 'string' }, drawn: { type: 'boolean' } } })
const schedules = Number(values.schedules)
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed)
if (!Number.isInteger(schedules) || schedules < 1 || !Number.isInteger(seed)) {
  console.error('--schedules and --seed are whole numbers.')
  process.exit(2)
}

let whole = 0
let breaches = 0
// A schedule to be replayed was drawn, and so is what a planted bug must be found by.
if (values.path === undefined && !values.drawn) {
  for (const setting of smallSettings) {
    const found = exploreExhaustively(setting, reach)
    whole += found.schedules
    report(`one checkout, card ${setting.buyers[0]?.card}, every two faults within ${reach} moments`, found)
  }
}
const drawn = exploreAtRandom({ schedules, seed, path: values.path })
report(`up to three checkouts, drawn by seed ${seed}`, drawn)
console.log(`explore: ${whole + drawn.schedules} schedules, ${whole} exhaustively, ${drawn.schedules} by chance (seed ${seed}); ${breaches} breaches`)
process.exit(breaches > 0 ? 1 : 0)

function report(what: string, found: Found): void {
  console.log(`${what}: ${found.schedules} schedules, ends ${[...found.outcomes].map(([end, times]) => `${end} ${times}`).join(', ')}`)
  if (found.breach === undefined) return
  breaches += 1
  console.log(found.breach)
}
