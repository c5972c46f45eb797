import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { matches } from './edge-cache.ts'
import { contentSecurityPolicy, pageHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'

const prefix = '/back-office'

export interface BackOffice {
  /** False where the path is not its own. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>
}

/**
 * The operator's site, a bundle that knows nothing: whoever is no operator sees where to sign in, and all it shows it asks of the API as
 * whoever is signed in. Every path below its own that is no file is the one page.
 */
export async function backOffice(folder: string): Promise<BackOffice> {
  const files = await staticFiles(folder, { prefix, lasting: `${prefix}/assets/` })
  const page = await readFile(join(folder, 'index.html'))
  const etag = `"${createHash('sha1').update(page).digest('base64url')}"`
  const headers = { ...pageHeaders(contentSecurityPolicy({ scriptHashes: [], cardOrigin: null, stripeFields: false })), 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8', etag }
  return {
    async serve(request, response, path) {
      if (path !== prefix && !path.startsWith(`${prefix}/`)) return false
      if (path !== `${prefix}/index.html` && await files.serve(request, response, path)) return true
      if (matches(request.headers['if-none-match'], etag)) { response.writeHead(304, headers).end(); return true }
      response.writeHead(200, { ...headers, 'content-length': page.length }).end(request.method === 'HEAD' ? undefined : page)
      return true
    },
  }
}
