import { hash } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requireOperator } from '@octavo/caller'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { failure, isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Raw } from '@octavo/rpc'
import type { Log } from '@octavo/telemetry'
import { bring } from './import/bring.ts'
import type { CategoryClient } from './import/ensure-categories.ts'
import { beginImport, findImport, findUnfinished, markImport, noteBatch, type KnownImport } from './import/imports.ts'
import type { Sink } from './import/pipeline.ts'
import { patientWrite } from './patient-write.ts'
import { openImportSchema, type ImportLine, type ImportTotals, type OpenedImport } from './import/wire.ts'

export * from './import/wire.ts'
export { quoted } from './import/csv/fields.ts'
export { openContents, type Contents } from './import/packed/contents.ts'
export type { WholeFile } from './import/packed/whole-file.ts'

export interface ImportDeps {
  readonly database: Database
  readonly sink: Pick<Sink, 'put'>
  readonly categories: CategoryClient
  readonly clock: Clock
  readonly log: Log
}

/** `POST /imports`, as `import/wire.ts` describes it. */
export function importRoute({ database, sink, categories, clock, log }: ImportDeps): Raw {
  const busy = new Set<string>()

  return async (request, response, { caller, requestId }) => {
    const url = new URL(request.url ?? '/', 'http://catalog')
    if (request.method !== 'POST' || url.pathname !== '/imports') return false
    requireOperator(caller)
    const id = url.searchParams.get('id')
    if (id === null) answer(response, await open(await readJson(request)))
    else await feed(id, Number(url.searchParams.get('position')), url.searchParams.get('end') === 'true', request, response, requestId)
    return true
  }

  async function open(given: unknown): Promise<OpenedImport> {
    const read = openImportSchema.safeParse(given)
    if (!read.success) throw failure('INVALID_INPUT', read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    const { format, file, options } = read.data
    const fingerprint = hash('sha256', JSON.stringify([format, read.data.fingerprint, options]))
    const unfinished = await findUnfinished(database, fingerprint)
    if (unfinished) {
      if (busy.has(unfinished.id)) throw failure('CONFLICT', 'This file is being imported already. Wait until that is done; the same command then goes on where it stopped, or finds nothing to change.')
      return opened(unfinished)
    }
    const id = newId('imp')
    await beginImport(database, { id, format, file, fingerprint, options, at: clock.now() })
    return { id, position: 0, read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 }
  }

  async function feed(id: string, position: number, whole: boolean, request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const found = await findImport(database, id)
    if (!found) throw failure('NOT_FOUND', 'There is no such import.')
    if (busy.has(id) || found.status === 'completed' || found.place.position !== position) throw failure('CONFLICT', `This import stands at byte ${found.place.position} and is ${busy.has(id) ? 'running' : found.status}. Open it again.`)
    busy.add(id)
    const tell = teller(response)
    let last: ImportLine | undefined
    try {
      await markImport(database, id, 'running', clock.now())
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
      response.flushHeaders()
      const ended = await run(found, whole, request, response, requestId, tell)
      await markImport(database, id, ended.status, clock.now())
      last = ended.last
    } finally {
      // Before the last line is told: whoever hears it may come back at once.
      busy.delete(id)
    }
    if (last) await tell(last)
    // An answer that ends before its question breaks the connection on the way here.
    if (!request.complete && !request.destroyed) await Promise.race([once(request.resume(), 'end'), once(request, 'close')])
    response.end()
  }

  async function run(found: KnownImport, whole: boolean, request: IncomingMessage, response: ServerResponse, requestId: string, tell: Tell): Promise<{ status: KnownImport['status']; last?: ImportLine }> {
    let { place: { position } } = found
    let totals = totalsOf(found)
    try {
      // Left open when reading ends early, so that the answer still goes out.
      const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
      for await (const poured of bring(found, bytes, whole, { sink, categories, requestId })) {
        // Told before it is noted: what a broken connection swallows is told again. Where there is nothing to tell, what is done is noted anyway.
        for (const reject of poured.rejects) await tell({ type: 'reject', ...reject })
        for (const code of poured.unknownCodes) await tell({ type: 'unknown-code', ...code })
        if (response.closed && poured.rejects.length + poured.unknownCodes.length > 0) return { status: 'stopped' }
        if (!(await noteBatch(database, found.id, position, poured))) throw failure('CONFLICT', 'Another run of this import has gone on from here. Start it again to see where it stands.')
        position = poured.next.position
        totals = add(totals, poured.counts)
        await tell({ type: 'progress', position, ...totals })
      }
      return whole ? { status: 'completed', last: { type: 'done', position, ...totals } } : { status: 'stopped', last: { type: 'part', position, ...totals } }
    } catch (error) {
      if (request.destroyed && !request.complete) return { status: 'stopped' }
      if (!isFailure(error)) log.error({ err: error, import: found.id }, 'an import broke off')
      return { status: 'failed', last: { type: 'failed', code: isFailure(error) ? error.code : 'INTERNAL', detail: isFailure(error) ? error.message : 'Something broke on our side; the shop\'s log says what. The same command goes on where it stopped.' } }
    }
  }
}

type Tell = (line: ImportLine) => Promise<void>

const teller = (response: ServerResponse): Tell => (line) => patientWrite(response, `${JSON.stringify(line)}\n`)

const opened = ({ id, place, ...rest }: KnownImport): OpenedImport => ({ id, position: place.position, ...totalsOf(rest) })
const totalsOf = ({ read, created, updated, unchanged, rejected }: ImportTotals): ImportTotals => ({ read, created, updated, unchanged, rejected })
const add = (a: ImportTotals, b: ImportTotals): ImportTotals =>
  ({ read: a.read + b.read, created: a.created + b.created, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged, rejected: a.rejected + b.rejected })

/** A mapping file is the longest thing in it. */
const maxOpeningBytes = 512 * 1024

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > maxOpeningBytes) throw failure('TOO_LARGE', 'An import is opened by a short JSON body; the file itself comes afterwards.')
    parts.push(part)
  }
  try { return JSON.parse(Buffer.concat(parts).toString()) } catch { throw failure('INVALID_INPUT', 'The body that opens an import is a JSON object.') }
}

function answer(response: ServerResponse, body: OpenedImport): void {
  const text = JSON.stringify(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
}
