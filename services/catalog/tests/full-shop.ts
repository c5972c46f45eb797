import assert from 'node:assert/strict'
import { categories, products, sellers as demoSellers } from '@octavo/demo-shop'
import { money } from '@octavo/money'
import { houseSellerId } from '@octavo/sellers/contract'
import { alternative, message, price, record } from '../import/onix/tests/messages.ts'
import { openRawDoor, type File } from './raw-door.ts'
import { openShop, unhurried } from './shop.ts'

const house = { id: houseSellerId, handle: 'house', name: 'Octavo', about: '', standing: 'good' as const, house: true }
const known = [house, ...demoSellers.map(({ handle, name }, at) => ({ id: `sel_${at}`, handle, name, about: '', standing: 'good' as const, house: false }))]
const sellers = { getSellers: async ({ idsOrHandles }: { idsOrHandles: readonly string[] }) => known.filter(({ id, handle }) => idsOrHandles.includes(id) || idsOrHandles.includes(handle)) }
/** An empty shop that knows the demo's sellers, and its door. */
export const openEmptyShop = async () => { const shop = await openShop({ sellers }); return { ...shop, door: await openRawDoor(shop.service.raw) } }

/** A shop with something from every source, and what is hard to carry. */
export async function fullShop() {
  const shop = await openEmptyShop()
  await shop.client({ kind: 'operator' }).putCategories(categories.map(({ handle, name, parent }) => ({ handle, name, ...(parent !== undefined && { parent }) })))
  const { outcomes } = await shop.client({ kind: 'operator' }).putProducts({ source: 'demo-shop', drafts: products.filter((_, at) => at % 3 === 0) }, unhurried())
  assert.deepEqual(outcomes.filter(({ outcome }) => outcome !== 'created'), [])
  const onix = message(
    record({ reference: 'p', related: alternative('9780393089059'), publishing: '<SalesRights><SalesRightsType>01</SalesRightsType><Territory><RegionsIncluded>WORLD</RegionsIncluded><CountriesExcluded>US CA</CountriesExcluded></Territory></SalesRights>' }),
    record({ reference: 'h', isbn: '9780393089059', form: 'BB', supply: price('GBP', '25.00') + price('EUR', '29.90') }),
    record({ reference: 'gone', isbn: '9780140449136', title: 'Gone', related: '' }), '<Product><RecordReference>gone</RecordReference><NotificationType>05</NotificationType></Product>')
  const goodbooks = 'book_id,work_id,isbn,isbn13,authors,original_publication_year,original_title,title,language_code,average_rating,ratings_count,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5\n'
    + '1,2792775,439023483,9.78043902348e+12,Suzanne Collins,2008.0,The Hunger Games,"The Hunger Games (The Hunger Games, #1)",eng,4.34,100,1,2,3,4,5\n'
    + '2,3,,,"Homer, Bernard Knox",-720.0,Ὀδύσσεια,"The Odyssey; or, ""Home"" | again",ara,3.73,200,5,4,3,2,1\n'
  const esci = [
    { asin: 'B000FA64PK', title: 'Lamp  with two blanks, "bright"', description: 'One.\nTwo & three <4>', bullet_points: 'Cord\nBulb', brand: 'Lumo; Co', color: ' red | white ', price: 19.99, category: ['Home', 'Lighting & Lamps'], rating: 4.5, rating_count: 12, is_book: false },
    { asin: '0140449132', title: 'A book without a price', category: ['Books'], is_book: true },
  ].map((one) => JSON.stringify(one)).join('\n')
  const files: readonly File[] = [{ format: 'onix', text: onix }, { format: 'goodbooks', text: goodbooks, options: { prices: [money(999, 'GBP'), money(1450, 'JPY')], stock: 7 } }, { format: 'esci', text: esci, options: { stock: 3 } }]
  for (const file of files) {
    const { rejects, ended } = await shop.door.bring(file)
    assert.deepEqual([rejects, ended?.type], [[], 'done'])
  }
  await shop.settled()
  return shop
}
