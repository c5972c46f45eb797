import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { faultsFolder } from '../../config.ts'
import type { Site } from './sites.ts'

/**
 * Loaded into a process of the shop before anything else (`--import`), and only then is there any fail point: the shop's own code knows
 * of none. Watches the driver and both HTTP clients from outside, writes down each place as it is passed, and ends the process there
 * when that is asked for.
 */
const folder = faultsFolder()
const service = (process.argv[2] ?? '')
const sites = (JSON.parse(readFileSync(join(folder, 'sites.json'), 'utf8')) as Site[]).filter((site) => site.service === service)
const known = new Set(sites.map(({ name }) => name))

let armed = ''
if (sites.length > 0) setInterval(() => {
  try { armed = readFileSync(join(folder, 'armed'), 'utf8') } catch { armed = '' }
}, 100).unref()

function pass(when: 'before' | 'after', name: string): void {
  const point = `${service}: ${when} ${name}`
  appendFileSync(join(folder, `passed-${process.pid}`), `${point}\n`)
  if (point !== armed) return
  try { writeFileSync(join(folder, `killed-${armed.replaceAll(/\W/g, '_')}`), '', { flag: 'wx' }) } catch { return }
  process.kill(process.pid, 'SIGKILL')
}

/** Where in the service's code a statement is asked for; looked for once a statement, since a look takes longer than the statement. */
const siteOf = new Map<string, string | undefined>()
function siteHere(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given : (given as { text?: string }).text ?? ''
  if (!siteOf.has(text)) {
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 40
    siteOf.set(text, siteInStack())
    Error.stackTraceLimit = limit
  }
  return siteOf.get(text)
}

function siteInStack(): string | undefined {
  for (const [, file = '', line = '0'] of (new Error().stack ?? '').matchAll(/(services\/[^\s)]+\.ts):(\d+):\d+/g)) {
    const site = sites.find((one) => one.file === file && one.from !== undefined && one.from <= Number(line) && Number(line) <= (one.to ?? 0))
    if (site) return site.name
  }
  return undefined
}

type Query = (...given: unknown[]) => unknown
function watched(original: Query): Query {
  return function query(this: unknown, ...given: unknown[]) {
    // A pool asks its client with a callback, and was watched itself.
    if (typeof given.at(-1) === 'function') return original.apply(this, given)
    const commit = given[0] === 'commit'
    const name = commit ? 'commit' : siteHere(given[0])
    if (name === undefined) return original.apply(this, given)
    const label = commit ? commitOf(this) : name
    if (label === undefined) return original.apply(this, given)
    if (!commit) begun.set(this as object, name)
    pass('before', label)
    const answer = original.apply(this, given)
    return answer instanceof Promise ? answer.then((result: unknown) => { pass('after', label); return result }) : answer
  }
}

/** The last statement of a transaction names its commit. */
const begun = new WeakMap<object, string>()
function commitOf(client: unknown): string | undefined {
  const name = begun.get(client as object)
  begun.delete(client as object)
  return name && `commit of ${name}`
}

if (sites.length > 0) {
  pg.Client.prototype.query = watched(pg.Client.prototype.query) as typeof pg.Client.prototype.query
  pg.Pool.prototype.query = watched(pg.Pool.prototype.query) as typeof pg.Pool.prototype.query
}

interface Rpc { readonly request: { readonly method: string; readonly path: string } }
const calls = new Map([...known].filter((name) => name.startsWith('call ')).map((name) => [name.slice(name.indexOf('.') + 1), name]))
for (const [channel, when] of [['undici:request:create', 'before'], ['undici:request:trailers', 'after']] as const) {
  subscribe(channel, (message) => {
    const name = calls.get((message as Rpc).request.path.replace(/^\/rpc\//, ''))
    if (name !== undefined) pass(when, name)
  })
}

for (const [channel, when] of [['http.client.request.created', 'before'], ['http.client.response.finish', 'after']] as const) {
  subscribe(channel, (message) => {
    const { method, path } = (message as Rpc).request
    const name = `provider ${method} ${path.replace(/\?.*$/, '').replaceAll(/\/(pi|seti|cus|pm|re|dp)_[^/]+/g, '/:id')}`
    if (known.has(name)) pass(when, name)
  })
}
