import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { SeparateShop } from '@octavo/run/separate'
import type { Ground } from './ground.ts'

type CardAgreement = NonNullable<SeparateShop['cards']>

/** What may go wrong beside a process that dies. Each gives how many faults it made. */
export const troubles: Readonly<Record<string, (ground: Ground) => Promise<number>>> = {
  'a process sleeps past its lease and wakes again': async ({ pidOf, leaseSeconds }) => {
    const pids = await Promise.all(['orders', 'orders-2', 'payments'].map(pidOf))
    for (const pid of pids) {
      process.kill(pid, 'SIGSTOP')
      try { await pause((leaseSeconds + 2) * 1000) } finally { process.kill(pid, 'SIGCONT') }
    }
    return pids.length
  },

  'connections to the database are cut': async ({ shop }) => {
    const services = ['orders', 'payments', 'inventory', 'cart'] as const
    for (const service of services) {
      const client = new pg.Client({ connectionString: shop.databaseUrls[service] ?? '' })
      client.on('error', () => {})
      await client.connect()
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()')
      await client.end().catch(() => {})
      await pause(300)
    }
    return services.length
  },

  'the network is slow, cut, a black hole and half open': async ({ turn, stretches }) => {
    const worst = ['database', 'cards', 'payments', 'inventory', 'cart', 'orders'].filter((stretch) => stretches.includes(stretch))
    if (worst.length < 6) throw new Error(`no weather for some of the network: there is ${stretches.join(', ')}`)
    let faults = 0
    for (const [weather, forMs] of [['slow', 1_000], ['cut', 1_000], ['black hole', 3_000], ['half open', 3_000]] as const) {
      for (const stretch of worst) {
        turn(stretch, weather)
        try { await pause(forMs) } finally { turn(stretch, 'clear') }
        faults += 1
      }
    }
    return faults
  },

  'PostgreSQL is killed and started again': async ({ crashDatabase }) => {
    await crashDatabase()
    await pause(2_000)
    return 1
  },

  'the provider is slow, fails, breaks off, and does what it does not answer': async ({ shop }) => {
    const modes = ['slow', 'fail', 'drop', 'do-then-fail', 'do-then-drop'] as const
    const paths = ['/payment_intents$', '/confirm$', '/cancel$', '/capture$', '/refunds$']
    for (const mode of modes) {
      for (const path of paths) await ofProvider(cardsOf(shop.cards), 'POST', '/_control/faults', { method: 'POST', path, mode, ms: 1_500, count: 4 })
      await pause(4_000)
      await ofProvider(cardsOf(shop.cards), 'DELETE', '/_control/faults')
    }
    return modes.length * paths.length
  },

  'webhooks come doubled, the last one first': async ({ shop }) => tellAgain(cardsOf(shop.cards), 100),
}

/** Whatever the provider has told lately is told twice again, the last thing first: how it was is not how it is. Gives how many webhooks came. */
export async function tellAgain(cards: CardAgreement, events: number): Promise<number> {
  const { data } = await ofProvider(cards, 'GET', `/v1/events?limit=${Math.min(events, 100)}`) as { data: { type: string }[] }
  const told = data.filter(({ type }) => cards.webhook.events.includes(type))
  let came = 0
  for (const event of told) {
    const body = JSON.stringify(event)
    const answers = await Promise.all([1, 2].map(() => {
      const at = Math.floor(Date.now() / 1000)
      const signature = createHmac('sha256', cards.webhook.secret).update(`${at}.${body}`).digest('hex')
      return fetch(cards.webhook.url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` } }).then(({ ok }) => ok, () => false)
    }))
    came += answers.filter(Boolean).length
  }
  return came
}

export function cardsOf(cards: CardAgreement | undefined): CardAgreement {
  if (!cards) throw new TypeError('no card network is played')
  return cards
}

async function ofProvider({ port, secretKey }: CardAgreement, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { authorization: `Bearer ${secretKey}` }, ...(body && { body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(`${method} ${path} of the card network: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
