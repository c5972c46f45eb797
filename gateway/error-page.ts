import type { Problem } from './problem.ts'

/** What a browser sees when the gateway itself has to refuse, or when the pages cannot be made. */
export function errorPage({ title, detail, requestId, status }: Problem): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<main><h1>${escape(title)}</h1><p>${escape(detail)}</p><p><a href="/">Back to the shop</a></p><p><small>${status} · ${escape(requestId)}</small></p></main>
</html>
`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
