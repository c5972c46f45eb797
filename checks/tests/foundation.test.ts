import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFoundation } from '../foundation.ts'
import { readWorkspace } from '../workspace.ts'
import { rules, service, tree } from './fixture.ts'

const uses = service({ 'a.ts': "import { one } from '@octavo/money'\nexport const a = one\n" }, ['@octavo/money'])
const broken = (lines: number, services: object) =>
  rules(checkFoundation(readWorkspace(tree({ 'foundation/money': { exports: { '.': './money.ts' }, files: { 'money.ts': 'export const one = 1\n'.repeat(1) + '//\n'.repeat(lines - 1), 'tests/money.test.ts': '//\n'.repeat(400) } }, ...services }))))

test('three hundred lines without tests, in two services, are well', () => {
  assert.deepEqual(broken(300, { 'services/cart': uses, 'services/orders': uses }), [])
})

test('more lines are too many', () => {
  assert.deepEqual(broken(301, { 'services/cart': uses, 'services/orders': uses }), ['foundation/small'])
})

test('one service is too few, and the gateway is none', () => {
  assert.deepEqual(broken(10, { 'services/cart': uses, gateway: uses }), ['foundation/used'])
})
