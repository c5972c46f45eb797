import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Environment } from '@octavo/config'
import { serviceNames, type Connections, type ServiceName } from '@octavo/gateway'
import { readGatewayConfig } from '@octavo/gateway/config'
import { overHttp } from '@octavo/rpc/http'
import { startAll, stopAll } from '@octavo/service'
import { usersContract } from '@octavo/users/contract'
import type { Shop, ShopOptions } from './all-in-one.ts'
import type { CardAgreement } from './card-stand-in.ts'
import { readRunConfig } from './config.ts'
import { controlSocket } from './control.ts'
import { fillWithDemo } from './demo.ts'
import { openShopDatabase, type DatabaseUrls } from './engines.ts'
import { playsCards, publicUrlOf } from './front.ts'
import { notOpenYet } from './home.ts'
import { portIsFree, rememberedPort } from './remembered-port.ts'
import { openSecrets } from './secrets.ts'
import { openStandIns } from './stand-ins.ts'
import { builtSites } from './web-build.ts'

export interface SeparateShop extends Shop {
  /** The processes there are: each service, and the gateway. */
  readonly names: readonly string[]
  /** Each service's own role in the database. */
  readonly databaseUrls: DatabaseUrls
  /** The stand-in card network, where it is played. */
  readonly cards: CardAgreement | undefined
  pidOf(name: string): number
  /** Ends one as a crash would; done when it has gone. */
  kill(name: string): Promise<void>
  start(name: string): Promise<void>
}

export interface SeparateOptions extends ShopOptions {
  readonly twice?: readonly ServiceName[]
  readonly died?: (name: string) => void
  readonly route?: (to: string, url: string) => Promise<string>
}

const oneService = fileURLToPath(new URL('./one-service.ts', import.meta.url))

/**
 * Every service as a process of its own on this machine: each with its own role, address and connections, nothing shared but
 * PostgreSQL (and Redis, when configured). Of those named `twice` there is a second process, `orders-2`, that is not called and shares
 * what is worked off. `died` hears of processes that ended by themselves. `route` gives the address by which processes reach another one
 * (`orders`), the card network (`cards`), or PostgreSQL (`database`), where that is not its own.
 * @throws {BadConfig} {FolderInUse} {FolderUnusable} {PortTaken}
 */
export async function startSeparateShop({ environment, step = () => {}, pages = true, twice = [], died = () => {}, route = async (_, url) => url }: SeparateOptions): Promise<SeparateShop> {
  const config = readRunConfig(environment)
  readGatewayConfig(environment)
  const testCards = playsCards(config, environment)
  await notOpenYet(config.home)
  await portIsFree(config.port, config.host, 'PORT')
  const children = new Map<string, ChildProcess>()
  const undo: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => { for (const work of undo.splice(0).toReversed()) await work() }
  try {
    const secrets = await openSecrets(config.home, environment)
    const shopDatabase = await openShopDatabase({ config, secrets, step })
    undo.push(shopDatabase.stop)
    const sites = pages ? await builtSites(config.home, step) : undefined
    const played = testCards ? await openStandIns({ config, environment, secrets, started: (end) => undo.push(end) }) : undefined
    const addresses: Record<string, string> = {}
    const seconds = twice.map((name) => `${name}-2`)
    for (const name of [...serviceNames, ...seconds]) addresses[name] = `127.0.0.1:${await rememberedPort(config.home, name)}`
    const metricsPort = config.metricsPort || await rememberedPort(config.home, 'metrics')
    const url = publicUrlOf(config)
    const { OCTAVO_DATABASE_URL: _administrator, ...given } = environment
    const reached: Record<string, string> = {}
    for (const name of serviceNames) reached[`OCTAVO_${name.toUpperCase()}_URL`] = await route(name, `http://${addresses[name]}`)
    if (played) reached['OCTAVO_STRIPE_API_URL'] = await route('cards', `http://127.0.0.1:${played.cards.port}`)
    const databases: Record<string, string> = {}
    for (const [schema, address] of Object.entries(shopDatabase.urls)) databases[schema] = await route('database', address)
    const everybody: Environment = {
      ...given, ...played?.environment, OCTAVO_HOME: config.home, OCTAVO_PUBLIC_URL: url,
      OCTAVO_EVENTS_DATABASE_URL: databases['events'], OCTAVO_RPC_KEYS: secrets.rpcKeys.join(','),
      ...reached,
      ...(sites && { OCTAVO_STOREFRONT: sites.storefront, OCTAVO_BACK_OFFICE: sites.backOffice }),
    }
    const own = (name: string): Environment => {
      if (name === 'gateway') return { OCTAVO_METRICS_PORT: String(metricsPort) }
      const service = serviceOf(name)
      return { OCTAVO_LISTEN: addresses[name], [`OCTAVO_${service.toUpperCase()}_DATABASE_URL`]: databases[service] }
    }
    const begin = async (name: string): Promise<void> => {
      const child = fork(oneService, [serviceOf(name), '--together'], { execArgv: ['--disable-warning=ExperimentalWarning'], env: withoutNothing({ ...everybody, ...own(name) }), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      children.set(name, child)
      child.once('exit', () => { if (children.get(name) === child) { children.delete(name); died(name) } })
      await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(([code]) => { throw new Error(`the process of ${name} ended while it started (${code}); its words stand above`) }),
      ])
    }
    undo.push(async () => {
      const leaving = [...children.values()]
      children.clear()
      await Promise.all(leaving.map(async (child) => { const gone = once(child, 'exit'); child.kill('SIGTERM'); await gone }))
    })
    step('starting the services')
    await Promise.all(serviceNames.map(begin))
    await Promise.all(seconds.map(begin))
    const open = serviceNames.map((name) => [name, overHttp(`http://${addresses[name]}`, secrets.rpcKeys)] as const)
    undo.push(async () => { await Promise.all(open.map(([, connection]) => connection.close())) })
    const connections = Object.fromEntries(open) as unknown as Connections
    if (config.demo === 'books') {
      step('putting the demo on the shelves')
      await fillWithDemo(connections)
    }
    const operator = await connections.users.client(usersContract, { kind: 'service', service: 'run' }).ensureOperator({})
    await begin('gateway')
    const socket = controlSocket(config.home, () => ({ url, pid: process.pid, token: secrets.control }))
    await startAll([socket])
    undo.push(() => stopAll([socket]))
    return {
      url, metricsUrl: `http://${config.metricsHost}:${metricsPort}/metrics`, home: config.home, testCards, operator, connections, stop, cards: played?.cards,
      names: [...serviceNames, ...seconds, 'gateway'], databaseUrls: shopDatabase.urls,
      pidOf: (name) => child(name).pid ?? 0,
      async kill(name) {
        const ended = child(name)
        children.delete(name)
        const gone = once(ended, 'exit')
        ended.kill('SIGKILL')
        await gone
      },
      start: begin,
    }

    function child(name: string): ChildProcess {
      const found = children.get(name)
      if (!found) throw new TypeError(`no process ${name} runs`)
      return found
    }
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

/** Of a process's name. */
const serviceOf = (name: string): string => name.replace(/-2$/, '')

const withoutNothing = (environment: Environment): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
