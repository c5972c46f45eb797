import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { guestAdopted } from '../events.ts'
import { testUsersConfig } from '../testing.ts'
import { cookieOf, doorOf, openShop, password, type Shop } from './shop.ts'

const shop = await openShop()
const isKind = (code: Parameters<typeof isFailure>[1]) => (error: unknown) => isFailure(error, code)
const wrong = '000000'

/** What a phone shows (RFC 6238: SHA-1, six digits, thirty seconds). */
function codeOf(secret: string, stepsAhead = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Somebody whose signing in asks for a code. */
async function guarded(of: Pick<Shop, 'client' | 'signedUp' | 'who'> = shop) {
  const ada = await of.signedUp()
  const begun = await of.client(ada.caller).beginSecondFactor({ cookie: ada.cookie, password })
  const { setCookies } = await of.client(ada.caller).confirmSecondFactor({ cookie: ada.cookie, code: codeOf(begun.secret) })
  const caller = await of.who(...setCookies)
  if (caller.kind !== 'account') assert.fail('the session goes on')
  return { ...ada, ...begun, cookie: cookieOf(setCookies), caller }
}
const firstStep = async (email: string, of: Pick<Shop, 'client'> = shop) => {
  const { setCookies, codeNeeded } = await of.client().signIn({ email, password })
  return { cookie: cookieOf(setCookies), codeNeeded }
}

describe('a second factor', () => {
  test('is off until a code was confirmed, and takes the password to begin', async () => {
    const ada = await shop.signedUp()
    const mine = shop.client(ada.caller)
    await assert.rejects(mine.beginSecondFactor({ cookie: ada.cookie, password: 'not this one, no' }), isKind('INVALID_INPUT'))
    const { uri, secret, backupCodes } = await mine.beginSecondFactor({ cookie: ada.cookie, password })
    assert.match(uri, /^otpauth:\/\/totp\/Octavo:ada-\d+(@|%40)reader\.example\?/)
    assert.equal(new Set(backupCodes).size, 10)
    await assert.rejects(mine.confirmSecondFactor({ cookie: ada.cookie, code: wrong }), isKind('INVALID_INPUT'))
    assert.deepEqual([await mine.getSecondFactor({}), (await firstStep(ada.email)).codeNeeded], [{ on: false }, false])
    const { setCookies } = await mine.confirmSecondFactor({ cookie: ada.cookie, code: codeOf(secret) })
    assert.deepEqual([await mine.getSecondFactor({}), (await shop.who(...setCookies)).kind, (await firstStep(ada.email)).codeNeeded], [{ on: true }, 'account', true])
    await assert.rejects(mine.beginSecondFactor({ cookie: cookieOf(setCookies), password }), isKind('CONFLICT'))
    const { secret: kept } = await shop.database.one<{ secret: string }>('select "secret" from "twoFactor" where "userId" = $1', [ada.caller.accountId])
    assert.ok(!kept.includes(secret))
  })

  test('asks for a code after the password: before it nobody is signed in, with it the account is, and the guest’s things follow', async () => {
    const ada = await guarded()
    const { cookie, codeNeeded } = await firstStep(ada.email)
    assert.deepEqual([codeNeeded, (await shop.client().whoIs({ cookie })).kind], [true, 'anonymous'])
    await assert.rejects(shop.client().signInWithCode({ cookie, code: wrong }), isKind('INVALID_INPUT'))
    const { setCookies } = await shop.client({ kind: 'guest', guestId: 'gst_code' }).signInWithCode({ cookie, code: codeOf(ada.secret) })
    const caller = await shop.who(...setCookies)
    assert.equal(caller.kind === 'account' && caller.accountId, ada.caller.accountId)
    assert.deepEqual((await shop.told(guestAdopted, 'gst_code')).map(({ accountId }) => accountId), [ada.caller.accountId])
    await assert.rejects(shop.client().signInWithCode({ cookie, code: codeOf(ada.secret, 1) }), isKind('SIGN_IN_REQUIRED'), 'the first step is good once')
  })

  test('takes a backup code once, and none of before new ones were made', async () => {
    const ada = await guarded()
    const [first = '', second = ''] = ada.backupCodes
    assert.equal((await shop.who(...(await shop.client().signInWithCode({ ...await firstStep(ada.email), code: ` ${first} ` })).setCookies)).kind, 'account')
    await assert.rejects(shop.client().signInWithCode({ ...await firstStep(ada.email), code: first }), isKind('INVALID_INPUT'))
    const { backupCodes: [fresh = ''] } = await shop.client(ada.caller).renewBackupCodes({ cookie: ada.cookie, password })
    await assert.rejects(shop.client().signInWithCode({ ...await firstStep(ada.email), code: second }), isKind('INVALID_INPUT'))
    assert.equal((await shop.who(...(await shop.client().signInWithCode({ ...await firstStep(ada.email), code: fresh })).setCookies)).kind, 'account')
  })

  test('cannot be guessed: five tries a first step, ten wrong codes in all', async () => {
    const ada = await guarded()
    const guess = async (cookie: string) => shop.client().signInWithCode({ cookie, code: wrong }).then(() => 'in', (error: { code: string }) => error.code)
    const tried: string[] = []
    for (let step = 0; step < 3; step++) {
      const { cookie } = await firstStep(ada.email)
      for (let n = 0; n < 6; n++) tried.push(await guess(cookie))
    }
    assert.deepEqual(tried.slice(0, 6), ['INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT', 'SIGN_IN_REQUIRED'])
    assert.equal(tried.filter((said) => said === 'INVALID_INPUT').length, 10)
    await assert.rejects(shop.client().signInWithCode({ ...await firstStep(ada.email), code: codeOf(ada.secret) }), isKind('RATE_LIMITED'), 'nor is the right one taken for a while')
  })

  test('is turned off by the password alone', async () => {
    const ada = await guarded()
    await assert.rejects(shop.client(ada.caller).endSecondFactor({ cookie: ada.cookie, password: 'not this one, no' }), isKind('INVALID_INPUT'))
    const { setCookies } = await shop.client(ada.caller).endSecondFactor({ cookie: ada.cookie, password })
    assert.deepEqual([(await shop.who(...setCookies)).kind, (await firstStep(ada.email)).codeNeeded], ['account', false])
  })

  test('holds for those who sign in by scripts too', async () => {
    const ada = await guarded()
    const door = await doorOf(shop, { kind: 'guest', guestId: 'gst_script' })
    const first = await door('POST', '/auth/sign-in/email', { body: { email: ada.email, password } })
    assert.equal(((await first.json()) as { twoFactorRedirect: boolean }).twoFactorRedirect, true)
    const second = await door('POST', '/auth/two-factor/verify-totp', { body: { code: codeOf(ada.secret) }, cookie: cookieOf(first.headers.getSetCookie()) })
    assert.equal((await shop.who(...second.headers.getSetCookie())).kind, 'account')
    assert.equal((await shop.told(guestAdopted, 'gst_script')).length, 1)
  })

  test('outlives the secret of the shop that it was made under', async () => {
    const old = 'the old secret, which has 32 letters'
    const fresh = 'the new secret, which has 32 letters'
    const open = (...authSecrets: [string, ...string[]]) => openShop({ database: shop.database, events: shop.events, config: { ...testUsersConfig, authSecrets } })
    const before = await open(old)
    const ada = await guarded(before)
    await open(fresh, old)
    const after = await open(fresh)
    const [, code = ''] = ada.backupCodes
    for (const one of [codeOf(ada.secret), code]) assert.equal((await after.who(...(await after.client().signInWithCode({ ...await firstStep(ada.email, after), code: one })).setCookies)).kind, 'account')
  })
})
