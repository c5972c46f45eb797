import assert from 'node:assert/strict'
import { chance } from './chance.ts'
import { judgedDemo } from './demo-judgments.ts'
import { askDemo, type DemoShop } from './demo-searches.ts'
import { interval } from './measures.ts'

const seed = 20_261_126

/** Query by query against what stood: what lies wholly below zero, with 95 of 100, is no chance of these few queries. */
export async function holdsWhatStood(shop: DemoShop): Promise<void> {
  const found = await askDemo(shop)
  const rows = judgedDemo.map(({ query, stood }) => ({ query, now: found.get(query) as number, change: (found.get(query) as number) - stood }))
  const { mean, low, high } = interval(rows.map(({ change }) => change), chance(seed))
  const changed = rows.filter(({ change }) => Math.abs(change) > 0.005).map(({ query, now, change }) => `  ${query}: ${now.toFixed(3)}, ${change.toFixed(3)}`)
  assert.ok(high >= 0, `search answers worse than it did: nDCG@10 ${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}).\n${changed.join('\n')}\nMend it, or say in bench/relevance/demo-judgments.ts what stands now and why.`)
}
