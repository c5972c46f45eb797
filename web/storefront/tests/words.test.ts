import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { builtInMarkets, type Market } from '@octavo/market'
import { deviceOf } from '../account/device.ts'
import { plainBeginning, firstParagraph, withInitial } from '../book/description.ts'
import { stockWords } from '../book/edition-words.ts'
import { elsewhere, linkIn, ownPath } from '../page/links.ts'
import { wordsFor } from '../page/refusal.ts'
import { languageName, viewOf } from '../page/view.ts'
import { formatWords } from '../book/edition-words.ts'
import { onPage, standing } from '../shelf/cover.ts'
import { byline, foreign, hasLongWord, oneFact, priceWords, titleParts } from '../shelf/card-words.ts'
import { textsFor } from '../texts/texts.ts'

const [uk, de] = builtInMarkets as readonly [Market, Market]
const view = viewOf(uk, [uk, de])
const offer = { availability: 'in_stock', left: undefined } as Parameters<typeof stockWords>[0]
const card = { availability: 'in_stock', formats: ['paperback'], language: 'en', cover: { format: 'paperback' }, price: { amountMinor: 999, currency: 'GBP' } } as const satisfies Parameters<typeof oneFact>[0]

describe('the view of a market', () => {
  it('writes money and dates as the market does', () => {
    assert.equal(view.price({ amountMinor: 1299, currency: 'GBP' }), '£12.99')
    assert.equal(view.day('2026-11-24'), 'Tuesday 24 November')
    assert.equal(view.date('2026-11-24T23:30:00Z'), '24 November 2026')
    assert.equal(view.language('de'), 'German')
    assert.equal(view.country('GB'), 'United Kingdom')
    assert.equal(view.country('not a code'), 'not a code')
  })

  it('writes a date as exactly as it is known', () => {
    assert.deepEqual(['1851', '1851-10', '1851-10-18'].map((on) => view.published(on)), ['1851', 'October 1851', '18 October 1851'])
  })

  it('keeps links in the market, and names the first market nowhere', () => {
    assert.equal(view.link('/cart', { said: 'ADDED' }), '/cart?said=ADDED')
    assert.equal(viewOf(de, [uk, de]).link('/c/fiction', { sort: 'title' }), `/c/fiction?sort=title&market=${de.id}`)
  })

  it('has words for a market whose language nobody has written yet', () => {
    assert.equal(textsFor('cy-GB').locale, 'en-GB')
    assert.equal(textsFor('en-US').locale, 'en-US')
  })
})

describe('German', () => {
  const german = viewOf(de, [uk, de])

  it('writes money, numbers, dates and names of languages as Germans do', () => {
    assert.equal(german.locale, 'de-DE')
    assert.equal(german.price({ amountMinor: 129_900, currency: 'EUR' }), '1.299,00\u00a0€')
    assert.deepEqual([german.figure(12_345), german.figure(4.25, 1)], ['12.345', '4,3'])
    assert.equal(german.day('2026-11-24'), 'Dienstag, 24. November')
    assert.equal(german.language('fr'), 'Französisch')
    assert.equal(languageName('de-DE'), 'Deutsch')
  })

  it('counts by its own rules', () => {
    assert.deepEqual([1, 2].map(german.t.book.pages), ['Eine Seite', '2 Seiten'])
    assert.deepEqual([1, 2300].map((n) => view.t.book.pages(n)), ['One page', '2,300 pages'])
    assert.equal(oneFact({ ...card, language: 'de' }, german), undefined)
    assert.equal(oneFact(card, german), 'Auf Englisch')
  })

  it('has every text that English has, in words of its own, and fills in the same things', () => {
    const same = untranslated(view.t, german.t)
    assert.deepEqual(same.sort(), ['book.fact.isbn', 'book.grams', 'book.trim', 'book.volume', 'checkout.name', 'account.name', 'formatAmong.audiobook_cd', 'order.quantity', 'shop.name'].sort())
  })
})

/** Texts that read the same in two languages, by their path. */
function untranslated(one: object, other: object, path: readonly string[] = []): string[] {
  return Object.entries(one).flatMap(([name, words]) => {
    const its = (other as Record<string, unknown>)[name]
    const here = [...path, name]
    if (typeof words === 'object') return untranslated(words as object, its as object, here)
    const [mine, theirs] = [words, its].map((each) => (typeof each === 'function' ? (each as (...filled: string[]) => string)('x1', 'x2', 'x3') : each as string))
    assert.ok(typeof theirs === 'string' && theirs !== '', here.join('.'))
    return mine === theirs ? [here.join('.')] : []
  })
}

describe('addresses', () => {
  it('lead to the same page in another market, without the place in a list and what was said', () => {
    assert.equal(elsewhere('de', new URL('http://x/c/fiction?sort=title&market=us&cursor=abc&said=ADDED')), '/c/fiction?sort=title&market=de')
    assert.equal(elsewhere('', new URL('http://x/b/emma?variant=v1&market=de')), '/b/emma?variant=v1')
  })

  it('leave out what is empty, and keep a place in the page last', () => {
    assert.equal(linkIn('', '/checkout#delivery', { edit: undefined, said: '' }), '/checkout#delivery')
    assert.equal(linkIn('de', '/checkout#delivery'), '/checkout?market=de#delivery')
  })

  it('lead after signing in to a page of this shop, never to another site', () => {
    for (const bad of ['https://evil.example', '//evil.example', '/\\evil.example', 'account', '', null, '/a b']) assert.equal(ownPath(bad, '/account'), '/account')
    assert.equal(ownPath('/orders/ord_1?key=2', '/account'), '/orders/ord_1?key=2')
  })
})

describe('a binding that is shown twice on a page', () => {
  it('has ids of its own the second time, wherever they are named, and is as it was the first', () => {
    const svg = '<svg><pattern id="p1"><use href="#p1m"/></pattern><g id="p1m"/><path fill="url(#p1)"/></svg>'
    const ids = new Set<string>()
    const drawn = { svg, ids: ['p1', 'p1m'] }
    assert.equal(onPage(drawn, ids), svg)
    const [second, third] = [onPage(drawn, ids), onPage(drawn, ids)]
    assert.equal(second, '<svg><pattern id="p1-2"><use href="#p1m-2"/></pattern><g id="p1m-2"/><path fill="url(#p1-2)"/></svg>')
    assert.notEqual(third, second)
    assert.equal(ids.size, 6)
  })
})

describe('goods that are not books', () => {
  it('are told apart by colour or size, as books are by format', () => {
    assert.equal(formatWords({ format: 'other', title: 'Slate, ruled' }, view), 'Slate, ruled')
    assert.equal(formatWords({ format: 'paperback', title: 'A title of its own' }, view), 'Paperback')
  })

  it('stand in their proportions, no larger than a large book; books stand as large as they are', () => {
    assert.deepEqual(standing({ format: 'other', widthMm: 315, heightMm: 315 }), { widthMm: 156, heightMm: 156 })
    assert.deepEqual(standing({ format: 'other', widthMm: 280, heightMm: 1480 }), { widthMm: 44, heightMm: 234 })
    assert.deepEqual(standing({ format: 'other', widthMm: 90, heightMm: 140 }), { widthMm: 90, heightMm: 140 })
    assert.deepEqual(standing({ format: 'hardback', widthMm: 170, heightMm: 240 }), { widthMm: 170, heightMm: 240 })
    assert.deepEqual(standing({ format: 'other' }), {})
  })
})

describe('what a card says', () => {
  it('tells one fact: that it is scarce before what else there is', () => {
    assert.equal(oneFact(card, view), undefined)
    assert.equal(oneFact({ ...card, formats: ['paperback', 'hardback', 'ebook', 'audiobook'] }, view), 'Also hardback, e-\u2060book')
    assert.equal(oneFact({ ...card, formats: ['other'], cover: { format: 'other' } }, view), undefined)
    assert.equal(oneFact({ ...card, language: 'fr', formats: ['paperback', 'hardback'] }, view), 'In French')
    assert.equal(oneFact({ ...card, availability: 'low_stock', language: 'fr' }, view), view.t.stock.low_stock)
    assert.equal(oneFact({ ...card, availability: 'preorder', language: 'fr', publishedOn: '2027-05-03' }, view), 'Preorder, out 3 May 2027')
    assert.equal(oneFact({ ...card, availability: 'preorder' }, view), 'Preorder')
    assert.equal(oneFact({ ...card, availability: 'out_of_stock', price: null }, view), undefined)
  })

  it('says from when prices differ, and that it is not offered when there is none', () => {
    assert.equal(priceWords({ price: card.price, priceVaries: true }, view), 'from £9.99')
    assert.equal(priceWords({ price: null, priceVaries: false }, view), 'Not for sale here')
  })

  it('names authors before anybody else, and the first of many', () => {
    assert.equal(byline([{ name: 'A Reader', role: 'narrator' }, { name: 'An Author', role: 'author' }]), 'An Author')
    assert.equal(byline([{ name: 'An Editor', role: 'editor' }]), 'An Editor')
    assert.equal(byline(['A', 'B', 'C', 'D'].map((name) => ({ name, role: 'author' }))), 'A …')
  })

  it('marks a title in another language, and not one in the page’s own', () => {
    assert.equal(foreign('de', 'en-GB'), 'de')
    assert.equal(foreign('en-US', 'en-GB'), undefined)
  })

  it('parts an old title into what is called out and what follows', () => {
    assert.deepEqual(titleParts('Moby-Dick; or, The Whale'), { main: 'Moby-Dick', rest: 'or, The Whale' })
    assert.deepEqual(titleParts('Dubliners'), { main: 'Dubliners', rest: undefined })
    assert.deepEqual(['Kinder- und Hausmärchen', 'Die Verwandlung', 'Moby-Dick', undefined].map(hasLongWord), [true, true, false, false])
  })
})

describe('what a page says', () => {
  it('counts copies only when few are left', () => {
    assert.equal(stockWords({ ...offer, availability: 'low_stock', left: 3 }, false, view), '3 left')
    assert.equal(stockWords({ ...offer, availability: 'in_stock', left: 3 }, false, view), view.t.stock.in_stock)
    assert.equal(stockWords(offer, true, view), view.t.stock.digital)
  })

  it('has a sentence for every code, also one nobody wrote words for', () => {
    assert.equal(wordsFor('CARD_DECLINED', view.t), 'The card was declined. Try another card.')
    assert.equal(wordsFor('toString', view.t), view.t.said.OTHER)
    assert.equal(wordsFor(null, view.t), undefined)
  })

  it('begins a description with an initial, whether it is marked up or not', () => {
    assert.equal(withInitial('<p>Once.</p><p>Twice.</p>'), '<p class="initial">Once.</p><p>Twice.</p>')
    assert.equal(withInitial('Once.'), '<p class="initial">Once.</p>')
    assert.equal(firstParagraph('<p>Once.</p><p>Twice.</p>'), '<p class="initial">Once.</p>')
  })

  it('tells a description’s beginning as plain text, cut at a word', () => {
    assert.equal(plainBeginning('<p>Fish &amp; <em>ships</em>.</p>'), 'Fish & ships.')
    assert.ok(plainBeginning(`<p>${'whale '.repeat(100)}</p>`).length <= 162)
  })

  it('names a device as far as it tells', () => {
    assert.equal(deviceOf('Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36'), 'Chrome, Linux')
    assert.equal(deviceOf('curl/8.0'), undefined)
  })
})
