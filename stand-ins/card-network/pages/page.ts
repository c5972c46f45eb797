import type { Answer } from '../server.ts'

export interface PageOptions {
  /** Of its words; English when not said. */
  language?: string
  status?: number
  /** Who may show the page in a frame. */
  ancestors?: readonly string[]
  /** Where a form's answer may lead, beside this origin: browsers hold redirects to this too. */
  leadsTo?: readonly string[]
  /** Adds the frame's script, and calls to this origin. */
  script?: boolean
}

/** A page with its policies. It shows card fields or a bank's question, so nothing but this origin's own files runs or paints. */
export function page(title: string, body: string, { language = 'en', status = 200, ancestors = [], leadsTo = [], script = false }: PageOptions = {}): Answer {
  const policy = [
    `default-src 'none'`, `style-src 'self'`, `base-uri 'none'`, ...(script ? [`script-src 'self'`, `connect-src 'self'`] : []),
    `form-action ${["'self'", ...leadsTo].join(' ')}`, `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ].join('; ')
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      // Forms must carry this origin, which `no-referrer` would hide.
      'referrer-policy': 'same-origin',
    },
    body: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/pages.css">${script ? '<script src="/frame.js" defer></script>' : ''}</head>
${body}</html>
`,
  }
}

export function seeOther(location: string): Answer {
  return { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }, body: '' }
}

/** One sentence in place of a page. */
export function notice(status: number, title: string, sentence: string, language = 'en'): Answer {
  return page(title, `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></main></body>`, { status, language })
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
