import type { Environment } from '@octavo/config'
import { systemClock } from '@octavo/clock'
import { serviceNames, type Connections, type ServiceName } from '@octavo/gateway'
import { readGatewayConfig } from '@octavo/gateway/config'
import { direct, type Router } from '@octavo/rpc/direct'
import { startAll, stopAll, type Part } from '@octavo/service'
import { openLog, Registry } from '@octavo/telemetry'
import { usersContract } from '@octavo/users/contract'
import { readRunConfig } from './config.ts'
import { controlSocket } from './control.ts'
import { fillWithDemo } from './demo.ts'
import { openEngines, openShopDatabase } from './engines.ts'
import { openFront, playsCards, publicUrlOf } from './front.ts'
import { notOpenYet } from './home.ts'
import type { Host, RunningService } from './host.ts'
import { metricsServer } from './metrics-server.ts'
import { portIsFree, rememberedPort } from './remembered-port.ts'
import { openSecrets } from './secrets.ts'
import { makeService } from './services.ts'
import { openStandIns } from './stand-ins.ts'
import { builtSites } from './web-build.ts'

export interface Shop {
  readonly url: string
  readonly metricsUrl: string
  readonly home: string
  /** Whether test cards are taken, and no others. */
  readonly testCards: boolean
  /** The operator's sign-in, at the start that made it. */
  readonly operator: { readonly email: string; readonly password: string } | null
  readonly connections: Connections
  stop(): Promise<void>
}

export interface ShopOptions {
  readonly environment: Environment
  readonly step?: (words: string) => void
  /** Without pages: the API alone. */
  readonly pages?: boolean
}

/**
 * Every service in this process, on embedded engines or on those the environment names.
 * @throws {BadConfig} {FolderInUse} {FolderUnusable} {PortTaken}
 */
export async function startShop({ environment, step = () => {}, pages = true }: ShopOptions): Promise<Shop> {
  const config = readRunConfig(environment)
  readGatewayConfig(environment)
  const testCards = playsCards(config, environment)
  await notOpenYet(config.home)
  await portIsFree(config.port, config.host, 'PORT')
  const undo: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => { for (const work of undo.splice(0).toReversed()) await work() }
  try {
    const secrets = await openSecrets(config.home, environment)
    const metrics = new Registry()
    const log = (name: string) => openLog({ name, level: config.logLevel })
    const shopDatabase = await openShopDatabase({ config, secrets, step })
    undo.push(shopDatabase.stop)
    const building = pages ? builtSites(config.home, step) : Promise.resolve(undefined)
    building.catch(() => {}) // its failure is thrown where it is awaited
    const engines = await openEngines({ urls: shopDatabase.urls, config, alone: shopDatabase.embedded, log: log('engines'), metrics })
    undo.push(engines.close)

    const played = testCards ? await openStandIns({ config, environment, secrets, started: (end) => undo.push(end) }) : undefined
    step('starting the services')
    const running = new Map<ServiceName, RunningService>()
    const connections = Object.fromEntries(serviceNames.map((name) => [name, inThisProcess(() => running.get(name) as RunningService)])) as unknown as Connections
    const host: Host = {
      environment: { ...environment, ...played?.environment },
      home: config.home, alone: shopDatabase.embedded, secrets, connections, metrics, log, markets: config.markets, events: engines.events, cache: engines.cache, files: engines.files, clock: systemClock, database: engines.database, publicUrl: () => publicUrlOf(config),
    }
    for (const name of startOrder) running.set(name, makeService(name, host))
    const parts: Part[] = [engines.events.log, ...running.values()]
    await startAll(parts)
    undo.push(() => stopAll(parts))

    if (config.demo === 'books') {
      step('putting the demo on the shelves')
      await fillWithDemo(connections)
    }
    const operator = await connections.users.client(usersContract, { kind: 'service', service: 'run' }).ensureOperator({})
    const front = await openFront({ config, environment, secrets, connections, cache: engines.cache, log: log('gateway'), metrics, sites: await building, ready: () => readiness(parts) })
    const metricsPort = config.metricsPort || await rememberedPort(config.home, 'metrics')
    const doors: Part[] = [front, metricsServer(metrics, { host: config.metricsHost, port: metricsPort }), controlSocket(config.home, () => ({ url: front.url, pid: process.pid, token: secrets.control }))]
    await startAll(doors)
    undo.push(() => stopAll(doors))
    return { url: front.url, metricsUrl: `http://${config.metricsHost}:${metricsPort}/metrics`, home: config.home, testCards, operator, connections, stop }
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

/** Orders goes on with what it left behind as soon as it runs, and calls the others for it. */
const startOrder: readonly ServiceName[] = [...serviceNames.filter((name) => name !== 'orders'), 'orders']

async function readiness(parts: readonly Part[]): Promise<true | string> {
  for (const part of parts) {
    const answer = await part.ready()
    if (answer !== true) return `${part.name}: ${answer}`
  }
  return true
}

/** Services know one another before all of them are made. */
function inThisProcess(service: () => RunningService) {
  const router: Router = { has: (name) => service().router.has(name), call: (...call) => service().router.call(...call) }
  return direct(router, (request, response, context) => service().raw?.(request, response, context) ?? false)
}
