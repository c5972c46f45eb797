import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ServerResponse } from 'node:http'
import { failures } from '@octavo/failure'
import { chooseEncoding, compress } from '../compression.ts'
import { problemAnchor, problemTitle } from '../problem.ts'

const problems = Object.entries(failures).map(([code, { status, message }]) =>
  `<section id="${problemAnchor(code)}"><h3><a href="#${problemAnchor(code)}">${problemTitle(code)}</a></h3><p><code>${code}</code> · ${status}</p><p>${message}</p></section>`).join('\n')

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Octavo API</title><link rel="icon" href="/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><link rel="stylesheet" href="/api/docs/page.css"></head>
<body>
<nav><a href="/">The shop</a> <a href="#operations">Operations</a> <a href="#problems">Problems</a> <a href="/api/openapi.json">openapi.json</a></nav>
<main>
<div id="operations"></div>
<noscript><p>The operations are read with scripts; the same for machines is <a href="/api/openapi.json">openapi.json</a>.</p></noscript>
<article id="problems"><h2>Problems</h2>
<p>Every refusal is a problem document whose <code>type</code> leads here. Decide by <code>code</code>; show people <code>detail</code>, which is often more exact than the words below.</p>
${problems}
</article>
</main>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/begin.js"></script></body></html>
`
/** The operations take their room after the page has come: what the address points at is kept in sight until the reader moves. */
const begin = `const named = /^#[a-z-]+$/.test(location.hash) && document.querySelector('main ' + location.hash)
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#operations', deepLinking: !named, docExpansion: 'list', defaultModelsExpandDepth: 0, supportedSubmitMethods: [] })
if (named) {
  const growing = new ResizeObserver(() => named.scrollIntoView())
  growing.observe(document.getElementById('operations'))
  for (const moved of ['wheel', 'pointerdown', 'keydown', 'touchstart']) addEventListener(moved, () => growing.disconnect(), { once: true, passive: true })
}
`
const style = `body { margin: 0; background: #fff; color: #222; font: 1rem/1.5 system-ui, sans-serif }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: .75rem 1.25rem; border-bottom: 1px solid #ccc }
nav a, #problems a { color: #0b57a4 }
.swagger-ui .opblock .opblock-summary-description { overflow-wrap: anywhere }
#problems { max-width: 1420px; margin: 0 auto; padding: 1rem 1.25rem 6rem; box-sizing: border-box }
#problems h3 { margin: 0; font-size: 1.0625rem }
#problems section { padding: .75rem; border-top: 1px solid #ddd; scroll-margin-top: 1rem }
#problems section:target { background: #fff6d6 }
#problems section p { margin: .25rem 0 }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
@media (max-width: 40rem) {
  .swagger-ui .wrapper { padding: 0 .75rem }
  .swagger-ui .opblock-body { overflow-x: auto }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; flex-basis: 60% }
}
`
/** Scripts and styles come from here; the reader sets style attributes of its own and draws its icons in place. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

interface File { readonly type: string; readonly lastsSeconds: number; readonly read: () => Promise<Buffer> }
const library = (name: string) => () => readFile(join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name))
const html: File = { type: 'text/html; charset=utf-8', lastsSeconds: 300, read: async () => Buffer.from(page) }
const files: Readonly<Record<string, File>> = {
  '/api/docs': html,
  '/api/docs/': html,
  '/api/docs/page.css': { type: 'text/css; charset=utf-8', lastsSeconds: 300, read: async () => Buffer.from(style) },
  '/api/docs/begin.js': { type: 'text/javascript; charset=utf-8', lastsSeconds: 300, read: async () => Buffer.from(begin) },
  '/api/docs/swagger-ui.css': { type: 'text/css; charset=utf-8', lastsSeconds: 86_400, read: library('swagger-ui.css') },
  '/api/docs/swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8', lastsSeconds: 86_400, read: library('swagger-ui-bundle.js') },
}
const made = new Map<string, Promise<Buffer>>()

/** The API's documents as readable pages at `/api/docs`, with their reader's files below it. False when the path is none of them. */
export async function docsPage(path: string, accepts: string | undefined, response: ServerResponse): Promise<boolean> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined
  if (!file) return false
  const encoding = chooseEncoding(accepts)
  const known = made.get(`${encoding} ${path}`)
  const bytes = known ?? file.read().then((body) => compress(body, encoding, { lasting: true }))
  if (!known) made.set(`${encoding} ${path}`, bytes)
  response.writeHead(200, {
    'content-type': file.type, 'cache-control': `public, max-age=${file.lastsSeconds}`, vary: 'accept-encoding', 'content-length': (await bytes).length,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }), ...(file === html && { 'content-security-policy': policy }),
  })
  response.end(await bytes)
  return true
}
