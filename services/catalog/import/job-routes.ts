import type { IncomingMessage, ServerResponse } from 'node:http'
import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import { SizeDiffers } from '@octavo/files'
import type { Raw } from '@octavo/rpc'
import { quoted } from './csv/fields.ts'
import { patientWrite } from '../patient-write.ts'
import { findImport } from './imports.ts'
import { readRejects } from './job-store.ts'
import type { ImportJobs } from './jobs.ts'
import { openImportSchema } from './wire.ts'

const pageOfRejects = 1000
const jobSchema = openImportSchema.omit({ fingerprint: true })

/** `POST /imports/uploads?format=…&file=…&options=…` with the whole file, and `GET /imports/{id}/rejects`. */
export function jobRoutes({ database, jobs }: { database: Database; jobs: ImportJobs }): Raw {
  return async (request, response, { caller }) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://catalog')
    const rejects = /^\/imports\/([^/]{1,100})\/rejects$/.exec(pathname)?.[1]
    if (pathname === '/imports/uploads' && request.method === 'POST') {
      requireOperator(caller)
      const id = await upload(request, searchParams)
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
      return true
    }
    if (rejects === undefined || request.method !== 'GET') return false
    requireOperator(caller)
    await download(decodeURIComponent(rejects), response)
    return true
  }

  async function upload(request: IncomingMessage, given: URLSearchParams): Promise<string> {
    const read = jobSchema.safeParse({ format: given.get('format'), file: given.get('file'), options: optionsIn(given.get('options')) })
    if (!read.success) throw failure('INVALID_INPUT', read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    const sizeBytes = Number(request.headers['content-length'])
    if (!(sizeBytes > 0)) throw failure('INVALID_INPUT', 'The body is the file, with its length in Content-Length.')
    return jobs.begin(read.data, request as AsyncIterable<Buffer>, sizeBytes).catch((error: unknown) => {
      if (error instanceof SizeDiffers || request.destroyed) throw failure('INVALID_INPUT', 'The file did not come whole. Upload it again.')
      throw error
    })
  }

  /** The same table that the command line writes. */
  async function download(id: string, response: ServerResponse): Promise<void> {
    if (!(await findImport(database, id))) throw failure('NOT_FOUND', 'There is no such import.')
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${id}-rejects.csv"`, 'cache-control': 'no-store' })
    response.write('line,identity,reason\n')
    for (let after = 0; ;) {
      const rows = await readRejects(database, id, after, pageOfRejects)
      await patientWrite(response, rows.map(({ line, identity, reason }) => `${line},${quoted(identity)},${quoted(reason)}\n`).join(''))
      if (rows.length < pageOfRejects || response.closed) break
      after = rows.at(-1)?.no ?? after
    }
    response.end()
  }
}

function optionsIn(text: string | null): unknown {
  if (text === null || text === '') return {}
  try { return JSON.parse(text) } catch { throw failure('INVALID_INPUT', 'options: a JSON object') }
}
