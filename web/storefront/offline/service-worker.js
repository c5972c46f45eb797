// Keeps one page a market, and what that page is made of, for when nothing answers. No other page is ever kept, so nothing of
// anybody's own is. VERSION is put in by the build, from everything that was built.
const kept = 'octavo-VERSION'
const offlineIn = (market) => (market ? `/offline?market=${encodeURIComponent(market)}` : '/offline')

self.addEventListener('install', (event) => event.waitUntil(keep()))

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== kept) await caches.delete(name)
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
})()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event, searchParams.get('market')))
  else if (pathname.startsWith('/_astro/') || pathname === '/logo.svg') event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
})

async function page(event, market) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    return (await caches.match(offlineIn(market))) ?? (await caches.match(offlineIn(null))) ?? Response.error()
  }
}

async function keep() {
  const cache = await caches.open(kept)
  const { items } = await (await fetch('/api/markets', { credentials: 'omit' })).json()
  const files = new Set(['/logo.svg'])
  for (const market of [null, ...items.slice(1).map(({ id }) => id)]) {
    const address = offlineIn(market)
    const answer = await fetch(address, { credentials: 'omit', cache: 'reload' })
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    for (const [file] of (await answer.clone().text()).matchAll(/\/_astro\/[\w.-]+\.(?:css|woff2|js)/g)) files.add(file)
    await cache.put(address, answer)
  }
  await cache.addAll([...files])
  await self.skipWaiting()
}
