import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { ImportRecord, Product } from '@octavo/catalog/contract'
import type { Order } from '@octavo/orders/contract'
import type { Payment } from '@octavo/payments/contract'
import type { Shipment } from '@octavo/shipping/contract'
import { eventually } from './eventually.ts'
import { Visitor, type Stage } from './visitor.ts'

interface List<Item> { readonly items: readonly Item[] }

const isbn = '9781999000257'
const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const compact = (day: string): string => day.replaceAll('-', '')

/** What the publisher says of one edition. */
const told = ({ notice, status, publishedOn, supply, text }: { notice: string; status: string; publishedOn: string; supply: string; text: string }): string => `<?xml version="1.0" encoding="UTF-8"?>
<ONIXMessage release="3.1" xmlns="http://ns.editeur.org/onix/3.1/reference"><Header><Sender><SenderName>Harbour Press</SenderName></Sender><SentDateTime>20261101</SentDateTime></Header>
<Product><RecordReference>harbour.announced</RecordReference><NotificationType>${notice}</NotificationType><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductComposition>00</ProductComposition><ProductForm>BB</ProductForm><Measure><MeasureType>08</MeasureType><Measurement>480</Measurement><MeasureUnitCode>gr</MeasureUnitCode></Measure>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>The Isle of the Cross</TitleText></TitleElement></TitleDetail>
<Contributor><SequenceNumber>1</SequenceNumber><ContributorRole>A01</ContributorRole><PersonName>Herman Melville</PersonName></Contributor><Language><LanguageRole>01</LanguageRole><LanguageCode>eng</LanguageCode></Language></DescriptiveDetail>
<CollateralDetail><TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience><Text>${text}</Text></TextContent></CollateralDetail>
<PublishingDetail><PublishingStatus>${status}</PublishingStatus><PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>${compact(publishedOn)}</Date></PublishingDate></PublishingDetail>
<ProductSupply><SupplyDetail><Supplier><SupplierRole>01</SupplierRole><SupplierName>Harbour Distribution</SupplierName></Supplier>${supply}<Price><PriceType>02</PriceType><PriceAmount>24.00</PriceAmount><CurrencyCode>GBP</CurrencyCode></Price></SupplyDetail></ProductSupply></Product></ONIXMessage>`

/**
 * A book's way from its publisher's announcement to the reader: ordered before it is out, the card kept and not charged; then it is out,
 * copies come and go to those they were promised to, and the money is taken as the parcel leaves.
 */
export async function announcedBook(stage: Stage): Promise<void> {
  const visitor = new Visitor(stage)
  const out = dayAfter(40)
  const supplied = dayAfter(36)
  await bringIn(visitor, told({ notice: '02', status: '02', publishedOn: out, text: 'Announced.', supply: `<ProductAvailability>10</ProductAvailability><SupplyDate><SupplyDateRole>08</SupplyDateRole><Date>${compact(supplied)}</Date></SupplyDate>` }))
  const announced = await offerNow(visitor)
  assert.deepEqual([announced.publishedOn, announced.offer.availability, announced.offer.price], [out, 'preorder', { amountMinor: 2400, currency: 'GBP' }])
  assert.equal((await visitor.want<List<unknown>>(200, 'GET', `/api/products?identifier=isbn13:${isbn}`)).items.length, 1)

  const [order, second] = [await visitor.buy({ offerId: announced.offer.id }), await new Visitor(stage).buy({ offerId: announced.offer.id, quantity: 2 })]
  assert.equal(order.promised, true)
  assert.deepEqual(await moneyOf(visitor, order), ['card_saved', 0])
  assert.deepEqual([await stockOf(visitor, announced.offer.id), await promisedOf(visitor, announced.offer.id)], [{ onHand: 0, reserved: 0, available: 0 }, 3])

  const today = dayAfter(0)
  await bringIn(visitor, told({ notice: '03', status: '04', publishedOn: today, text: 'Out today.', supply: '<ProductAvailability>21</ProductAvailability>' }))
  const published = await eventually(() => offerNow(visitor), ({ publishedOn }) => publishedOn === today)
  assert.equal(published.offer.id, announced.offer.id, 'the same offer, so that what was promised is what comes')
  assert.deepEqual(await moneyOf(visitor, order), ['card_saved', 0], 'being out charges nobody')

  await visitor.operator('POST', `/stock/${announced.offer.id}`, { change: 10, reason: 'the delivery from Harbour Distribution' })
  await eventually(() => offerNow(visitor), ({ offer }) => offer.availability === 'in_stock')
  assert.deepEqual([await stockOf(visitor, announced.offer.id), await promisedOf(visitor, announced.offer.id)], [{ onHand: 10, reserved: 3, available: 7 }, 0])

  for (const [one, left] of [[order, { onHand: 9, reserved: 2, available: 7 }], [second, { onHand: 7, reserved: 0, available: 7 }]] as const) {
    const { items: [parcel] } = await eventually(() => visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${one.id}`), ({ items }) => items.length === 1)
    await visitor.operator('POST', `/shipments/${parcel?.id}/dispatch`, {})
    await eventually(() => moneyOf(visitor, one), ([status]) => status === 'captured')
    assert.deepEqual(await moneyOf(visitor, one), ['captured', one.total.amountMinor])
    await eventually(() => stockOf(visitor, announced.offer.id), (stock) => JSON.stringify(stock) === JSON.stringify(left))
  }
  assert.equal((await eventually(() => visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`), ({ status }) => status === 'dispatched')).paymentRefused, false)
}

/** Uploaded packed, as feeds come, and read by the shop itself. */
async function bringIn(visitor: Visitor, message: string): Promise<void> {
  const answer = await fetch(new URL('/api/operator/imports/uploads?format=onix&file=harbour.xml.gz', visitor.stage.url), { method: 'POST', body: gzipSync(message), headers: { authorization: `Bearer ${visitor.stage.operatorToken}` } })
  assert.equal(answer.status, 202)
  const { id } = await answer.json() as { id: string }
  const record = await eventually(async () => (await visitor.operator<List<ImportRecord>>('GET', '/imports')).items.find((one) => one.id === id), (one) => one !== undefined && one.status !== 'running')
  assert.deepEqual([record?.status, (record?.created ?? 0) + (record?.updated ?? 0), record?.rejected, record?.failure], ['completed', 1, 0, null])
}

async function offerNow(visitor: Visitor) {
  const { items: [card] } = await visitor.want<List<{ id: string }>>(200, 'GET', `/api/products?identifier=isbn13:${isbn}`)
  const { variants: [variant] } = await visitor.want<Product>(200, 'GET', `/api/products/${card?.id}`)
  return { publishedOn: variant?.publishedOn, offer: variant?.offers[0] ?? assert.fail('it is offered') }
}

async function stockOf(visitor: Visitor, offerId: string) {
  const { onHand, reserved, available } = await visitor.operator<{ onHand: number; reserved: number; available: number }>('GET', `/stock/${offerId}`)
  return { onHand, reserved, available }
}

/** Units that are waited for. */
async function promisedOf(visitor: Visitor, offerId: string): Promise<number> {
  const { items } = await visitor.operator<List<{ promisedUnits: number }>>('GET', `/reservations?offerId=${offerId}`)
  return items.reduce((sum, { promisedUnits }) => sum + promisedUnits, 0)
}

async function moneyOf(visitor: Visitor, { id }: Order): Promise<[status: string | undefined, captured: number | undefined]> {
  const { items: [payment] } = await visitor.operator<List<Payment>>('GET', `/payments?orderId=${id}`)
  return [payment?.status, payment?.captured.amountMinor]
}
