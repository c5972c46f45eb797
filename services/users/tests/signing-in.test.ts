import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { accountCreated, emailVerified, guestAdopted } from '../events.ts'
import { testUsersConfig } from '../testing.ts'
import { cookieOf, doorOf, openShop, password, somebody } from './shop.ts'

const shop = await openShop()

describe('signing up and in', () => {
  test('makes a shopper whose cookie says who it is, with a name and an address not yet proven', async () => {
    const { caller, email } = await shop.signedUp()
    assert.deepEqual([caller.email, caller.name, caller.roles, caller.emailVerified], [email, 'Ada', ['shopper'], false])
  })

  test('knows one account an address, however it is written', async () => {
    const ada = await shop.signedUp()
    await assert.rejects(shop.client().signUp({ ...somebody(), email: ada.email.toUpperCase() }), (error) => isFailure(error, 'CONFLICT'))
    const { setCookies } = await shop.client().signIn({ email: ada.email.toUpperCase(), password })
    assert.equal((await shop.who(...setCookies) as typeof ada.caller).accountId, ada.caller.accountId)
  })

  test('does not tell a wrong password from an address that has no account', async () => {
    const { email } = await shop.signedUp()
    const answers = await Promise.all([{ email, password: 'not this one, no' }, { email: 'nobody@reader.example', password }, { email: 'no address', password }]
      .map((wish) => shop.client().signIn(wish).catch((error: { code: string; message: string }) => [error.code, error.message])))
    assert.deepEqual(answers, Array.from({ length: 3 }, () => ['SIGN_IN_REQUIRED', 'That address and password do not belong together. Try again, or reset the password.']))
  })

  test('keeps no password that could be read', async () => {
    const { caller } = await shop.signedUp()
    const { password: kept } = await shop.database.one<{ password: string }>('select "password" from "account" where "userId" = $1', [caller.accountId])
    assert.ok(!kept.includes(password) && kept.length > 60)
  })

  test('takes no role from who signs up', async () => {
    const door = await doorOf(shop)
    const { email, name } = somebody()
    const answer = await door('POST', '/auth/sign-up/email', { body: { email, name, password, roles: 'operator', emailVerified: true } })
    const cookies = answer.headers.getSetCookie()
    await door('POST', '/auth/update-user', { body: { name: 'Operator', roles: 'operator', emailVerified: true }, cookie: cookieOf(cookies) })
    const ada = await shop.who(...cookies)
    assert.deepEqual(ada.kind === 'account' && [ada.roles, ada.emailVerified], [['shopper'], false])
  })

  test('signs out: the cookie stands for nobody any more', async () => {
    const ada = await shop.signedUp()
    const { setCookies } = await shop.client().signOut({ cookie: ada.cookie })
    assert.ok(setCookies.some((one) => /session_token=;.*Max-Age=0/i.test(one)))
    assert.equal((await shop.client().whoIs({ cookie: ada.cookie })).kind, 'anonymous')
  })

  test('a cookie that was made up, or signed with another key, stands for nobody', async () => {
    const ada = await shop.signedUp()
    assert.equal((await shop.client().whoIs({ cookie: ada.cookie.replace(/.{6}$/, 'AAAA%3D') })).kind, 'anonymous')
    const stranger = await openShop({ database: shop.database, config: { ...testUsersConfig, authSecrets: ['quite another secret, 32 letters long'] } })
    assert.equal((await stranger.client().whoIs({ cookie: ada.cookie })).kind, 'anonymous')
  })
})

describe('a guest who signs in', () => {
  for (const way of ['pages', 'scripts'] as const) {
    test(`is told to carts and orders, by ${way}`, async () => {
      const guestId = `gst_${way}`
      const person = somebody()
      if (way === 'pages') await shop.client({ kind: 'guest', guestId }).signUp(person)
      else assert.equal((await (await doorOf(shop, { kind: 'guest', guestId }))('POST', '/auth/sign-up/email', { body: person })).status, 200)
      const [account] = (await shop.client({ kind: 'operator' }).listAccounts({ email: person.email })).items
      assert.deepEqual((await shop.told(guestAdopted, guestId)).map(({ accountId }) => accountId), [account?.id])
    })
  }

  test('that does not succeed adopts nobody', async () => {
    const { email } = await shop.signedUp()
    await assert.rejects(shop.client({ kind: 'guest', guestId: 'gst_wrong' }).signIn({ email, password: 'not this one, no' }))
    const door = await doorOf(shop, { kind: 'guest', guestId: 'gst_wrong' })
    assert.equal((await door('POST', '/auth/sign-in/email', { body: { email, password: 'not this one, no' } })).status, 401)
    assert.deepEqual(await shop.told(guestAdopted, 'gst_wrong'), [])
  })
})

describe('an address', () => {
  test('is proven by the link in the mail, and told once', async () => {
    const ada = await shop.signedUp()
    const { accountId } = ada.caller
    assert.deepEqual((await shop.told(accountCreated, accountId)).map(({ email }) => email), [ada.email])
    assert.deepEqual(await shop.told(emailVerified, accountId), [])
    const link = await shop.linkIn('verify-email', ada.email)
    assert.equal(link.host, 'shop.example')
    const door = await doorOf(shop)
    for (let time = 0; time < 2; time++) {
      const answer = await door('GET', `${link.pathname.slice('/api'.length)}${link.search}`)
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/account'])
    }
    assert.equal((await shop.client().whoIs({ cookie: ada.cookie }) as typeof ada.caller).emailVerified, true)
    assert.deepEqual((await shop.told(emailVerified, accountId)).map(({ email }) => email), [ada.email])
  })

  test('is not proven by a link that was changed, and nobody is sent to another site', async () => {
    const ada = await shop.signedUp()
    const link = await shop.linkIn('verify-email', ada.email)
    const door = await doorOf(shop)
    link.searchParams.set('token', `${link.searchParams.get('token')}x`)
    await door('GET', `${link.pathname.slice('/api'.length)}${link.search}`)
    assert.equal((await shop.client().whoIs({ cookie: ada.cookie }) as typeof ada.caller).emailVerified, false)
    for (const elsewhere of ['https://evil.example/', '//evil.example/', 'https:evil.example']) {
      const answer = await door('GET', `/auth/verify-email?token=x&callbackURL=${encodeURIComponent(elsewhere)}`)
      assert.deepEqual([answer.status, answer.headers.get('location')], [403, null], elsewhere)
    }
  })

  test('that was proven as the process ended is told when it starts again', async () => {
    const ada = await shop.signedUp()
    await shop.database.run(`update "user" set "emailVerified" = true where "id" = $1`, [ada.caller.accountId])
    await openShop({ database: shop.database, events: shop.events })
    assert.deepEqual((await shop.told(emailVerified, ada.caller.accountId)).map(({ email }) => email), [ada.email])
  })
})
