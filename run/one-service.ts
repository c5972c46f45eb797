import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '@octavo/clock'
import { BadConfig } from '@octavo/config'
import { serviceNames, type Connections, type ServiceName } from '@octavo/gateway'
import { direct, type Router } from '@octavo/rpc/direct'
import { overHttp, rpcServer } from '@octavo/rpc/http'
import { startAll, stopAll, type Part } from '@octavo/service'
import { openLog, Registry } from '@octavo/telemetry'
import { usersContract } from '@octavo/users/contract'
import { addressOf, environment, readListen, readRunConfig } from './config.ts'
import { openEngines, reachDatabases } from './engines.ts'
import { openFront, publicUrlOf } from './front.ts'
import type { Host } from './host.ts'
import { metricsServer } from './metrics-server.ts'
import { runProcess } from './process.ts'
import { openSecrets } from './secrets.ts'
import { makeService } from './services.ts'
import { builtSites, type BuiltSites } from './web-build.ts'
import { operatorWords } from './words.ts'

const { values: { together }, positionals: [name = ''] } = parseArgs({
  // Whoever starts all of them makes the operator, and shows the password among the rest.
  options: { together: { type: 'boolean', default: false } }, allowPositionals: true,
})
runProcess(() => (name === 'gateway' ? startGateway() : startService(name)), '.octavo')

/** One service, answering the shop's other processes at `OCTAVO_LISTEN`. Gives how to stop it. */
async function startService(wanted: string): Promise<() => Promise<void>> {
  if (!isService(wanted)) throw new BadConfig(`There is no service ${wanted || 'without a name'}. There are: ${[...serviceNames, 'gateway'].join(', ')}.`)
  const config = readRunConfig(environment)
  const listen = readListen(environment)
  const secrets = await openSecrets(config.home, environment)
  const metrics = new Registry()
  const log = openLog({ name: wanted, level: config.logLevel })
  const urls = await reachDatabases([wanted, 'events'], { config, secrets, environment })
  const engines = await openEngines({ urls, config, alone: false, log, metrics })
  const { connections, close } = othersByHttp(secrets.rpcKeys, wanted)
  const host: Host = {
    environment, home: config.home, alone: false, secrets, connections, metrics, markets: config.markets, events: engines.events, cache: engines.cache, files: engines.files, clock: systemClock,
    database: engines.database, log: () => log, publicUrl: () => publicUrlOf(config),
  }
  const service = makeService(wanted, host)
  const server = rpcServer({
    router: service.router, raw: service.raw ?? (() => false), keys: secrets.rpcKeys,
    extra: (request, response) => {
      if (request.url === '/metrics') { metrics.metrics().then((text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text), () => response.writeHead(500).end()); return }
      if (request.url === '/health/live') { response.writeHead(200).end('live'); return }
      if (request.url !== '/health/ready') { response.writeHead(404).end(); return }
      service.ready().then((ready) => response.writeHead(ready === true ? 200 : 503).end(ready === true ? 'ready' : ready), (error: Error) => response.writeHead(503).end(error.message))
    },
  })
  const door: Part = {
    name: 'door',
    async start() { server.listen(listen.port, listen.host); await once(server, 'listening') },
    ready: async () => true,
    async drain() { server.close(); server.closeIdleConnections() },
    async stop() { server.closeAllConnections() },
  }
  const parts = [engines.events.log, service, door]
  await startAll(parts)
  if (wanted === 'users' && !together) await makeOperator(service.router)
  process.send?.({ ready: wanted })
  return async () => {
    await stopAll(parts)
    await close()
    await engines.close()
  }
}

/** The first start of the accounts makes the one who runs the shop. */
async function makeOperator(users: Router): Promise<void> {
  const made = await direct(users).client(usersContract, { kind: 'service', service: 'run' }).ensureOperator({})
  if (made) console.log(`Operator  ${operatorWords(made)}`)
}

/** The public door in a process of its own, with the storefront. */
async function startGateway(): Promise<() => Promise<void>> {
  const config = readRunConfig(environment)
  const secrets = await openSecrets(config.home, environment)
  const metrics = new Registry()
  const log = openLog({ name: 'gateway', level: config.logLevel })
  // The gateway owns no data; by the log's database it hears of purges.
  const engines = await openEngines({ urls: await reachDatabases(['events'], { config, secrets, environment }), config, alone: false, log, metrics })
  const { connections, close } = othersByHttp(secrets.rpcKeys)
  const sites = builtBefore() ?? await builtSites(config.home, () => {})
  const front = await openFront({ config, environment, secrets, connections, cache: engines.cache, log, metrics, sites, ready: async () => true })
  const parts: Part[] = [front, ...(config.metricsPort ? [metricsServer(metrics, { host: config.metricsHost, port: config.metricsPort })] : [])]
  await startAll(parts)
  process.send?.({ ready: 'gateway' })
  return async () => {
    await stopAll(parts)
    await close()
    await engines.close()
  }
}

/** Folders that were built before, for processes that start together. */
function builtBefore(): BuiltSites | undefined {
  const { OCTAVO_STOREFRONT: storefront, OCTAVO_BACK_OFFICE: backOffice } = environment
  return storefront && backOffice ? { storefront: resolve(storefront), backOffice: resolve(backOffice) } : undefined
}

/** Every service but the one in this process. */
function othersByHttp(keys: readonly [string, ...string[]], own?: ServiceName): { connections: Connections; close(): Promise<void> } {
  const open = serviceNames.filter((service) => service !== own).map((service) => [service, overHttp(addressOf(service, environment), keys)] as const)
  return {
    connections: Object.fromEntries(open) as unknown as Connections,
    async close() { await Promise.all(open.map(([, connection]) => connection.close())) },
  }
}

function isService(text: string): text is ServiceName {
  return (serviceNames as readonly string[]).includes(text)
}
