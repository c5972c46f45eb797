import type { APIRoute } from 'astro'
import { sitemapIndex, sitemapAnswer } from '../page/sitemap.ts'

/** The list of site maps: one of the shop's shelves, then the goods, a part each ten thousand. */
export const GET: APIRoute = async ({ locals: { clients, site } }) => {
  const { parts } = await clients.catalog.listHandles({ part: 1 })
  return sitemapAnswer(sitemapIndex([`${site}/sitemaps/shelves.xml`, ...Array.from({ length: parts }, (_, at) => `${site}/sitemaps/${at + 1}.xml`)]))
}
