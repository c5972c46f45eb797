import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { chooseEncoding, compress, isCompressible, type Encoding } from './compression.ts'
import { matches } from './edge-cache.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.ico': 'image/x-icon', '.map': 'application/json',
}

interface File { readonly body: Buffer; readonly type: string; readonly etag: string; readonly lasting: boolean; readonly encoded: Map<Encoding, Buffer> }

export interface StaticFiles {
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>
}

export interface StaticOptions {
  /** What stands before the files' paths in addresses. */
  readonly prefix?: string
  /** Below this, names carry their content's hash. */
  readonly lasting?: string
}

/** A built site's files, read once and compressed once. Files whose name carries their content's hash are kept for ever by browsers. */
export async function staticFiles(folder: string, { prefix = '', lasting = '/_astro/' }: StaticOptions = {}): Promise<StaticFiles> {
  const files = new Map<string, File>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = `${prefix}/${relative(folder, path).split(sep).join('/')}`
    const body = await readFile(path)
    files.set(name, { body, type: types[extname(name)] ?? 'application/octet-stream', etag: `"${createHash('sha1').update(body).digest('base64url')}"`, lasting: name.startsWith(lasting), encoded: new Map() })
  }
  return {
    async serve(request, response, path) {
      const file = files.get(path)
      if (!file) return false
      const encoding = isCompressible(file.type, file.body.length) ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
      let body = file.encoded.get(encoding)
      if (!body) {
        body = await compress(file.body, encoding, { lasting: true })
        file.encoded.set(encoding, body)
      }
      const headers = {
        'content-type': file.type, etag: file.etag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff',
        'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      }
      if (matches(request.headers['if-none-match'], file.etag)) { response.writeHead(304, headers).end(); return true }
      response.writeHead(200, { ...headers, 'content-length': body.length })
      response.end(request.method === 'HEAD' ? undefined : body)
      return true
    },
  }
}
