import type { APIRoute } from 'astro'
import { sitemap, sitemapAnswer } from '../../page/sitemap.ts'

export const GET: APIRoute = async ({ locals: { clients, market, site }, params: { part = '' } }) => {
  if (part === 'shelves') {
    const shelves = await clients.catalog.listCategories({ market: market.id })
    return sitemapAnswer(sitemap([{ url: `${site}/` }, { url: `${site}/books` }, ...shelves.filter(({ productCount }) => productCount > 0).map(({ handle }) => ({ url: `${site}/c/${handle}` }))]))
  }
  const at = Number(part)
  if (!Number.isSafeInteger(at) || at < 1) return new Response(null, { status: 404 })
  const { items, parts } = await clients.catalog.listHandles({ part: at })
  if (at > parts) return new Response(null, { status: 404 })
  return sitemapAnswer(sitemap(items.map(({ handle, updatedAt }) => ({ url: `${site}/b/${handle}`, changed: updatedAt }))))
}
