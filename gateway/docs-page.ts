import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ServerResponse } from 'node:http'

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Octavo API</title>
<script type="module" src="/api/docs/reader.js"></script></head>
<body><rapi-doc spec-url="/api/openapi.json" render-style="read" theme="light" show-header="false" allow-authentication="false" allow-server-selection="false" load-fonts="false" schema-style="table" primary-color="#bf2d18" bg-color="#f3f6f8" text-color="#12202f"></rapi-doc>
<noscript>The same as a document for machines: <a href="/api/openapi.json">openapi.json</a></noscript></body></html>
`
/** The reader styles its own shadow tree in place; scripts still come only from here. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
let reader: Promise<Buffer> | undefined

/** The API's documents: readable pages at `/api/docs`, with their reader. False when the path is neither. */
export async function docsPage(path: string, response: ServerResponse): Promise<boolean> {
  if (path === '/api/docs' || path === '/api/docs/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'public, max-age=300' }).end(page)
    return true
  }
  if (path === '/api/docs/reader.js') {
    reader ??= readFile(createRequire(import.meta.url).resolve('rapidoc'))
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=86400' }).end(await reader)
    return true
  }
  return false
}
