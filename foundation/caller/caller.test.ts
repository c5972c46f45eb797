import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure, type FailureCode } from '@octavo/failure'
import { anonymous, ownerOf, requireAccount, requireOperator, requireOwner, requireService, type Caller } from './caller.ts'

const account = (roles: Extract<Caller, { kind: 'account' }>['roles']): Caller => ({ kind: 'account', accountId: 'acc_1', email: 'a@reader.example', emailVerified: true, name: 'Ada', roles, sessionId: 'ses_1' })
const guest: Caller = { kind: 'guest', guestId: 'gst_1' }
const service: Caller = { kind: 'service', service: 'orders' }
const refusal = (code: FailureCode) => (error: unknown): boolean => isFailure(error, code)

test('an operator is who has the role, the token, or is the shop itself', () => {
  for (const caller of [account(['shopper', 'operator']), service, { kind: 'operator' } as const]) requireOperator(caller)
  assert.throws(() => requireOperator(account(['shopper', 'seller'])), refusal('FORBIDDEN'))
  for (const caller of [guest, anonymous]) assert.throws(() => requireOperator(caller), refusal('SIGN_IN_REQUIRED'))
})

test('what only the shop does, no operator does either', () => {
  requireService(service)
  for (const caller of [account(['operator']), guest, anonymous, { kind: 'operator' } as const]) assert.throws(() => requireService(caller), refusal('FORBIDDEN'))
})

test('things belong to a guest or an account, never to nobody', () => {
  assert.deepEqual([ownerOf(guest), ownerOf(account([])), ownerOf(anonymous), ownerOf(service)], ['gst_1', 'acc_1', undefined, undefined])
  assert.throws(() => requireOwner(anonymous), refusal('SIGN_IN_REQUIRED'))
  assert.throws(() => requireAccount(guest), refusal('SIGN_IN_REQUIRED'))
})
