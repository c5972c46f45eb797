import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkNames } from '../names.ts'
import { pathsOf } from '../workspace.ts'
import { service, tree } from './fixture.ts'

test('no folder and no file is named after nothing in particular', () => {
  const root = tree({ 'services/cart': service({ 'utils/text.ts': '', 'api/helpers.ts': '', 'store/shared.test.ts': '', 'common/a.ts': '', 'api/common-market.ts': '' }) })
  assert.deepEqual(checkNames(pathsOf(root)).map(({ where }) => where), ['services/cart/api/helpers.ts', 'services/cart/common', 'services/cart/store/shared.test.ts', 'services/cart/utils'])
})
