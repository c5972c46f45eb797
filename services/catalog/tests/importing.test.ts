import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import type { ImportOptions } from '../http.ts'
import { openRawDoor } from './raw-door.ts'
import { openShop } from './shop.ts'

const shop = await openShop()
const door = await openRawDoor(shop.service.raw)
const csv = (text: string, options: ImportOptions = {}) => ({ format: 'csv' as const, text, options })
const totals = (ended: object | undefined) => {
  assert.ok(ended && 'read' in ended, JSON.stringify(ended))
  const { read, created, updated, unchanged, rejected } = ended as Record<string, number>
  return { read, created, updated, unchanged, rejected }
}
const page = (handle: string) => shop.shop.getProduct({ idOrHandle: handle })

test('a line of a table becomes a product with all that its columns say', async () => {
  const { ended } = await door.bring(csv([
    'key,title,subtitle,authors,translators,series,series_position,isbn13,format,publisher,published_on,pages,language,description,bisac,thema,keywords,price_gbp,price_eur,stock,weight_grams,rating_average,rating_count,attribute_binding',
    'odyssey,The Odyssey,A new translation,Homer,Emily Wilson; A. N. Other,Epics,1,978-0-14-044913-6,paperback,Penguin,2003-01-30,541,en,"One.\n\nTwo & three.",POE014000,DCA,epic; sea,9.99,12,7,420,4.2,1000,glued',
  ].join('\n')))
  assert.deepEqual(totals(ended), { read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 })
  const product = await page('the-odyssey')
  assert.deepEqual(product.contributors.map(({ name, role }) => [name, role]), [['Homer', 'author'], ['Emily Wilson', 'translator'], ['A. N. Other', 'translator']])
  assert.deepEqual(product.series.map(({ name, position }) => [name, position]), [['Epics', '1']])
  assert.deepEqual(product.subjects.map(({ scheme, code }) => `${scheme}:${code}`), ['bisac:POE014000', 'thema:DCA', 'keyword:epic', 'keyword:sea'])
  assert.equal(product.descriptionHtml, '<p>One.</p><p>Two &amp; three.</p>')
  assert.deepEqual(product.attributes, { binding: 'glued' })
  const [variant] = product.variants
  assert.deepEqual(variant?.identifiers, [{ scheme: 'isbn13', value: '9780140449136' }])
  assert.deepEqual([variant.pages, variant.publisher, variant.publishedOn, variant.weightGrams], [541, 'Penguin', '2003-01-30', 420])
  assert.deepEqual(variant.offers.map(({ price, condition }) => [price, condition]), [[money(999, 'GBP'), 'new']])
  assert.deepEqual((await shop.shop.getProduct({ idOrHandle: 'the-odyssey', market: 'de' })).variants[0]?.offers[0]?.price, money(1200, 'EUR'))
  const [offer] = await shop.shop.getOffers({ offerIds: [variant.offers[0]!.id] })
  const [level] = await shop.inventory.getLevels({ stockItemIds: [offer!.stockItemId!] })
  assert.equal(level?.onHand, 7)
})

test('lines that name one product are its editions and offers', async () => {
  await door.bring(csv('product,key,title,format,condition,price_gbp,stock\nemma,e1,Emma,paperback,new,8.50,3\nemma,e1,Emma,paperback,used good,4,1\nemma,e2,Emma,hardback,new,20,2\nother,o,Persuasion,paperback,new,7,1\n'))
  const { variants } = await page('emma')
  assert.deepEqual(variants.map(({ format, offers }) => [format, offers.map(({ price, condition }) => `${condition} ${price.amountMinor}`)]), [['paperback', ['used_good 400', 'new 850']], ['hardback', ['new 2000']]])
})

test('a mapping file brings in a table with headers, words and an encoding of its own', async () => {
  const text = 'Nummer;Titel;Autor;Einband;Preis;Intern\n1;Faust;Goethe|Schiller;TB;9,80;geheim\n'
  const mapping = { source: 'verlag', columns: { Nummer: 'key', Titel: 'title', Autor: 'authors', Einband: 'format', Preis: 'price_eur', Intern: null }, values: { format: { TB: 'paperback' } }, constants: { language: 'de', stock: '4' }, listSeparator: '|' }
  const { ended } = await door.bring(csv(text, { mapping }))
  assert.equal(totals(ended).created, 1)
  const faust = await shop.shop.getProduct({ idOrHandle: 'faust', market: 'de' })
  assert.deepEqual([faust.language, faust.contributors.map(({ name }) => name), faust.variants[0]?.format, faust.variants[0]?.offers[0]?.price], ['de', ['Goethe', 'Schiller'], 'paperback', money(980, 'EUR')])
})

test('a bad line is told with its line, its identity and a reason, and the rest comes in', async () => {
  const { ended, rejects } = await door.bring(csv([
    'key,title,isbn13,price_gbp,published_on',
    'a,Good one,,5,',
    'b,Wrong number,9780140449137,5,',
    'c,Wrong price,,five,',
    'd,,,5,',
    'e,Wrong day,,5,soon',
    'f,Too,many,fields,5,6,7',
    'g,"Never closed,,5,',
    'h,Good two,,5,',
  ].join('\n')))
  assert.deepEqual(totals(ended), { read: 8, created: 2, updated: 0, unchanged: 0, rejected: 6 })
  assert.deepEqual(rejects.map(({ line, identity }) => `${line} ${identity}`), ['3 b', '4 c', '5 d', '6 e', '7 ', '8 '])
  for (const [n, reason] of [/digits do not fit its check digit/, /"five" is no price/, /title is missing/, /published_on is "soon"/, /has 7 fields, the first line 5/, /quotation mark is not closed/].entries()) assert.match(rejects[n]?.reason ?? '', reason)
})

test('prices and stock given for the whole file stand in where it has none; without a price a product is shown and not for sale', async () => {
  await door.bring(csv('key,title,price_gbp,stock\np1,Own price,3,1\np2,No price,,\n', { prices: [money(999, 'GBP')], stock: 20 }))
  await door.bring(csv('key,title\np3,Not for sale\n'))
  await door.bring(csv('key,title,terms\np4,For Britain alone,GBP 7.99|||GB\n', { prices: [money(999, 'GBP'), money(1099, 'EUR')] }))
  const markets = await Promise.all(['gb', 'de'].map(async (market) => (await shop.shop.getProduct({ idOrHandle: 'for-britain-alone', market })).variants[0]?.offers.map(({ price }) => price)))
  assert.deepEqual(markets, [[money(799, 'GBP')], []])
  assert.deepEqual((await page('own-price')).variants[0]?.offers[0]?.price, money(300, 'GBP'))
  const offer = (await page('no-price')).variants[0]?.offers[0]
  assert.deepEqual(offer?.price, money(999, 'GBP'))
  const [sold] = await shop.shop.getOffers({ offerIds: [offer.id] })
  assert.equal((await shop.inventory.getLevels({ stockItemIds: [sold!.stockItemId!] }))[0]?.onHand, 20)
  assert.deepEqual((await page('not-for-sale')).variants[0]?.offers, [])
  assert.ok((await shop.shop.listProducts({ limit: 100 })).items.some(({ handle, price }) => handle === 'not-for-sale' && price === null))
})

test('the same file again changes nothing and tells nobody; a changed line changes its product alone', async () => {
  const text = 'key,title,price_gbp\n' + Array.from({ length: 50 }, (_, n) => `again${n},Again ${n},4`).join('\n')
  await door.bring(csv(text))
  await shop.settled()
  const before = shop.told.length
  assert.deepEqual(totals((await door.bring(csv(text))).ended), { read: 50, created: 0, updated: 0, unchanged: 50, rejected: 0 })
  await shop.settled()
  assert.equal(shop.told.length, before)
  assert.deepEqual(totals((await door.bring(csv(text.replace('Again 7,4', 'Again 7,5')))).ended), { read: 50, created: 0, updated: 1, unchanged: 49, rejected: 0 })
})

test('an import that was stopped goes on where it stood, and counts on', async () => {
  const file = csv('key,title,price_gbp\n' + Array.from({ length: 300 }, (_, n) => `stop${n},Stopped ${n},4`).join('\n'))
  const first = await door.bring(file, { most: 3000 })
  assert.equal(first.ended?.type, 'part')
  const second = await door.bring(file)
  assert.ok(second.opened.position > 2900 && second.opened.position <= 3000)
  assert.equal(second.opened.read, totals(first.ended).read)
  assert.deepEqual(totals(second.ended), { read: 300, created: 300, updated: 0, unchanged: 0, rejected: 0 })
  assert.deepEqual((await shop.shop.listImports({ limit: 1 })).items.map(({ status, read }) => [status, read]), [['completed', 300]])
})

test('when the line breaks, what had been told is kept and the rest comes in once', async () => {
  const file = csv('key,title,price_gbp\n' + Array.from({ length: 5000 }, (_, n) => `broken${n},Broken ${n},4`).join('\n'))
  await door.breakOff(file, Math.floor(file.text.length * 0.9))
  const { opened, ended } = await resumed(file)
  assert.ok(opened.read >= 1000, `${opened.read} were noted`)
  assert.equal(totals(ended).read, 5000)
  const [{ count }] = await shop.database.rows<{ count: number }>(`select count(*)::int as count from product where source = 'csv' and key like 'broken%'`) as [{ count: number }]
  assert.equal(count, 5000)
})

test('bytes of another place than where an import stands are refused, so that two who send the same file do not count twice', async () => {
  const file = csv('key,title,price_gbp\nplace1,Place 1,4\nplace2,Place 2,4\n')
  assert.equal(await door.refusal(file, 20), 'CONFLICT')
  assert.equal(totals((await door.bring(file)).ended).created, 2)
})

test('whoever is no operator brings nothing in and sees no imports', async () => {
  const guests = await openRawDoor(shop.service.raw, { kind: 'guest', guestId: 'gst_1' })
  await assert.rejects(guests.open(csv('key,title\nx,X\n')), (error) => (error as { code?: string }).code === 'SIGN_IN_REQUIRED')
  await assert.rejects(shop.client({ kind: 'guest', guestId: 'gst_1' }).listImports({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
})

test('a file without the columns it needs is refused whole, in words', async () => {
  const { ended } = await door.bring(csv('name,cost\nx,1\n'))
  assert.equal(ended?.type, 'failed')
  assert.match(ended.type === 'failed' ? ended.detail : '', /no column "title".*mapping file/s)
})

const header = 'book_id,goodreads_book_id,best_book_id,work_id,books_count,isbn,isbn13,authors,original_publication_year,original_title,title,language_code,average_rating,ratings_count,work_ratings_count,work_text_reviews_count,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5,image_url,small_image_url'

test('goodbooks: numbers that a spreadsheet broke are mended from each other, series and authors are read out of their cells', async () => {
  const { ended } = await door.bring({ format: 'goodbooks', options: { prices: [money(999, 'GBP')], stock: 20 }, text: [
    header,
    '1,2767052,2767052,2792775,272,439023483,9.78043902348e+12,Suzanne Collins,2008.0,The Hunger Games,"The Hunger Games (The Hunger Games, #1)",eng,4.34,4780653,4942365,155254,66715,127936,560092,1481305,2706317,x,y',
    '2,1,1,1,1,,,"Neil Gaiman, Terry Pratchett",1990.0,,Good Omens,en-US,4.2,10,10,1,1,1,2,3,3,x,y',
    '3,1,1,2,1,0140449132,nonsense,Fyodor Dostoyevsky,1866.0,,Crime and Punishment,,4.2,10,10,1,1,1,2,3,3,x,y',
    ',1,1,3,1,,,Nobody,1990.0,,Without a number,eng,4,1,1,1,1,1,1,1,1,x,y',
  ].join('\n') })
  assert.deepEqual(totals(ended), { read: 4, created: 3, updated: 0, unchanged: 0, rejected: 1 })
  const games = await page('the-hunger-games')
  assert.deepEqual(games.series.map(({ name, position }) => [name, position]), [['The Hunger Games', '1']])
  assert.deepEqual(games.variants[0]?.identifiers, [{ scheme: 'isbn13', value: '9780439023481' }])
  assert.deepEqual([games.language, games.firstPublishedYear, games.rating?.histogram?.at(-1)], ['en', 2008, 2706317])
  assert.deepEqual((await page('good-omens')).contributors.map(({ name }) => name), ['Neil Gaiman', 'Terry Pratchett'])
  assert.deepEqual((await shop.shop.listProducts({ identifier: 'isbn13:9780140449136' })).items.map(({ title }) => title).sort(byLetters), ['Crime and Punishment', 'The Odyssey'])
})

const byLetters = (a: string, b: string) => (a < b ? -1 : 1)

/** The shop notices a broken line a moment later. */
async function resumed(file: ReturnType<typeof csv>) {
  for (;;) {
    try { return await door.bring(file) } catch (error) { if ((error as { code?: string }).code !== 'CONFLICT') throw error }
  }
}
