import { requireOperator } from '@octavo/caller'
import { parkedContract } from '@octavo/events/operations'
import { failure } from '@octavo/failure'
import { serviceNames, type Connections, type ServiceName } from '../clients.ts'
import type { Some } from './operation.ts'

type Names = 'operatorListParkedEvents' | 'operatorGetParkedEvent' | 'operatorReplayParkedEvent' | 'operatorDropParkedEvent' | 'operatorListParkedActs'

/** Events wait with the service that could not digest them; this looks at all services, one after the other, by one cursor. */
export const parkedEvents = (connections: Connections): Some<Names> => {
  const clients = new Map(serviceNames.map((name) => [name as string, connections[name].client(parkedContract, { kind: 'service', service: 'gateway' })]))
  const of = (service: string) => {
    const client = clients.get(service)
    if (!client) throw failure('NOT_FOUND', `There is no service ${service}. There are: ${serviceNames.join(', ')}.`)
    return client
  }

  async function overServices<Item>(service: string | undefined, { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined }, list: (client: ReturnType<typeof of>, page: { limit: number; cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>) {
    const at = cursor?.indexOf('.') ?? -1
    const services = (service ? [service] : serviceNames) as ServiceName[]
    const from = cursor === undefined ? 0 : services.indexOf(cursor.slice(0, at) as ServiceName)
    if (from < 0) throw failure('INVALID_INPUT', 'This cursor does not belong to this list. Begin without one.')
    const items: Item[] = []
    for (let n = from; n < services.length; n++) {
      const name = services[n] as ServiceName
      const inner: string | undefined = n === from && cursor !== undefined ? cursor.slice(at + 1) || undefined : undefined
      const page = await list(of(name), { limit: limit - items.length, ...(inner && { cursor: inner }) })
      items.push(...page.items)
      if (page.nextCursor !== null) return { items, nextCursor: `${name}.${page.nextCursor}` }
      const next = services[n + 1]
      if (items.length === limit && next) return { items, nextCursor: `${next}.` }
    }
    return { items, nextCursor: null }
  }

  return {
    async operatorListParkedEvents({ service, limit, cursor }, { caller, on }) {
      requireOperator(caller)
      return overServices(service, { limit, cursor }, (client, page) => client.listParked(page, on))
    },
    async operatorListParkedActs({ service, limit, cursor }, { caller, on }) {
      requireOperator(caller)
      return overServices(service, { limit, cursor }, (client, page) => client.listParkedActs(page, on))
    },
    async operatorGetParkedEvent({ service, ...input }, { caller, on }) {
      requireOperator(caller)
      return of(service).getParked(input, on)
    },
    async operatorReplayParkedEvent({ service, ...input }, { caller, on }) {
      requireOperator(caller)
      return of(service).replayParked(input, on)
    },
    async operatorDropParkedEvent({ service, ...input }, { caller, on }) {
      requireOperator(caller)
      return of(service).dropParked(input, on)
    },
  }
}
