import type { Page } from 'playwright-core'
import { Visitor } from '../visitor.ts'
import type { BrowserShop } from './open-shop.ts'
import type { Reader } from './reader.ts'

/** Who sits in the back office. */
export const desk = { email: 'desk@octavo.example', password: 'a sentence about parcels', name: 'Dora Desk' }

interface List<Item> { readonly items: readonly Item[] }

/** Leads the operator past the pages of the back office, as far as the shop has something to show on them. */
export async function deskTour(shop: BrowserShop, reader: Reader, at: (name: string, page: Page) => Promise<void>): Promise<void> {
  const { page } = reader
  const visitor = new Visitor(shop)
  await reader.go('/back-office/')
  await page.getByLabel('Email').waitFor()
  await at('desk-sign-in', page)
  await enterDesk(reader)
  const { items: [product] } = await visitor.want<List<{ handle: string }>>(200, 'GET', '/api/products?limit=1')
  const { items: orders } = await visitor.operator<List<{ id: string; status: string; checkoutId: string }>>('GET', '/orders')
  const delivered = orders.find(({ status }) => status === 'delivered')
  const packed = orders.find(({ status }) => status === 'placed')
  const pages = {
    'desk-orders': '/orders?status=all', 'desk-order': `/orders/${packed?.id}`, 'desk-order-tracked': `/orders/${delivered?.id}`, 'desk-invoices': '/invoices', 'desk-disputes': '/disputes?all=yes', 'desk-imports': '/imports',
    'desk-pictures': `/pictures?product=${product?.handle}`, 'desk-queries': '/queries', 'desk-rules': '/search-rules?kind=synonym', 'desk-explain': '/explain?q=the+sea', 'desk-index': '/search-index', 'desk-audit': '/audit', 'desk-checkouts': '/sagas?status=completed', 'desk-checkout': `/sagas/${packed?.checkoutId}`, 'desk-parked': '/parked-events',
  }
  for (const [name, path] of Object.entries(pages)) {
    await reader.go(`/back-office${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await at(name, page)
  }
}

/** Signs in and stands before the orders. */
export async function enterDesk(reader: Reader): Promise<void> {
  const { page } = reader
  await reader.go('/back-office/')
  await page.getByLabel('Email').fill(desk.email)
  await page.getByLabel('Password', { exact: true }).fill(desk.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor()
}
