import { parseArgs } from 'node:util'
import type { ParkedEvent } from '@octavo/events/operations'
import { ask, runningShop, WrongUsage, type Command } from './command.ts'

/** Events that a service could not digest: seen, tried again, let go. */
export const parkedEvents: Command = {
  summary: 'Look at events that a service could not digest; replay or drop them',
  usage: `
npm run octavo -- parked-events list [--service NAME] [--json]
npm run octavo -- parked-events show SERVICE EVENT
npm run octavo -- parked-events replay SERVICE EVENT [--reason WHY]
npm run octavo -- parked-events drop SERVICE EVENT [--reason WHY]

  --consumer NAME   only this consumer's, where several of a service have parked the same event

replay tries it again at once, and what waits behind it after it. drop lets it go without its effect: what waits behind it goes on. Both stay written down,
with the reason.`,
  async run(args, terminal) {
    const { values, positionals: [what, service, eventId, ...more] } = parse(args)
    if (more.length > 0) throw new WrongUsage(`"${more[0]}" is one word too many.`)
    if (what === 'list' && service === undefined) return list(values, terminal)
    if (what !== 'show' && what !== 'replay' && what !== 'drop') throw new WrongUsage(what === undefined ? 'Say what to do: list, show, replay or drop.' : what === 'list' ? 'Name the service so: --service NAME.' : `"${what}" is not one of list, show, replay and drop.`)
    if (service === undefined || eventId === undefined) throw new WrongUsage(`${what} needs the service and the event's id, as list shows them.`)
    const query = (more: Record<string, string> = {}): string => {
      const asked = new URLSearchParams({ ...(values.consumer !== undefined && { consumer: values.consumer }), ...more }).toString()
      return asked && `?${asked}`
    }
    const path = `/api/operator/parked-events/${encodeURIComponent(service)}/${encodeURIComponent(eventId)}`
    const shop = await runningShop(terminal)
    if (what === 'show') {
      terminal.out.write(`${JSON.stringify(await ask<ParkedEvent>(shop, 'GET', path + query()), null, 2)}\n`)
    } else if (what === 'replay') {
      await ask(shop, 'POST', `${path}/replay`, { ...(values.consumer !== undefined && { consumer: values.consumer }), ...(values.reason !== undefined && { reason: values.reason }) })
      terminal.out.write('It is tried again now. It comes back to this list if it fails again.\n')
    } else {
      await ask(shop, 'DELETE', path + query(values.reason === undefined ? {} : { reason: values.reason }))
      terminal.out.write('It is gone, without its effect.\n')
    }
    return 0
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { service: { type: 'string' }, consumer: { type: 'string' }, reason: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

async function list({ service, consumer, json }: ReturnType<typeof parse>['values'], { out, ...terminal }: Parameters<Command['run']>[1]): Promise<number> {
  const shop = await runningShop(terminal)
  let count = 0
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = new URLSearchParams({ limit: '100', ...(service !== undefined && { service }), ...(cursor !== undefined && { cursor }) })
    const page: { items: ParkedEvent[]; nextCursor: string | null } = await ask(shop, 'GET', `/api/operator/parked-events?${query.toString()}`)
    for (const event of page.items) {
      if (consumer !== undefined && event.consumer !== consumer) continue
      count++
      out.write(json ? `${JSON.stringify(event)}\n` : `${event.service} ${event.eventId}  ${event.state}, tried ${event.attempts} times  ${event.name} of ${event.key}\n    ${event.lastError?.split('\n')[0] ?? ''}\n`)
    }
    cursor = page.nextCursor
  }
  if (count === 0 && !json) out.write('No event is parked. All is well.\n')
  return 0
}
