import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import { isFailure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import type { ImportFormatName, ImportLine, ImportOptions, OpenedImport } from '../http.ts'

type Reject = Extract<ImportLine, { type: 'reject' }>
type Ended = Extract<ImportLine, { type: 'part' | 'done' | 'failed' }>

export interface File { readonly format: ImportFormatName; readonly text: string; readonly options?: ImportOptions; readonly name?: string }

/** What became of a part of a file. */
export interface Brought { readonly opened: OpenedImport; readonly rejects: readonly Reject[]; readonly ended: Ended | undefined }

/** The catalogue's raw routes behind a door of their own, spoken to as the command line does. */
export async function openRawDoor(raw: Raw, caller: Caller = { kind: 'operator' }) {
  const server = createServer((incoming, response) => {
    void (async () => raw(incoming, response, { caller, requestId: 'a test' }))().catch((error: unknown) => {
      response.writeHead(isFailure(error) ? error.status : 500, { 'content-type': 'application/json' }).end(JSON.stringify({ code: isFailure(error) ? error.code : 'INTERNAL', detail: String(error) }))
    })
  })
  // Long work of this process would else let a connection's time run out just as the next request takes it.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = `${door}/imports`

  const open = async ({ format, text, options = {}, name = 'a file' }: File): Promise<OpenedImport> => {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify({ format, file: name, fingerprint: `a file of ${text.length} letters: ${text.slice(-200)}`.slice(0, 200), options }) })
    const said = await answer.json() as OpenedImport & { code?: string; detail?: string }
    if (!answer.ok) throw Object.assign(new Error(said.detail), { code: said.code })
    return said
  }

  return {
    open,
    async get(path: string): Promise<{ status: number; text: string }> {
      const answer = await fetch(door + path)
      return { status: answer.status, text: await answer.text() }
    },
    /** The file from where it stands; with `most` only so many bytes of it, as when somebody stops. */
    async bring(file: File, { most }: { most?: number } = {}): Promise<Brought> {
      const opened = await open(file)
      const bytes = Buffer.from(file.text).subarray(opened.position)
      const sent = bytes.subarray(0, most)
      const answer = await fetch(`${address}?id=${opened.id}&position=${opened.position}${sent.length === bytes.length ? '&end=true' : ''}`, { method: 'POST', body: sent })
      assert.equal(answer.status, 200)
      const lines = (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as ImportLine)
      return { opened, rejects: lines.filter((line) => line.type === 'reject'), ended: lines.find((line) => line.type === 'part' || line.type === 'done' || line.type === 'failed') }
    },
    /** What the door says to bytes of another place than where the import stands. */
    async refusal(file: File, position: number): Promise<string> {
      const { id } = await open(file)
      const answer = await fetch(`${address}?id=${id}&position=${position}&end=true`, { method: 'POST', body: file.text.slice(position) })
      return ((await answer.json()) as { code: string }).code
    },
    /** Sends some bytes, and then the line breaks. */
    async breakOff(file: File, bytesSent: number): Promise<void> {
      const opened = await open(file)
      const broken = request(`${address}?id=${opened.id}&position=${opened.position}&end=true`, { method: 'POST', headers: { 'content-length': String(Buffer.byteLength(file.text)) } })
      broken.on('error', () => {})
      broken.write(Buffer.from(file.text).subarray(0, bytesSent))
      const [response] = await once(broken, 'response') as [NodeJS.ReadableStream]
      response.on('error', () => {})
      await once(response, 'data')
      broken.destroy()
    },
  }
}
