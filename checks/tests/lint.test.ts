import assert from 'node:assert/strict'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkLint } from '../lint.ts'
import { rules, service, tree } from './fixture.ts'

function lint(text: string): string[] {
  const root = tree({ 'services/cart': service({ 'api/add.ts': text }) })
  copyFileSync(new URL('../../.oxlintrc.json', import.meta.url), join(root, '.oxlintrc.json'))
  writeFileSync(join(root, 'services/cart/tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.base.json', include: ['**/*.ts'] }))
  return rules(checkLint(root))
}

test('a promise left floating is found, one that is awaited or let go on purpose is well', () => {
  assert.deepEqual(lint('export const add = async (): Promise<number> => 1\nadd()\n'), ['lint/typescript(no-floating-promises)'])
  assert.deepEqual(lint('export const add = async (): Promise<number> => 1\nvoid add()\nawait add()\n'), [])
})

test('a variable that nobody reads is found', () => {
  assert.deepEqual(lint('export function add(): number {\n  const unread = 2\n  return 1\n}\n'), ['lint/eslint(no-unused-vars)'])
})
