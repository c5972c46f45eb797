import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Files } from '@octavo/files'
import type { Raw } from '@octavo/rpc'
import type { CatalogParts } from '../deps.ts'
import { addPicture } from './add-picture.ts'
import { mostBytes } from './inspect.ts'
import { keyOf, type PictureType } from './picture.ts'
import { turns } from './turns.ts'

const mostWaiting = 16

/** `POST /products/{id}/pictures?alt=…` with the picture's bytes, and `GET /media/{name}/{width}.{webp|jpg}`. */
export function pictureRoutes(parts: CatalogParts): Raw {
  const inTurn = turns(mostWaiting)
  return async (request, response, { caller }) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://catalog')
    const file = /^\/media\/([0-9a-f]{32})\/(\d{1,5})\.(webp|jpg)$/.exec(pathname)
    if (file) return send(parts.files, keyOf(file[1] as string, Number(file[2]), file[3] as PictureType), request, response)
    const productId = /^\/products\/([^/]{1,200})\/pictures$/.exec(pathname)?.[1]
    if (productId === undefined || request.method !== 'POST') return false
    requireOperator(caller)
    const alt = (searchParams.get('alt') ?? '').trim()
    if (alt.length > 500) throw failure('INVALID_INPUT', 'The words for those who do not see the picture (alt) have at most 500 letters.')
    const bytes = await readPicture(request)
    const text = JSON.stringify(await inTurn(() => addPicture(parts, decodeURIComponent(productId), bytes, alt)))
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
    return true
  }
}

async function readPicture(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => failure('TOO_LARGE', `A picture has at most ${mostBytes / 1024 / 1024} MB. Make it smaller.`)
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Under its name stands this content for ever. */
async function send(files: Files, key: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const stored = await files.get(key)
  if (!stored) throw failure('NOT_FOUND', 'There is no such picture.')
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${stored.etag.slice(0, 32)}"`, 'content-type': stored.contentType }
  const known = request.headers['if-none-match'] === headers.etag
  if (known || request.method === 'HEAD') {
    stored.body.destroy()
    if (!stored.body.closed) await once(stored.body, 'close')
    response.writeHead(known ? 304 : 200, known ? headers : { ...headers, 'content-length': stored.sizeBytes }).end()
    return true
  }
  response.writeHead(200, { ...headers, 'content-length': stored.sizeBytes })
  await pipeline(stored.body, response).catch(() => { response.destroy() })
  return true
}
