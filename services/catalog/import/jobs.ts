import { Readable } from 'node:stream'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { failure, isFailure } from '@octavo/failure'
import type { Files } from '@octavo/files'
import { newId } from '@octavo/ids'
import type { Log } from '@octavo/telemetry'
import { bring, type Bringing } from './bring.ts'
import { beginImport, findImport, markImport, noteBatch } from './imports.ts'
import { failImport, keepRejects, noteSize, noteUpload, runningJobs, uploadOf } from './job-store.ts'
import { openContents } from './packed/contents.ts'
import type { ImportFormatName, ImportOptions } from './wire.ts'

export interface JobDeps extends Pick<Bringing, 'sink'> {
  readonly categories: () => Bringing['categories']
  readonly database: Database
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
}

export interface ImportJobs {
  /** Keeps the file, then reads it in its turn, whoever is still listening; gives the import's id when the file is kept. */
  begin(what: { readonly format: ImportFormatName; readonly file: string; readonly options: ImportOptions }, body: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<string>
  /** Goes on with one that failed, from where it stands. */
  resume(id: string): Promise<void>
  /** Takes up what ran when the process ended. */
  start(): Promise<void>
  /** Ends between two batches; the next start goes on there. */
  stop(): Promise<void>
}

/** One at a time, so that an import never takes the shop's last core from those who buy. */
export function importJobs({ database, files, clock, log, sink, categories }: JobDeps): ImportJobs {
  let last: Promise<void> = Promise.resolve()
  let stopping = false
  const queued = new Set<string>()
  const enqueue = (id: string): void => {
    if (queued.has(id)) return
    queued.add(id)
    last = last.then(() => run(id)).catch((error: unknown) => { log.error({ err: error, import: id }, 'an import job broke off') }).finally(() => { queued.delete(id) })
  }

  async function run(id: string): Promise<void> {
    const found = await findImport(database, id)
    const key = await uploadOf(database, id)
    if (!found || key === undefined || stopping) return
    const head = await files.head(key)
    if (!head) { await failImport(database, id, 'The uploaded file is gone. Upload it again.', clock.now()); return }
    try {
      const contents = await openContents({ sizeBytes: head.sizeBytes, read: (from, to) => Readable.from(partOf(files, key, from, to), { objectMode: false }) }, found.format)
      if (contents.sizeBytes !== head.sizeBytes) await noteSize(database, id, contents.sizeBytes)
      let { position } = found.place
      for await (const poured of bring(found, contents.read(position), true, { sink, categories: categories(), requestId: id })) {
        // Another process has taken it up.
        if (!(await noteBatch(database, id, position, poured, (tx) => keepRejects(tx, id, poured.rejects)))) return
        position = poured.next.position
        if (stopping) return
      }
      await markImport(database, id, 'completed', clock.now())
      await files.delete(key)
    } catch (error) {
      if (!isFailure(error)) log.error({ err: error, import: id }, 'an import job failed')
      await failImport(database, id, isFailure(error) ? error.message : 'Something broke on our side; the shop\'s log says what. It can go on where it stopped.', clock.now())
    }
  }

  return {
    async begin({ format, file, options }, body, sizeBytes) {
      const id = newId('imp')
      const key = `imports/${id}`
      await files.put(key, body, { contentType: 'application/octet-stream', sizeBytes })
      await beginImport(database, { id, format, file, fingerprint: id, options, at: clock.now() })
      await noteUpload(database, id, key, sizeBytes)
      enqueue(id)
      return id
    },
    async resume(id) {
      const found = await findImport(database, id)
      if (!found) throw failure('NOT_FOUND', 'There is no such import.')
      if (found.status === 'completed' || (await uploadOf(database, id)) === undefined) throw failure('CONFLICT', 'This import has no file kept here to go on with. Upload it again.')
      if (found.status !== 'running') await markImport(database, id, 'running', clock.now())
      enqueue(id)
    },
    async start() {
      stopping = false
      for (const id of await runningJobs(database)) enqueue(id)
    },
    async stop() {
      stopping = true
      await last
    },
  }
}

async function* partOf(files: Files, key: string, from: number, to: number): AsyncGenerator<Buffer> {
  const stored = await files.get(key, { from, to })
  if (!stored) throw failure('INVALID_INPUT', 'The uploaded file is gone. Upload it again.')
  yield* stored.body as AsyncIterable<Buffer>
}
