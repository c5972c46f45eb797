import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { sessionRevoked } from '../events.ts'
import { testUsersConfig } from '../testing.ts'
import { cookieOf, doorOf, openShop, password, somebody, type Shop } from './shop.ts'

const shop = await openShop()
const kindOf = async (cookie: string, of: Pick<Shop, 'client'> = shop) => (await of.client().whoIs({ cookie })).kind
const home = { name: 'Ada Lovelace', line1: '12 St James Square', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' }

describe('sessions', () => {
  test('are listed with where they are from, and one that is revoked stops at once', async () => {
    const ada = await shop.signedUp()
    const phone = cookieOf((await shop.client().signIn({ email: ada.email, password, userAgent: 'a phone', address: '192.0.2.7' })).setCookies)
    const sessions = await shop.client(ada.caller).listSessions({})
    assert.deepEqual(sessions.map(({ current, userAgent, ipAddress }) => [current, userAgent, ipAddress]), [[false, 'a phone', '192.0.2.7'], [true, '', '']])
    const sessionId = sessions[0]?.id ?? ''
    await shop.client(ada.caller).revokeSession({ sessionId })
    assert.deepEqual([await kindOf(phone), await kindOf(ada.cookie)], ['anonymous', 'account'])
    assert.deepEqual((await shop.told(sessionRevoked, ada.caller.accountId)).map((told) => told.sessionId), [sessionId])
  })

  test('are nobody else’s to see or to revoke', async () => {
    const [ada, ben] = [await shop.signedUp(), await shop.signedUp()]
    await assert.rejects(shop.client(ben.caller).revokeSession({ sessionId: ada.caller.sessionId }), (error) => isFailure(error, 'NOT_FOUND'))
    assert.deepEqual((await shop.client(ben.caller).listSessions({})).map(({ id }) => id), [ben.caller.sessionId])
    assert.equal(await kindOf(ada.cookie), 'account')
    await assert.rejects(shop.client({ kind: 'guest', guestId: 'gst_1' }).listSessions({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  })

  test('end when their time is over', async () => {
    const ada = await shop.signedUp()
    await shop.database.run(`update "session" set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [ada.caller.accountId])
    assert.equal(await kindOf(ada.cookie), 'anonymous')
  })
})

describe('mails', () => {
  test('are written in the language the account was opened in, and in English where that is none', async () => {
    const { kundig, nobody } = { kundig: somebody(), nobody: somebody() }
    await shop.client().signUp({ ...kundig, locale: 'de-DE' })
    await shop.client().requestReset({ email: kundig.email })
    assert.equal((await shop.mailsTo(kundig.email)).length, 2)
    for (const { html, text } of await shop.mailsTo(kundig.email)) assert.match(html + text, /lang="de/)
    await shop.client().signUp({ ...nobody, locale: 'no locale at all' })
    for (const { html, text } of await shop.mailsTo(nobody.email)) assert.match(html + text, /lang="en/)
  })
})

describe('a forgotten password', () => {
  test('is replaced by the link in the mail, once, and every session ends', async () => {
    const ada = await shop.signedUp()
    await shop.client().requestReset({ email: ada.email })
    const link = await shop.linkIn('reset-password', ada.email)
    assert.deepEqual([link.host, link.pathname], ['shop.example', '/reset'])
    const token = link.searchParams.get('token') ?? ''
    await shop.client().resetPassword({ token, password: 'another long password' })
    assert.equal(await kindOf(ada.cookie), 'anonymous')
    await assert.rejects(shop.client().signIn({ email: ada.email, password }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
    assert.equal(await kindOf(cookieOf((await shop.client().signIn({ email: ada.email, password: 'another long password' })).setCookies)), 'account')
    await assert.rejects(shop.client().resetPassword({ token, password: 'a third long password' }), (error) => isFailure(error, 'CONFLICT'))
  })

  test('of an address without an account gets the same answer and no mail', async () => {
    const { email } = somebody()
    const ada = await shop.signedUp()
    const door = await doorOf(shop)
    const [mine, nobody] = await Promise.all([ada.email, email].map(async (to) => {
      const answer = await door('POST', '/auth/request-password-reset', { body: { email: to } })
      return [answer.status, await answer.text(), await shop.client().requestReset({ email: to })]
    }))
    assert.deepEqual(mine, nobody)
    assert.deepEqual(await shop.mailsTo(email), [])
  })

  test('gets the same answer while the mails are away', async () => {
    const lost = await openShop({ notifications: { send: () => Promise.reject(new Error('away')) } as never })
    const { email } = await lost.signedUp()
    assert.deepEqual(await lost.client().requestReset({ email }), { requested: true })
  })

  test('is not replaced by a link that was made up or is too old', async () => {
    const ada = await shop.signedUp()
    await assert.rejects(shop.client().resetPassword({ token: 'made-up', password: 'another long password' }), (error) => isFailure(error, 'CONFLICT'))
    await shop.client().requestReset({ email: ada.email })
    const token = (await shop.linkIn('reset-password', ada.email)).searchParams.get('token') ?? ''
    await shop.database.run(`update "verification" set "expiresAt" = now() - interval '1 second' where "identifier" = $1`, [`reset-password:${token}`])
    await assert.rejects(shop.client().resetPassword({ token, password: 'another long password' }), (error) => isFailure(error, 'CONFLICT'))
  })
})

describe('roles', () => {
  test('are given by an operator, and count from the next look', async () => {
    const [ada, ben] = [await shop.signedUp(), await shop.signedUp()]
    const roles = ['shopper', 'seller'] as const
    await assert.rejects(shop.client(ben.caller).setRoles({ accountId: ben.caller.accountId, roles: ['operator'] }), (error) => isFailure(error, 'FORBIDDEN'))
    await shop.client({ kind: 'operator' }).setRoles({ accountId: ada.caller.accountId, roles: [...roles] })
    assert.deepEqual((await shop.client().whoIs({ cookie: ada.cookie }) as typeof ada.caller).roles, roles)
    await assert.rejects(shop.client({ kind: 'operator' }).setRoles({ accountId: newId('acc'), roles: [...roles] }), (error) => isFailure(error, 'NOT_FOUND'))
    await assert.rejects(shop.client(ada.caller).listAccounts({}), (error) => isFailure(error, 'FORBIDDEN'))
  })

  test('make one operator at the first start, whose password is told once', async () => {
    const fresh = await openShop()
    const [first, ...more] = (await Promise.all([1, 2, 3].map(() => fresh.client().ensureOperator({})))).toSorted((a, b) => Number(a === null) - Number(b === null))
    assert.deepEqual(more, [null, null], 'processes that start together')
    assert.match(first?.password ?? '', /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    assert.equal(await fresh.client().ensureOperator({}), null, 'a later start')
    const operator = await fresh.who(...(await fresh.client().signIn({ email: first?.email ?? '', password: first?.password ?? '' })).setCookies)
    assert.deepEqual(operator.kind === 'account' && [operator.roles, operator.emailVerified], [['shopper', 'operator'], true])
    await assert.rejects(fresh.client({ kind: 'operator' }).ensureOperator({}), (error) => isFailure(error, 'FORBIDDEN'))
  })

  test('make no operator of a stranger who had the address before', async () => {
    const fresh = await openShop()
    const stranger = await fresh.signedUp({ ...somebody(), email: testUsersConfig.operatorEmail })
    const made = await fresh.client().ensureOperator({})
    assert.equal(await kindOf(stranger.cookie, fresh), 'anonymous')
    await assert.rejects(fresh.client().signIn({ email: stranger.email, password }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
    const operator = await fresh.who(...(await fresh.client().signIn({ email: stranger.email, password: made?.password ?? '' })).setCookies)
    assert.deepEqual(operator.kind === 'account' && operator.roles, ['shopper', 'operator'])
  })
})

describe('addresses', () => {
  test('are kept with one of them the default', async () => {
    const ada = shop.client((await shop.signedUp()).caller)
    const first = await ada.addAddress({ address: home })
    assert.equal(first.isDefault, true, 'the only one')
    const [second] = await Promise.all(['Leeds', 'York', 'Bath'].map((city) => ada.addAddress({ address: { ...home, city }, isDefault: true })))
    assert.equal((await ada.listAddresses({})).filter(({ isDefault }) => isDefault).length, 1)
    await ada.updateAddress({ addressId: second?.id ?? '', address: { ...home, city: 'Hull' }, isDefault: true })
    const [top] = await ada.listAddresses({})
    assert.deepEqual([top?.id, top?.address.city, top?.isDefault], [second?.id, 'Hull', true])
    await ada.updateAddress({ addressId: second?.id ?? '', address: home, isDefault: false })
    assert.equal((await ada.listAddresses({}))[0]?.isDefault, true, 'there is always one')
    assert.deepEqual(await ada.removeAddress({ addressId: second?.id ?? '' }), { removed: true })
    assert.deepEqual(await ada.removeAddress({ addressId: second?.id ?? '' }), { removed: false })
    assert.deepEqual((await ada.listAddresses({})).map(({ isDefault }) => isDefault), [true, false, false], 'when it goes, the oldest follows')
  })

  test('are their account’s alone', async () => {
    const [ada, ben] = [shop.client((await shop.signedUp()).caller), shop.client((await shop.signedUp()).caller)]
    const { id: addressId } = await ada.addAddress({ address: home })
    assert.deepEqual(await ben.listAddresses({}), [])
    await assert.rejects(ben.updateAddress({ addressId, address: home }), (error) => isFailure(error, 'NOT_FOUND'))
    assert.deepEqual(await ben.removeAddress({ addressId }), { removed: false })
    assert.equal((await ada.listAddresses({})).length, 1)
  })
})

describe('a secret that is replaced', () => {
  const [old, next] = ['the old secret of it, 32 letters long', 'the next secret of it, 32 letters long']

  test('signs nobody out and breaks no link, as long as both are named', async () => {
    const before = await openShop({ config: { ...testUsersConfig, authSecrets: [old] } })
    const ada = await before.signedUp()
    const link = await before.linkIn('verify-email', ada.email)
    const during = await openShop({ database: before.database, events: before.events, config: { ...testUsersConfig, authSecrets: [next, old] } })
    assert.equal(await kindOf(`theme=dark; ${ada.cookie}`, during), 'account')
    const door = await doorOf(during)
    await door('GET', `${link.pathname.slice('/api'.length)}${link.search}`)
    const seen = (await (await door('GET', '/auth/get-session', { cookie: ada.cookie })).json()) as { user: { emailVerified: boolean } }
    assert.equal(seen.user.emailVerified, true)
    const again = cookieOf((await during.client().signIn({ email: ada.email, password })).setCookies)

    const after = await openShop({ database: before.database, events: before.events, config: { ...testUsersConfig, authSecrets: [next] } })
    assert.deepEqual([await kindOf(again, after), await kindOf(ada.cookie, after)], ['account', 'anonymous'])
  })
})

test('a snapshot tells late consumers who there is', async () => {
  const ada = await shop.signedUp()
  let cursor: string | undefined
  const all: { accountId: string; email: string; emailVerified: boolean; version: number }[] = []
  do {
    const page = await shop.client().snapshot({ limit: 2, ...(cursor !== undefined && { cursor }) })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  assert.equal(new Set(all.map(({ accountId }) => accountId)).size, all.length)
  const one = all.find(({ accountId }) => accountId === ada.caller.accountId)
  assert.deepEqual([one?.email, one?.emailVerified, Number.isSafeInteger(one?.version)], [ada.email, false, true])
})
