import type { Asker } from '@octavo/search/contract'
import { isId } from '@octavo/ids'
import type { Exchange } from './exchange.ts'
import { insightCookie } from './pages.ts'

/** By these words crawlers, monitors and scripts name themselves; who hides behind a browser's name is not found out. */
const robots = /bot\b|bot[/;-]|crawl|spider|slurp|headless|lighthouse|preview|monitor|fetcher|scrap|curl|wget|python|java\/|go-http|okhttp|libwww/i

/**
 * What search may note of who asks: whether it is a robot, and the id of a browser whose owner agreed. Global Privacy Control, a
 * header that browsers send for those who want nothing noted anywhere, stands above what was agreed to once.
 */
export function askerOf({ request, cookies }: Pick<Exchange, 'request' | 'cookies'>): Asker {
  const robot = robots.test(request.headers['user-agent'] ?? '')
  const clientId = cookies.get(insightCookie)
  return { robot, ...(!robot && clientId !== undefined && isId('cli', clientId) && !objects(request.headers) && { clientId }) }
}

export const objects = (headers: NodeJS.Dict<string | string[]>): boolean => headers['sec-gpc'] === '1'
