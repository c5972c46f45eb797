import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ServerResponse } from 'node:http'

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Octavo API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="reader"></div><noscript>The same as a document for machines: <a href="/api/openapi.json">openapi.json</a></noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/begin.js"></script></body></html>
`
const begin = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reader', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, supportedSubmitMethods: [] })\n"
/** The reader styles its own elements in place; scripts still come only from here. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
const types: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': 'text/javascript; charset=utf-8' }
const read = new Map<string, Promise<Buffer>>()

/** The API's documents as readable pages at `/api/docs`, with their reader's files below it. False when the path is none of them. */
export async function docsPage(path: string, response: ServerResponse): Promise<boolean> {
  if (path === '/api/docs' || path === '/api/docs/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'public, max-age=300' }).end(page)
    return true
  }
  if (path === '/api/docs/begin.js') {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' }).end(begin)
    return true
  }
  const name = path.startsWith('/api/docs/') ? path.slice('/api/docs/'.length) : ''
  const type = types[name]
  if (!type) return false
  const file = read.get(name) ?? readFile(join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name))
  read.set(name, file)
  response.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=86400' }).end(await file)
  return true
}
