import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { categories, products } from '@octavo/demo-shop'
import type { ProductDraft } from '../../draft.ts'
import { samples } from '../../import/onix/tests/samples.ts'
import { fullShop } from '../../tests/full-shop.ts'
import type { ExportWorld } from '../format.ts'
import { onix } from '../onix/onix.ts'
import { readOnixcheck } from './config.ts'
import { drafts } from './drafts.ts'

const onixcheck = readOnixcheck()

/** What EDItEUR's XSD and RNG say of messages by their names; nothing when all are as they should be. */
async function findings(messages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-onix-'))
  after(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(messages)) await writeFile(join(folder, `${name}.xml`), text)
  const { out, err, code } = await new Promise<{ out: string; err: string; code: number }>((resolve, reject) => {
    execFile(onixcheck, ['-p', folder, '-s', 'xsd', 'rng'], { maxBuffer: 64 << 20 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ out, err, code: error ? error.code as number : 0 })
    })
  })
  if (code === 0) assert.equal(out.match(/VALID - No errors found/g)?.length, Object.keys(messages).length, `each was looked at: ${out}`)
  return code === 0 ? '' : err.slice(0, 4000)
}

test('the check finds what is wrong', async () => {
  assert.match(await findings({ wrong: `${onix('reference').head(worldOf([]))}<Product/></ONIXMessage>` }), /Product/)
})

test('what the shop writes is ONIX 3.1 as its schemas have it, whatever it sells', async () => {
  const { door } = await fullShop()
  const sections = [...categories, { handle: 'fiction', name: { en: 'Fiction' } }, { handle: 'classics', name: { en: 'Classics', de: 'Klassiker' }, parent: 'fiction' }, { handle: 'poetry', name: { en: 'Poetry' } }]
  const anything = fc.sample(drafts, 300)
  const messages: Record<string, string> = {}
  for (const tags of ['reference', 'short'] as const) {
    const written = (name: string, given: readonly ProductDraft[]) => {
      const format = onix(tags)
      messages[`${name}-${tags}`] = format.head(worldOf(sections)) + given.map((draft, at) => format.product({ source: `source ${at}`, draft }, worldOf(sections))).join('') + format.end()
    }
    written('demo', products)
    written('anything', anything)
    messages[`shop-${tags}`] = (await door.get(`/exports?format=onix&tags=${tags}`)).text
  }
  assert.equal(await findings(messages), '')
})

test("the tests' own samples are what suppliers would send", async () => assert.equal(await findings(samples), ''))

function worldOf(sections: readonly { handle: string; name: Readonly<Record<string, string>>; parent?: string }[]): ExportWorld {
  return { sections: new Map(sections.map((section) => [section.handle, section])), now: new Date('2026-11-26T12:00:00Z'), taxIncluded: (currency) => currency !== 'USD' }
}
