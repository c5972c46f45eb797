import { readFileSync } from 'node:fs'
import type { Network } from '../network.ts'
import { ApiError } from '../protocol/errors.ts'
import type { Answer, Asked } from '../server.ts'
import { cardPage } from './card-page.ts'
import { challengePage } from './challenge-page.ts'
import { framePage, tokenise } from './frame.ts'
import { notice } from './page.ts'

/** The pages that shoppers see: card entry and 3-D Secure. */
export function pagesDesk(network: Network, allowed: ReadonlySet<string>) {
  const files: Readonly<Record<string, Answer>> = {
    '/pages.css': file('pages.css', 'text/css; charset=utf-8'),
    '/frame.js': file('frame.js', 'text/javascript; charset=utf-8'),
  }
  return (asked: Asked): Answer => {
    if (asked.method === 'POST' && isForeign(asked)) return notice(403, 'Not from here', 'Forms of this server are sent from its own pages only.')
    try {
      return files[asked.path] ?? answer(asked)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return notice(error.status, 'That did not work', error.message)
    }
  }

  function answer(asked: Asked): Answer {
    const { method, path } = asked
    const challenge = /^\/3ds\/(\w+)$/.exec(path)?.[1]
    if (method !== 'GET' && method !== 'POST') return notice(405, 'Not possible', 'Pages are read and forms are sent.')
    if (challenge !== undefined) return challengePage(network, asked, challenge)
    if (path === '/card') return cardPage(network, asked, allowed)
    if (path === '/frame' && method === 'GET') return framePage(asked, allowed)
    if (path === '/frame/payment_methods' && method === 'POST') return tokenise(network, asked)
    return notice(404, 'Nothing here', 'This is the stand-in card network of a demonstration or a test.')
  }
}

/** A form sent by another site's page. */
function isForeign({ headers }: Asked): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`
}

function file(name: string, type: string): Answer {
  const body = readFileSync(new URL(name, import.meta.url), 'utf8')
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }, body }
}
