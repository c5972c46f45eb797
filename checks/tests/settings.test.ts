import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkSettings } from '../settings.ts'
import { readWorkspace } from '../workspace.ts'
import { service, tree } from './fixture.ts'

function found(config: string, rows: readonly string[]): string[] {
  const root = tree({ 'services/cart': service({ 'config.ts': config, 'tests/a.test.ts': "process.env['OCTAVO_OF_A_TEST'] = 'x'\n" }) })
  mkdirSync(join(root, 'docs', 'operations'), { recursive: true })
  writeFileSync(join(root, 'docs', 'operations', 'configuration.md'), ['| variable | what it is |', '|---|---|', ...rows].join('\n'))
  return checkSettings(readWorkspace(root)).map(({ where, what }) => `${where} ${what.split(',')[0]}`)
}

const reading = "export const read = (of: Record<string, unknown>) => ({ PORT: of.PORT, OCTAVO_HOME: 1, url: of['OCTAVO_URL'], own: (name: string) => of[`OCTAVO_${name}_URL`] })\n"

test('a page with every setting and no other is well', () => {
  assert.deepEqual(found(reading, ['| `PORT` | 3000 |', '| `OCTAVO_HOME` | a folder |', '| `OCTAVO_URL` | where |', '| `OCTAVO_<SERVICE>_URL` | where one is |']), [])
})

test('a setting that the page does not tell is found where it is read', () => {
  assert.deepEqual(found(reading, ['| `PORT` | 3000 |', '| `OCTAVO_URL` | where |', '| `OCTAVO_<SERVICE>_URL` | where one is |']), ['services/cart/config.ts:1 reads OCTAVO_HOME'])
})

test('a setting that nothing reads is found in the page', () => {
  assert.deepEqual(found("export const port = (of: { PORT: string }) => of.PORT\n", ['| `PORT` | 3000 |', '| `OCTAVO_GONE` | nothing |']), ['docs/operations/configuration.md:4 tells of OCTAVO_GONE'])
})

test('one of a family is told by the family', () => {
  assert.deepEqual(found("export const own = (of: Record<string, string>, name: string) => of['OCTAVO_ORDERS_URL'] ?? of[`OCTAVO_${name}_URL`]\n", ['| `OCTAVO_<SERVICE>_URL` | where one is |']), [])
})
