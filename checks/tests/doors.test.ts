import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDoors } from '../doors.ts'
import { readWorkspace } from '../workspace.ts'
import { rules, service, tree } from './fixture.ts'

const broken = (packages: Parameters<typeof tree>[0]) => rules(checkDoors(readWorkspace(tree(packages))))
const takesContract = { 'api/place.ts': "import { contract } from '@octavo/cart/contract'\nexport const place = contract\n" }

test('an import that is declared and goes through a door is well', () => {
  assert.deepEqual(broken({ 'services/cart': service(), 'services/orders': service(takesContract, ['@octavo/cart']) }), [])
})

test('what is imported is declared, of ours and of others', () => {
  assert.deepEqual(broken({ 'services/cart': service(), 'services/orders': service(takesContract) }), ['doors/declared'])
  assert.deepEqual(broken({ 'services/cart': service({ 'a.ts': "import { z } from 'zod'\nexport const a = z\n" }) }), ['doors/declared'])
  assert.deepEqual(broken({ 'services/cart': service({ 'a.ts': "export const a = await import('pg')\n" }) }), ['doors/declared'])
})

test("tests may use the root's tools", () => {
  assert.deepEqual(broken({ 'services/cart': service({ 'tests/a.test.ts': "import fc from 'fast-check'\nimport { test } from 'node:test'\nvoid fc\nvoid test\n" }) }), [])
})

test('what is declared of ours is imported', () => {
  assert.deepEqual(broken({ 'services/cart': service(), 'services/orders': service({}, ['@octavo/cart']) }), ['doors/unused'])
})

test('a package is entered through its exports', () => {
  const reaches = { 'api/place.ts': "import { carts } from '@octavo/cart/store/carts'\nexport const place = carts\n" }
  assert.deepEqual(broken({ 'services/cart': service({ 'store/carts.ts': 'export const carts = 1\n' }), 'services/orders': service(reaches, ['@octavo/cart']) }), ['doors/exports'])
})

test('no relative path leaves a package, from a page neither', () => {
  assert.deepEqual(broken({ 'services/cart': service(), gateway: { files: { 'gateway.ts': "import { contract } from '../services/cart/contract.ts'\nexport const gateway = contract\n" } } }), ['doors/own-folder'])
  assert.deepEqual(broken({ 'services/cart': service(), 'web/storefront': { files: { 'pages/cart.astro': "---\nimport { contract } from '../../../services/cart/contract.ts'\n---\n<p>{contract}</p>\n" } } }), ['doors/own-folder'])
})

test('a page takes contracts and starts nothing', () => {
  assert.deepEqual(broken({ 'services/cart': service(), 'web/storefront': { dependencies: ['@octavo/cart'], files: { 'pages/cart.astro': "---\nimport { create } from '@octavo/cart'\n---\n<p>{create()}</p>\n" } } }), ['doors/pages'])
})

test('a service has the doors of the design and no other, each leading somewhere', () => {
  assert.deepEqual(broken({ 'services/cart': { exports: { './store': './store/carts.ts' }, files: { 'store/carts.ts': 'export const carts = 1\n' } } }), ['doors/service'])
  assert.deepEqual(broken({ 'services/cart': { exports: { './contract': './service.ts' }, files: { 'service.ts': 'export const carts = 1\n' } } }), ['doors/service'])
  assert.deepEqual(broken({ 'services/cart': { exports: { '.': './service.ts' }, files: { 'contract.ts': 'export const carts = 1\n' } } }), ['doors/there'])
})
