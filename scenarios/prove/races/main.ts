import { parseArgs } from 'node:util'
import { auditAll } from '../../audit-all.ts'
import { onStage } from '../stages.ts'
import { races } from './races.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds is a whole number.')
  process.exit(2)
}

let [run, breaches] = [0, 0]
for (const form of ['one process', 'several processes'] as const) {
  await onStage(form, async (stage) => {
    for (const [name, race] of Object.entries(races)) {
      let lost = 0
      for (let round = 1; round <= rounds; round++) {
        run += 1
        await race(stage).catch((error: unknown) => {
          lost += 1
          console.log(`✗ round ${round} of ${name}, in ${form}: ${(error as Error).message}`)
        })
      }
      breaches += lost
      if (lost === 0) console.log(`✓ ${name}, in ${form}: ${rounds} rounds`)
    }
    const found = await auditAll(stage)
    breaches += found.length
    for (const breach of found) console.log(`✗ the audit in ${form}: ${JSON.stringify(breach)}`)
  })
}
console.log(`races: ${Object.keys(races).length} races, ${run} rounds in one process and in several; ${breaches} breaches`)
process.exit(breaches === 0 ? 0 : 1)
