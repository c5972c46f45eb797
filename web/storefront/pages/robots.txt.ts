import type { APIRoute } from 'astro'
import { keepAtEdge } from '../page/edge.ts'

/** What is somebody's own, or of use only to people, is nothing for search engines. */
const closed = ['/account', '/api/', '/cart', '/checkout', '/orders', '/outbox', '/reset', '/sign-in', '/sign-out', '/sign-up']
const daySeconds = 86_400

export const GET: APIRoute = ({ locals }) => {
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8' })
  keepAtEdge(headers, daySeconds, ['robots'])
  return new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${locals.site}/sitemap.xml`, ''].join('\n'), { headers })
}
