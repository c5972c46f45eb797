import { isFailure } from '@octavo/failure'
import { defineMiddleware } from 'astro:middleware'
import { linkIn } from './page/links.ts'
import { viewOf } from './page/view.ts'

/** Gives each page its view of the market, and turns what a service refuses into the page that helps. */
export const onRequest = defineMiddleware(async ({ locals, url, rewrite, request }, next) => {
  locals.view ??= viewOf(locals.market, locals.markets)
  locals.ids = new Set()
  try {
    return await next()
  } catch (error) {
    if (!isFailure(error)) throw error
    const market = url.searchParams.get('market') ?? ''
    if (error.code === 'SIGN_IN_REQUIRED') return seeOther(linkIn(market, '/sign-in', { next: url.pathname }))
    // A place in a list that no longer exists: the list begins anew.
    if (error.code === 'INVALID_INPUT' && url.searchParams.has('cursor')) return seeOther(linkIn(market, url.pathname, { sort: url.searchParams.get('sort') }))
    if (error.status === 404 || error.status === 422) return new Response(null, { status: 404 })
    locals.trouble = { status: error.status, code: error.code }
    return rewrite(new Request(new URL('/trouble', url), { headers: request.headers }))
  }
})

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })
