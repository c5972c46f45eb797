import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Caller } from '@octavo/caller'
import { isFailure } from '@octavo/failure'
import type { Product } from '../contract.ts'
import { book, openShop, type Shop } from './shop.ts'

type Medium = Product['media'][number]
const operator = { kind: 'operator' } as const
const shop = await openShop()
const desk = shop.client(operator)

/** The catalogue's raw routes behind a door of their own. */
async function openDoor({ service }: Shop): Promise<string> {
  const server = createServer((request, response) => {
    const caller: Caller = request.headers.authorization ? operator : { kind: 'anonymous' }
    void Promise.resolve(service.raw(request, response, { caller, requestId: 'a test' })).then((found) => { if (!found) response.writeHead(404).end() }, (error: unknown) => {
      response.writeHead(isFailure(error) ? error.status : 500).end(JSON.stringify({ code: isFailure(error) ? error.code : 'INTERNAL', detail: String(error) }))
    })
  })
  // Long work of this process would else let a connection's time run out just as the next request takes it.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const door = await openDoor(shop)

const upload = (productId: string, bytes: Uint8Array<ArrayBuffer> | string, alt = '') =>
  fetch(`${door}/products/${productId}/pictures?${new URLSearchParams({ alt }).toString()}`, { method: 'POST', headers: { authorization: 'yes' }, body: bytes })
const uploaded = async (productId: string, bytes: Uint8Array<ArrayBuffer>, alt = ''): Promise<Medium & { id: string }> => {
  const answer = await upload(productId, bytes, alt)
  assert.equal(answer.status, 201, await answer.clone().text())
  return await answer.json() as Medium & { id: string }
}
const refused = async (bytes: Uint8Array<ArrayBuffer> | string): Promise<string> => {
  const answer = await upload(await product('refusing'), bytes)
  const { code, detail } = await answer.json() as { code: string; detail: string }
  assert.equal(code, 'INVALID_INPUT', detail)
  return detail
}
const product = async (key: string): Promise<string> => (await shop.put(book(key)))[0]?.productId as string
const shown = async (idOrHandle: string): Promise<Medium[]> => (await shop.shop.getProduct({ idOrHandle })).media
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
const noise = async (width: number, height: number): Promise<ReturnType<typeof sharp>> => sharp({ create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
const jpeg = async (width: number, height: number): Promise<Uint8Array<ArrayBuffer>> => bytesOf(await (await noise(width, height)).jpeg().toBuffer())

describe('a picture that an operator uploads', () => {
  test('is kept upright in several widths and both formats, and stands on the page and the card as the cover', async () => {
    const id = await product('upright')
    const turned = bytesOf(await (await noise(900, 600)).jpeg().withMetadata({ orientation: 6 }).toBuffer())
    const picture = await uploaded(id, turned, ' A whale, in gold ')
    assert.deepEqual([picture.kind, picture.alt, picture.widthPx, picture.heightPx, picture.widthsPx], ['cover', 'A whale, in gold', 600, 900, [160, 320, 600]])
    await shop.settled()
    assert.deepEqual(await shown(id), [picture])
    assert.deepEqual((await shop.shop.getCards({ productIds: [id] }))[0]?.media, [picture])
    assert.deepEqual((await shop.shop.listProducts({})).items.find((card) => card.id === id)?.media, [picture])
    assert.ok(shop.purged.includes(id) || shop.purged.some((tag) => tag.includes(id)), 'the product\'s pages are made anew')
    for (const width of [160, 320, 600]) {
      for (const type of ['webp', 'jpg'] as const) {
        const file = await fetch(`${door}${picture.url.replace('600.jpg', `${width}.${type}`)}`)
        assert.equal(file.headers.get('cache-control'), 'public, max-age=31536000, immutable')
        const { format, width: is, height, exif } = await sharp(await file.arrayBuffer()).metadata()
        assert.deepEqual([format, is, height, exif], [type === 'jpg' ? 'jpeg' : 'webp', width, width * 1.5, undefined])
      }
    }
  })

  test('is told by its head alone, and not sent again to who has it', async () => {
    const { url } = await uploaded(await product('known'), await jpeg(200, 300))
    const head = await fetch(`${door}${url}`, { method: 'HEAD' })
    const again = await fetch(`${door}${url}`, { headers: { 'if-none-match': head.headers.get('etag') as string } })
    assert.deepEqual([head.status, head.headers.get('content-type'), again.status], [200, 'image/jpeg', 304])
    assert.ok(Number(head.headers.get('content-length')) > 0)
    assert.equal((await fetch(`${door}${url.replace(/\/\d+\.jpg/, '/161.jpg')}`)).status, 404)
    assert.equal((await fetch(`${door}/media/../../secrets.json`)).status, 404)
  })

  test('is the same picture when it is uploaded again, also at the same moment', async () => {
    const id = await product('twice')
    const bytes = await jpeg(100, 100)
    const all = await Promise.all([1, 2, 3].map(() => uploaded(id, bytes)))
    assert.equal(new Set(all.map((one) => one.id)).size, 1)
    assert.equal((await shown(id)).length, 1)
  })

  test('stays when the product is put again, before the pictures of its source', async () => {
    const id = await product('put-again')
    const picture = await uploaded(id, await jpeg(100, 150))
    const elsewhere = { kind: 'cover' as const, url: 'https://publisher.example/cover.jpg' }
    await shop.put(book('put-again', { title: 'Another title', media: [elsewhere] }))
    assert.deepEqual(await shown(id), [picture, elsewhere])
    assert.deepEqual((await shop.shop.getCards({ productIds: [id] }))[0]?.media, [picture, elsewhere])
  })

  test('is taken from nobody but an operator', async () => {
    const id = await product('stranger')
    const asked = await fetch(`${door}/products/${id}/pictures`, { method: 'POST', body: await jpeg(100, 100) })
    assert.equal(asked.status, 401)
    assert.equal((await upload('prd_nothing', await jpeg(100, 100))).status, 404)
    await assert.rejects(shop.client({ kind: 'anonymous' }).removePicture({ productId: id, pictureId: 'pic_1' }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  })
})

describe('the pictures of a product', () => {
  test('are put in order and described; the first is the cover', async () => {
    const id = await product('order')
    const one = await uploaded(id, await jpeg(100, 100))
    const two = await uploaded(id, await jpeg(100, 101))
    assert.deepEqual([one.kind, two.kind], ['cover', 'image'])
    const arranged = await desk.arrangePictures({ productId: id, pictures: [{ id: two.id, alt: 'The back' }, { id: one.id, alt: '' }] })
    assert.deepEqual(arranged.map(({ id: is, kind, alt }) => [is, kind, alt]), [[two.id, 'cover', 'The back'], [one.id, 'image', undefined]])
    assert.deepEqual(await shown(id), arranged)
    await assert.rejects(desk.arrangePictures({ productId: id, pictures: [{ id: one.id, alt: '' }] }), (error) => isFailure(error, 'CONFLICT'))
    await assert.rejects(desk.arrangePictures({ productId: id, pictures: [{ id: one.id, alt: '' }, { id: one.id, alt: '' }] }), (error) => isFailure(error, 'CONFLICT'))
  })

  test('go with their files when they are removed, and the next becomes the cover', async () => {
    const id = await product('removing')
    const one = await uploaded(id, await jpeg(100, 100))
    const two = await uploaded(id, await jpeg(100, 101))
    assert.deepEqual(await desk.removePicture({ productId: id, pictureId: one.id }), { removed: true })
    assert.deepEqual(await desk.removePicture({ productId: id, pictureId: one.id }), { removed: false })
    assert.deepEqual((await desk.listPictures({ productId: id })).map(({ id: is, kind }) => [is, kind]), [[two.id, 'cover']])
    assert.equal((await fetch(`${door}${one.url}`)).status, 404)
    assert.equal((await fetch(`${door}${two.url}`)).status, 200)
    const again = await uploaded(id, await jpeg(100, 102))
    assert.notEqual(again.url, one.url)
  })

  test('are at most twenty', async () => {
    const id = await product('many')
    for (let n = 0; n < 20; n++) await uploaded(id, await jpeg(40, 40 + n))
    const answer = await upload(id, await jpeg(40, 90))
    assert.equal(answer.status, 409)
  })
})

describe('a file that is hostile or no picture', () => {
  test('is refused by its content, whatever it is called', async () => {
    assert.match(await refused('MZ this is a program'), /no JPEG, PNG or WebP/)
    assert.match(await refused(''), /no picture in the body/)
    assert.match(await refused('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /can carry scripts/)
    assert.match(await refused('\uFEFF  <!doctype html><script>alert(1)</script>'), /can carry scripts/)
    assert.match(await refused('GIF89a'), /GIF is not taken/)
  })

  test('is refused when it is cut off, or only begins like a picture', async () => {
    const whole = await jpeg(800, 800)
    assert.match(await refused(whole.slice(0, whole.length / 2)), /damaged or cut off/)
    assert.match(await refused(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])), /damaged or cut off/)
    const png = bytesOf(await (await noise(300, 300)).png().toBuffer())
    assert.match(await refused(png.slice(0, png.length - 5000)), /damaged or cut off/)
  })

  test('is refused by what its header says it unpacks to, without unpacking it', async () => {
    assert.match(await refused(bomb(50_000, 50_000)), /50000 by 50000 pixels/)
    assert.match(await refused(bomb(9000, 9000)), /40 million in all/)
    assert.match(await refused(await jpeg(10, 10)), /too small/)
  })

  test('is refused when it moves', async () => {
    const frames = await Promise.all(['#f00', '#00f'].map((background) => sharp({ create: { width: 60, height: 60, channels: 3, background } }).png().toBuffer()))
    assert.match(await refused(bytesOf(await sharp(frames, { join: { animated: true } }).webp({ loop: 0, delay: [100, 100] }).toBuffer())), /moves/)
    const png = await (await noise(60, 60)).png().toBuffer()
    const control = chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
    assert.match(await refused(bytesOf(Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]))), /moves/)
  })

  test('is refused by its length before it is read', async () => {
    const answer = await upload(await product('long'), new Uint8Array(15 * 1024 * 1024 + 1))
    assert.equal(answer.status, 413)
  })
})

/** A PNG of some hundred bytes whose header promises that many pixels. */
function bomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return bytesOf(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(width + 1))), chunk('IEND', Buffer.alloc(0))]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}
