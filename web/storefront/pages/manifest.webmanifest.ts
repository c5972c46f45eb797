import type { APIRoute } from 'astro'
import { keepAtEdge } from '../page/edge.ts'

const daySeconds = 86_400
const [paper, ink] = ['#f3f6f8', '#12202f']

/** What a telephone needs to know to keep the shop among its programs. */
export const GET: APIRoute = ({ locals: { view: { t, link, locale } } }) => {
  const headers = new Headers({ 'content-type': 'application/manifest+json' })
  keepAtEdge(headers, daySeconds, ['manifest'])
  const icon = (file: string, size: number, purpose = 'any') => ({ src: `/icons/${file}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose })
  return new Response(JSON.stringify({
    id: '/', start_url: link('/'), scope: '/', name: t.shop.title, short_name: t.shop.name, description: t.shop.installed, lang: locale, dir: 'ltr', display: 'standalone', background_color: paper, theme_color: ink,
    icons: [icon('192', 192), icon('512', 512), icon('maskable-512', 512, 'maskable')],
    shortcuts: [{ name: t.shop.basket, url: link('/cart') }, { name: t.shop.orders, url: link('/orders') }],
  }), { headers })
}
