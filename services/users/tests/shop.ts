import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { anonymous, type Caller } from '@octavo/caller'
import { testDatabases } from '@octavo/database/testing'
import { reaction, type EventType } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import { isFailure } from '@octavo/failure'
import { notificationsTables } from '@octavo/notifications'
import { startTestNotifications } from '@octavo/notifications/testing'
import type { UsersOptions } from '../deps.ts'
import { usersTables } from '../service.ts'
import { startTestUsers } from '../testing.ts'

export const password = 'a long enough password'
let people = 0
export const somebody = () => ({ email: `ada-${++people}@reader.example`, password, name: 'Ada' })

export type Shop = Awaited<ReturnType<typeof openShop>>

/** Accounts with the mails that they send, both real. */
export async function openShop(overrides: Partial<UsersOptions> = {}) {
  const databases = await testDatabases({ users: usersTables(), notifications: notificationsTables(), events: logTables })
  const events = overrides.events ?? await testEvents(databases.events)
  const notifications = await startTestNotifications({ database: databases.notifications, events })
  const asUsers = notifications.client({ kind: 'service', service: 'users' })
  const users = await startTestUsers({ database: databases.users, notifications: asUsers, ...overrides, events })

  /** Newest first. */
  async function mailsTo(to: string) {
    await users.service.mailed()
    const { items } = await notifications.client().listMessages({ to })
    return Promise.all(items.map(({ id }) => notifications.client().getMessage({ messageId: id })))
  }

  let listeners = 0

  return {
    ...users, databases, events, notifications, mailsTo,
    /** The link in the newest mail of a kind. */
    async linkIn(kind: string, to: string): Promise<URL> {
      const mail = (await mailsTo(to)).find((one) => one.kind === kind)
      const [link] = /http:\S+/.exec(mail?.text ?? '') ?? []
      if (!link) throw new Error(`no ${kind} came to ${to}`)
      return new URL(link)
    },
    /** What was told of a kind under a key, so far. */
    async told<Data>(type: EventType<string, Data>, key: string): Promise<Data[]> {
      await users.service.carried()
      const told: Data[] = []
      const consumer = events.consumer({ consumer: `listener ${++listeners}`, database: users.database, from: 'beginning', reactions: [reaction(type, async (event) => { if (event.key === key) told.push(event.data) })] })
      await consumer.start()
      await consumer.caughtUp()
      await consumer.stop()
      return told
    },
    /** Who these cookies stand for. */
    who: (...setCookies: readonly string[]) => users.client().whoIs({ cookie: cookieOf(setCookies) }),
    /** Signed up: the caller, and the cookies. */
    async signedUp(person = somebody(), as: Caller = anonymous) {
      const { setCookies } = await users.client(as).signUp(person)
      const caller = await users.client().whoIs({ cookie: cookieOf(setCookies) })
      if (caller.kind !== 'account') throw new Error('signed up and nobody')
      return { ...person, cookie: cookieOf(setCookies), caller }
    },
  }
}

export const cookieOf = (setCookies: readonly string[]): string => setCookies.map((one) => one.split(';')[0]).join('; ')

/** The service's raw routes as the gateway forwards them. */
export async function doorOf({ service }: Pick<Shop, 'service'>, caller: Caller = anonymous): Promise<(method: string, path: string, options?: { body?: object; cookie?: string }) => Promise<Response>> {
  const server = createServer((request, response) => {
    Promise.resolve(service.raw(request, response, { caller, requestId: 'req_test' })).then((known) => { if (!known) response.writeHead(404).end() }, (error: unknown) => { if (isFailure(error)) response.writeHead(error.status).end(); else response.destroy() })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => { server.closeAllConnections(); server.close() })
  const { port } = server.address() as AddressInfo
  return (method, path, { body, cookie } = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, ...(body && { body: JSON.stringify(body) }) })
}
