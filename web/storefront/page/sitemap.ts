import { keepAtEdge } from './edge.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const hourSeconds = 3600

export const sitemapIndex = (urls: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${namespace}">${urls.map((url) => `<sitemap><loc>${escaped(url)}</loc></sitemap>`).join('')}</sitemapindex>\n`

/** Pages of the shop, with the moment of their last change where it is known. */
export const sitemap = (pages: readonly { readonly url: string; readonly changed?: string }[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">${pages.map(({ url, changed }) => `<url><loc>${escaped(url)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`).join('')}</urlset>\n`

/** An hour old at most: site maps are for machines that come by once a day. */
export function sitemapAnswer(xml: string): Response {
  const headers = new Headers({ 'content-type': 'application/xml; charset=utf-8' })
  keepAtEdge(headers, hourSeconds, ['sitemaps'])
  return new Response(xml, { headers })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
