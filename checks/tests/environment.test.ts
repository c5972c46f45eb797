import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEnvironment } from '../environment.ts'
import { readWorkspace } from '../workspace.ts'
import { service, tree } from './fixture.ts'

const found = (files: Record<string, string>) => checkEnvironment(readWorkspace(tree({ 'services/cart': service(files) }))).map(({ where }) => where)

test('config.ts reads the environment', () => {
  assert.deepEqual(found({ 'config.ts': 'export const url = process.env.OCTAVO_URL\n' }), [])
})

for (const [how, text] of Object.entries({
  'by name': '\nexport const url = process.env.OCTAVO_URL\n',
  'by its name as text': "\nexport const url = process['env']\n",
  'through the global': '\nexport const url = globalThis.process.env\n',
  'taken apart': '\nexport const { env } = process\n',
  'taken apart under another name': '\nconst { env: all } = process\nexport const url = all\n',
  'by import': "\nimport { env } from 'node:process'\nexport const url = env\n",
  'by the import of all': "import * as it from 'node:process'\nexport const url = it.env\n",
})) {
  test(`nothing else reads it, ${how}`, () => {
    assert.deepEqual(found({ 'api/add.ts': text }), ['services/cart/api/add.ts:2'])
  })
}

test('words about it in comments and texts, and an env of something else, are no reading', () => {
  assert.deepEqual(found({ 'api/add.ts': "// process.env is read in config.ts\nexport const said = 'process.env'\nexport const other = (child: { env: object }) => child.env\n" }), [])
})
