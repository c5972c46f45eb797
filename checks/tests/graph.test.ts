import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkGraph } from '../graph.ts'
import { readWorkspace } from '../workspace.ts'
import { rules, service, tree } from './fixture.ts'

const exported = { '.': './index.ts' }
const one = { 'index.ts': 'export const one = 1\n' }
const broken = async (packages: Parameters<typeof tree>[0]) => rules(await checkGraph(tree(packages)))

test('services that meet at their contracts, both ways, and are started by run and by tests, are well', async () => {
  assert.deepEqual(await broken({
    'foundation/money': { exports: exported, files: one },
    'engines/rpc': { exports: exported, files: { 'index.ts': "import { one } from '@octavo/money'\nexport const rpc = one\n" } },
    'services/cart': service({ 'api/add.ts': "import { contract } from '@octavo/orders/contract'\nexport const add = contract\n" }),
    'services/orders': service({
      'api/place.ts': "import { contract } from '@octavo/cart/contract'\nexport const place = contract\n",
      'tests/place.test.ts': "import { create } from '@octavo/cart'\ncreate()\n",
    }),
    run: { files: { 'all.ts': "import { create } from '@octavo/cart'\nimport { rpc } from '@octavo/rpc'\ncreate()\nexport const all = rpc\n" } },
  }), [])
})

test('a circle of imports is found, of types too', async () => {
  assert.deepEqual(await broken({ 'services/cart': service({ 'a.ts': "import { b } from './b.ts'\nexport const a: number = b\n", 'b.ts': "import { a } from './a.ts'\nexport const b: number = a\n" }) }), ['graph/no-cycles'])
  assert.deepEqual(await broken({ 'services/cart': service({ 'a.ts': "import type { B } from './b.ts'\nexport interface A { b: B }\n", 'b.ts': "import type { A } from './a.ts'\nexport interface B { a: A }\n" }) }), ['graph/no-cycles'])
})

test('nobody reaches inside a service, not even its tests into another', async () => {
  const cart = service({ 'store/carts.ts': 'export const carts = 1\n' })
  assert.deepEqual(await broken({ 'services/cart': cart, 'services/orders': service({ 'api/place.ts': "import { carts } from '../../cart/store/carts.ts'\nexport const place = carts\n" }) }), ['graph/inside-service'])
  assert.deepEqual(await broken({ 'services/cart': cart, gateway: { files: { 'gateway.ts': "import { carts } from '../services/cart/store/carts.ts'\nexport const gateway = carts\n" } } }), ['graph/inside-service'])
  assert.deepEqual(await broken({ 'services/cart': cart, 'services/orders': service({ 'tests/a.test.ts': "import { carts } from '../../cart/store/carts.ts'\nexport const place = carts\n" }) }), ['graph/inside-service'])
})

for (const above of ['gateway', 'run', 'learning/ranking', 'web/storefront']) {
  test(`a service never imports ${above}`, async () => {
    const name = above.split('/').at(-1)
    const found = await broken({ [above]: { exports: exported, files: one }, 'services/cart': service({ 'api/add.ts': `import { one } from '@octavo/${name}'\nexport const add = one\n` }) })
    assert.ok(found.includes('graph/services-below'), found.join())
  })
}

test('nothing that runs imports learning', async () => {
  assert.deepEqual(await broken({ 'learning/ranking': { exports: exported, files: one }, gateway: { files: { 'gateway.ts': "import { one } from '@octavo/ranking'\nexport const gateway = one\n" } } }), ['graph/learning-offline'])
})

test('only run, tests and scenarios start a service', async () => {
  const starts = "import { create } from '@octavo/cart'\nexport const started = create()\n"
  assert.deepEqual(await broken({ 'services/cart': service(), gateway: { files: { 'gateway.ts': starts } } }), ['graph/only-run-starts'])
  assert.deepEqual(await broken({ 'services/cart': service(), 'services/orders': service({ 'checkout/step.ts': starts }) }), ['graph/only-run-starts'])
  assert.deepEqual(await broken({ 'services/cart': service(), scenarios: { files: { 'buy.ts': starts } } }), [])
})

test('the foundation imports nothing above it, an engine no business', async () => {
  assert.deepEqual(await broken({ 'engines/rpc': { exports: exported, files: one }, 'foundation/money': { files: { 'index.ts': "import { one } from '@octavo/rpc'\nexport const two = one\n" } } }), ['graph/foundation-lowest'])
  assert.deepEqual(await broken({ 'services/cart': service(), 'engines/rpc': { files: { 'index.ts': "import { contract } from '@octavo/cart/contract'\nexport const two = contract\n" } } }), ['graph/engines-below'])
})

test('an import that leads to nothing is found', async () => {
  assert.deepEqual(await broken({ 'services/cart': service({ 'a.ts': "import { b } from './gone.ts'\nexport const a: number = b\n" }) }), ['graph/there'])
})

test('a check that has read nothing does not call it well', async () => {
  const empty = tree({ 'services/cart': { files: {} } })
  assert.throws(() => readWorkspace(empty), /no sources/)
  await assert.rejects(checkGraph(empty), /no modules/)
})
