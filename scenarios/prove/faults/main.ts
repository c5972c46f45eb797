import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { auditAll } from '../../audit-all.ts'
import { brokenWords, neverEnding } from './ended.ts'
import { openGround } from './ground.ts'
import { openLoad } from './load.ts'
import { chosenPoints, namedPoints, outOfReach, wordsOf } from './points.ts'
import { findSites } from './sites.ts'
import { cardsOf, tellAgain, troubles } from './troubles.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' }, buyers: { type: 'string', default: '4' }, seed: { type: 'string' },
    sample: { type: 'boolean', default: false }, at: { type: 'string', multiple: true },
  },
})
const [kills, buyers, seed] = [Number(values.kills), Number(values.buyers), values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed)]
if (![kills, buyers, seed].every(Number.isInteger) || kills < 1 || buyers < 1) {
  console.error('--kills, --buyers and --seed are whole numbers.')
  process.exit(2)
}

/** A sample looks whether what it came by holds; a whole run, whether every point was come by too. */
const whole = !values.sample && values.at === undefined
/** How long a fail point may take to be passed under load. */
const patienceMs = values.sample ? 15_000 : 60_000

const home = mkdtempSync(join(tmpdir(), 'octavo-faults-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
const sites = findSites(join(import.meta.dirname, '..', '..', '..'))
writeFileSync(join(home, 'sites.json'), JSON.stringify(sites))
const { points, covering } = values.at ? namedPoints(sites, values.at) : chosenPoints(sites, { kills, seed, sample: values.sample })
console.log(`fail points: ${sites.length} places in the code, ${points.length} points at which a process may die; seed ${seed}; ${outOfReach.length} places are out of this load's reach:`)
for (const { name, why } of outOfReach) console.log(`    ${name}: ${why}`)

const ground = await openGround(home, 6)
const { breaches, stage } = ground
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // One that sleeps hears no signal: what has not ended after a while is left to hear that this process has gone.
  process.once(signal, () => { void Promise.race([ground.stop(), pause(10_000)]).finally(() => process.exit(130)) })
}
const load = await openLoad(stage, { buyers, seed })
const died: string[] = []
const missed: string[] = []
for (const [nth, point] of covering.entries()) {
  if (values.sample && died.length === kills) break
  const words = wordsOf(point)
  const here = await ground.dieAt(point, patienceMs) ? died : missed
  here.push(words)
  console.log(`${String(nth + 1).padStart(4)}  ${here === died ? 'died' : 'nobody came by'}  ${words}`)
}
let others = 0
for (const [what, make] of Object.entries(troubles)) {
  const made = await make(ground)
  others += made
  console.log(`      ${what}: ${made}`)
}
if (whole) for (const giveUp = Date.now() + 60_000; neverPassed().length > 0 && Date.now() < giveUp;) await pause(1_000)
await load.stop()
breaches.push(...await neverEnding(stage))
others += await tellAgain(cardsOf(ground.shop.cards), 100)
breaches.push(...await brokenWords(load), ...(await auditAll(stage)).map((breach) => JSON.stringify(breach)))
await ground.stop()

// A sample's reader wants to know what died, not every place that lived.
for (const [point, times] of [...passes()].sort(([one], [other]) => one.localeCompare(other))) if (!values.sample || ground.killed.has(point)) console.log(`${String(times).padStart(7)}  ${ground.killed.has(point) ? 'killed' : '      '}  ${point}`)
if (whole) breaches.push(...neverPassed().map((point) => `never passed under load: ${point}`))
if (values.sample) { if (died.length < kills) breaches.push(`only ${died.length} of ${kills} processes died; nobody came by at ${missed.join(', ')}`) }
else breaches.push(...missed.filter((point) => !ground.killed.has(point)).map((point) => `nobody came by to die: ${point}`))
for (const breach of breaches) console.log(`✗ ${breach}`)
if (breaches.length > 0) console.log(`the same again: npm run prove -- faults --seed ${seed} --buyers ${buyers} ${values.sample || values.at ? died.map((point) => `--at '${point}'`).join(' ') : `--kills ${kills}`}`)
const { checkouts, completed, failed, refused } = load.counts
console.log(`faults (seed ${seed}): ${ground.kills()} kills at ${ground.killed.size} of ${points.length} fail points, ${points.length - neverPassed().length} of them passed, ${others} other faults; ${checkouts} checkouts, ${completed} placed, ${failed} failed, ${refused} refused; ${breaches.length} breaches`)
process.exit(breaches.length === 0 ? 0 : 1)

/** How often each point was passed, by all processes there were. */
function passes(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const file of readdirSync(home)) {
    if (!file.startsWith('passed-')) continue
    for (const point of readFileSync(join(home, file), 'utf8').split('\n')) if (point !== '') counts.set(point, (counts.get(point) ?? 0) + 1)
  }
  return counts
}

function neverPassed(): string[] {
  const passed = passes()
  return points.map(wordsOf).filter((point) => !passed.has(point))
}
