import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkReferences, writeReferences } from '../references.ts'
import { checkTypes } from '../types.ts'
import { readWorkspace } from '../workspace.ts'
import { service, tree } from './fixture.ts'

const starts = "import { create } from '@octavo/orders'\nexport const started: number = create()\n"

function shop(extra: Record<string, string> = {}): string {
  return tree({
    'services/cart': service({ 'api/add.ts': "import { contract } from '@octavo/orders/contract'\nexport const add = contract\n", 'tests/add.test.ts': starts, ...extra }, ['@octavo/orders']),
    'services/orders': service({ 'api/place.ts': "import { contract } from '@octavo/cart/contract'\nexport const place = contract\n", 'tests/place.test.ts': starts.replace('orders', 'cart') }, ['@octavo/cart']),
  })
}

test('references that are written are right, and services that know each other compile', () => {
  const root = shop()
  assert.notEqual(checkReferences(readWorkspace(root)).length, 0)
  writeReferences(readWorkspace(root))
  assert.deepEqual(checkReferences(readWorkspace(root)), [])
  assert.deepEqual(checkTypes(root), [])
})

test('a new import without its reference is found by the check and by the compiler', () => {
  const root = shop()
  writeReferences(readWorkspace(root))
  writeFileSync(join(root, 'services/cart/service.ts'), starts)
  assert.deepEqual(checkReferences(readWorkspace(root)).map(({ where }) => where), ['services/cart/tsconfig.json'])
  assert.notEqual(checkTypes(root).length, 0)
})

test("another service's inside does not compile", () => {
  const root = shop({ 'api/remove.ts': "import { place } from '../../orders/api/place.ts'\nexport const remove = place\n" })
  writeReferences(readWorkspace(root))
  const project = join(root, 'services/cart/tsconfig.json')
  writeFileSync(project, JSON.stringify({ extends: '../../tsconfig.base.json', include: ['**/*.ts'], exclude: ['contract.ts', 'tests/**'], references: [{ path: './tsconfig.contract.json' }, { path: '../orders/tsconfig.contract.json' }] }))
  assert.ok(checkTypes(root).some(({ rule, what }) => /TS6059|TS6307/.test(rule) && what.includes('orders/api/place.ts')))
})

test('a wrong type is found with its place', () => {
  const root = shop({ 'api/wrong.ts': "\nexport const wrong: number = 'one'\n" })
  writeReferences(readWorkspace(root))
  assert.deepEqual(checkTypes(root).map(({ rule, where }) => [rule, where]), [['types/TS2322', 'services/cart/api/wrong.ts:2']])
})
