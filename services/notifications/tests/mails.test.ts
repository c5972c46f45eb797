import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reaction } from '@octavo/events'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { orderCancelled, orderPaymentRefused, orderPlaced, orderRefunded, subOrderDispatched } from '@octavo/orders/events'
import { readNotificationsConfig } from '../config.ts'
import { messageSent } from '../events.ts'
import { headerOf } from './mail-server.ts'
import { cancelled, dispatched, placed, refunded } from './orders.ts'
import { openShop } from './shop.ts'

const shop = await openShop({ kept: true })

describe('a mail', () => {
  test('tells of an order that stands: what, for how much, when, and a link that opens it anywhere', async () => {
    const order = placed('ada@reader.example')
    await shop.tell(orderPlaced, order)
    const [mail] = await shop.mailsTo('ada@reader.example')
    assert.deepEqual([mail?.kind, mail?.subject, mail?.status], ['order-confirmed', 'Your order 4711-2044', 'kept'])
    for (const words of [mail?.text ?? '', mail?.html ?? '']) {
      for (const part of ['4711-2044', 'Ada Lovelace', 'Middlemarch', '£19.98', 'Royal Mail', '£6.00', '£25.98', 'Thursday, 3 December 2026', 'Tax, included', 'charged when the goods leave']) assert.ok(words.includes(part), `${part} in ${words}`)
      assert.ok(!words.includes('Discount'))
      assert.ok(words.replaceAll('&amp;', '&').includes(`http://shop.example/orders/${order.orderId}?key=k%2Fe%2By`))
    }
    assert.ok(!(mail?.text ?? '').includes('<'))
  })

  test('says what is true of the money: kept for what is promised, charged at once for what travels by wire', async () => {
    await shop.tell(orderPlaced, placed('pre@reader.example', { promised: true, discount: money(500, 'GBP') }))
    const [promised] = await shop.mailsTo('pre@reader.example')
    assert.match(promised?.text ?? '', /Your card is kept and charged when the goods are here\.[^]*Discount: -£5\.00/)
    await shop.tell(orderPlaced, placed('wire@reader.example', { promisedBy: null }))
    const [wire] = await shop.mailsTo('wire@reader.example')
    assert.match(wire?.text ?? '', /charged now/)
    assert.ok(!/when the goods leave|should be with you/.test(wire?.text ?? ''))
  })

  test('says nothing of a card to whoever buys by invoice', async () => {
    await shop.tell(orderPlaced, placed('desk@library.example', { onAccount: true }))
    await shop.tell(subOrderDispatched, dispatched('desk@library.example', { onAccount: true }))
    await shop.tell(orderCancelled, cancelled('desk@library.example', { onAccount: true }))
    const mails = await shop.mailsTo('desk@library.example')
    for (const [mail, words] of [[mails[2], 'the invoice is made out when the goods leave'], [mails[1], 'It is on your account now.'], [mails[0], 'nothing of it is owed']] as const) {
      for (const text of [mail?.text ?? '', mail?.html ?? '']) {
        assert.ok(text.includes(words), `${words} in ${text}`)
        assert.ok(!/card|bank/i.test(text))
      }
    }
  })

  test('tells of a parcel with its tracking number, and of none for what needs no parcel', async () => {
    await shop.tell(subOrderDispatched, dispatched('ben@reader.example', { last: false }))
    await shop.tell(subOrderDispatched, dispatched('ben@reader.example', { carrier: 'digital' }))
    const mails = await shop.mailsTo('ben@reader.example')
    assert.deepEqual(mails.map(({ kind, subject }) => [kind, subject]), [['order-dispatched', 'Order 4711-2044 is on its way']])
    for (const words of [mails[0]?.text ?? '', mails[0]?.html ?? '']) for (const part of ['RM123', 'Royal Mail', 'Middlemarch', 'The rest of the order follows.']) assert.ok(words.includes(part), part)
  })

  test('tells of an order that is off', async () => {
    await shop.tell(orderCancelled, cancelled('cleo@reader.example'))
    const [mail] = await shop.mailsTo('cleo@reader.example')
    assert.deepEqual([mail?.kind, mail?.subject], ['order-cancelled', 'Order 4711-2044 is cancelled'])
    for (const words of [mail?.text ?? '', mail?.html ?? '']) for (const part of ['4711-2044', '£25.98', 'nothing is charged']) assert.ok(words.includes(part), part)
  })

  test('tells what is given back, for what, and how: to the card, or off the invoice', async () => {
    await shop.tell(orderRefunded, refunded('gemma@reader.example'))
    const [mail] = await shop.mailsTo('gemma@reader.example')
    assert.deepEqual([mail?.kind, mail?.subject], ['order-refunded', 'Money back for order 4711-2044'])
    for (const words of [mail?.text ?? '', mail?.html ?? '']) for (const part of ['£15.98', 'the way you paid', 'Middlemarch, £9.99', 'Delivery, £5.99']) assert.ok(words.includes(part), `${part} in ${words}`)
    await shop.tell(orderRefunded, { ...refunded('erik@reader.example'), onAccount: true, locale: 'de-DE' })
    assert.match((await shop.mailsTo('erik@reader.example'))[0]?.text ?? '', /15,98\u00a0£ von der Rechnung genommen/)
  })

  test('tells what will not come and is not charged, and promises no money back that was never taken', async () => {
    const off = refunded('noor@reader.example')
    await shop.tell(orderRefunded, { ...off, notCharged: off.amount })
    const [mail] = await shop.mailsTo('noor@reader.example')
    assert.equal(mail?.subject, 'Order 4711-2044 has changed')
    for (const words of [mail?.text ?? '', mail?.html ?? '']) {
      assert.match(words, /Your order has changed.*£15\.98 of your order is not charged/s)
      assert.doesNotMatch(words, /given back/)
    }
    await shop.tell(orderRefunded, { ...refunded('olga@reader.example'), notCharged: money(599, 'GBP') })
    assert.match((await shop.mailsTo('olga@reader.example'))[0]?.text ?? '', /£5\.99 of your order is not charged.*given back £9\.99/s)
  })

  test('speaks the language of its order, from the subject to the last line', async () => {
    const german = { locale: 'de-DE', market: 'de', deliveryLabel: 'Standardversand', total: money(2598, 'EUR'), delivery: money(600, 'EUR'), tax: money(170, 'EUR') }
    await shop.tell(orderPlaced, placed('hanna@leser.example', german))
    await shop.tell(subOrderDispatched, { ...dispatched('hanna@leser.example'), locale: 'de-DE' })
    await shop.tell(orderCancelled, { ...cancelled('hanna@leser.example'), locale: 'de-DE' })
    const mails = await shop.mailsTo('hanna@leser.example')
    assert.deepEqual(mails.map(({ subject }) => subject), ['Bestellung 4711-2044 ist storniert', 'Bestellung 4711-2044 ist unterwegs', 'Ihre Bestellung 4711-2044'])
    const confirmed = mails[2]
    for (const words of [confirmed?.text ?? '', confirmed?.html ?? '']) for (const part of ['an Ada Lovelace, London', 'Donnerstag, 3. Dezember 2026', 'darin Mehrwertsteuer', 'Gesamt', '25,98']) assert.ok(words.includes(part), `${part} in ${words}`)
    for (const { text, html } of mails) {
      assert.match(html, /<html lang="de">/)
      for (const words of [text, html]) assert.doesNotMatch(words, /\b(?:your|order|the|card|look)\b/i)
    }
  })

  test('tells of a kept card that refused, when it is asked again, and when no more', async () => {
    const refused = (to: string, over: { locale?: string; retryAt?: string | null } = {}) => {
      const { orderId, number, checkoutId, email, locale, linkKey, total: amount, at } = cancelled(to)
      return { orderId, number, checkoutId, email, locale, linkKey, amount, at, retryAt: '2026-12-04T09:00:00.000Z', ...over }
    }
    await shop.tell(orderPaymentRefused, refused('again@reader.example'))
    const [again] = await shop.mailsTo('again@reader.example')
    assert.deepEqual([again?.kind, again?.subject], ['payment-refused', 'The card for order 4711-2044 was refused'])
    for (const words of [again?.text ?? '', again?.html ?? '']) for (const part of ['4711-2044', '£25.98', 'Friday, 4 December 2026']) assert.ok(words.includes(part), `${part} in ${words}`)
    await shop.tell(orderPaymentRefused, refused('last@reader.example', { retryAt: null, locale: 'de-DE' }))
    const [last] = await shop.mailsTo('last@reader.example')
    assert.match(last?.text ?? '', /abgelehnt[^]*nicht noch einmal/)
  })

  test('is written in the money of its order', async () => {
    await shop.tell(orderPlaced, placed('yuki@reader.example', { locale: 'ja-JP', total: money(2598, 'JPY') }))
    assert.match((await shop.mailsTo('yuki@reader.example'))[0]?.text ?? '', /2,598/)
  })

  test('shows what people typed as they typed it, and runs none of it', async () => {
    const typed = '<img src=x onerror=alert(1)> & "Co"'
    const [part] = placed('x').subOrders
    await shop.tell(orderPlaced, placed('eve@reader.example', { shippingAddress: { ...placed('x').shippingAddress, name: typed, city: '<b>Bath' }, subOrders: part ? [{ ...part, lines: part.lines.map((line) => ({ ...line, title: typed })) }] : [] }))
    const [mail] = await shop.mailsTo('eve@reader.example')
    assert.ok(!mail?.html.includes('<img') && !mail?.html.includes('<b>'))
    assert.equal(mail?.html.split('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;').length, 3, 'the name and the title')
    assert.equal(mail?.text.split(typed).length, 3)
  })

  test('for an account is sent once a token, and only the shop itself asks for one', async () => {
    const wish = { key: 'verify 1', kind: 'verify-email' as const, to: 'dora@reader.example', locale: 'en-GB', url: 'http://shop.example/api/auth/verify-email?token=t&callbackURL=/account' }
    const [first, second] = await Promise.all([shop.asUsers.send(wish), shop.asUsers.send(wish)])
    assert.deepEqual(first, second)
    await shop.asUsers.send({ ...wish, key: 'reset 1', kind: 'reset-password', url: 'http://shop.example/reset?token=t' })
    const mails = await shop.mailsTo('dora@reader.example')
    assert.deepEqual(mails.map(({ subject }) => subject), ['A new password for Octavo', 'Is this your address, for Octavo?'])
    for (const { text, html } of mails) for (const words of [text, html.replaceAll('&amp;', '&')]) assert.match(words, /http:\/\/shop\.example\/\S*token=t/)
    for (const caller of [{ kind: 'operator' }, { kind: 'guest', guestId: 'gst_1' }] as const) await assert.rejects(shop.client(caller).send(wish), (error) => isFailure(error, 'FORBIDDEN'))
    await assert.rejects(shop.client({ kind: 'guest', guestId: 'gst_1' }).listMessages({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  })

  test('goes to one address, and no other comes in by its side or by a new line', async () => {
    for (const to of ['a@reader.example\r\nBcc: b@reader.example', 'a@reader.example, b@reader.example', 'a@reader.example <b@reader.example>', 'nobody']) {
      await assert.rejects(shop.asUsers.send({ key: `to ${to}`, kind: 'reset-password', to, locale: 'en-GB', url: 'http://shop.example' }), (error) => isFailure(error, 'INVALID_INPUT'), to)
    }
    for (const bad of [{ OCTAVO_SHOP_NAME: 'Octavo\r\nBcc: b@reader.example' }, { OCTAVO_MAIL_FROM: 'a@shop.example\nBcc: b@reader.example' }, { OCTAVO_SMTP_URL: 'http://mail.example' }]) {
      assert.throws(() => readNotificationsConfig(bad), new RegExp(Object.keys(bad)[0] ?? ''))
    }
  })
})

describe('a mail server', () => {
  test('is given each event once, in HTML and text, however often the event comes', async () => {
    const post = await openShop()
    await post.tell(orderPlaced, placed('ada@reader.example', { number: '1-ü' }))
    await post.startedOver()
    await post.tell(subOrderDispatched, dispatched('ada@reader.example'))
    const [mail, second, ...more] = post.server.received
    assert.ok(mail && second)
    assert.deepEqual([headerOf(mail, 'Subject'), headerOf(second, 'Subject'), more.length], ['=?UTF-8?Q?Your_order_1-=C3=BC?=', 'Order 4711-2044 is on its way', 0])
    assert.deepEqual([mail.from, mail.to, headerOf(mail, 'From'), headerOf(mail, 'To')], ['shop@octavo.example', ['ada@reader.example'], 'Octavo <shop@octavo.example>', 'ada@reader.example'])
    assert.match(mail.source, /multipart\/alternative[^]*text\/plain[^]*text\/html/)
    assert.match(headerOf(mail, 'Message-ID'), /^<msg_\w+@shop\.example>$/)
    assert.deepEqual((await post.mailsTo('ada@reader.example')).map(({ status, sentAt }) => [status, sentAt !== null]), [['sent', true], ['sent', true]])
  })

  test('that is away is tried again until it is back, and what was sent is told', async () => {
    const post = await openShop()
    await post.server.leave()
    await post.tell(orderPlaced, placed('ada@reader.example'))
    for (let hours = 0; hours < 30; hours++) {
      post.clock.advance(3_600_000)
      await post.service.caughtUp()
    }
    assert.deepEqual((await post.mailsTo('ada@reader.example')).map(({ status }) => status), ['queued'], 'a day later')
    await post.server.comeBack()
    post.clock.advance(3_600_000)
    await post.service.caughtUp()
    assert.equal(post.server.received.length, 1)
    const told = Promise.withResolvers<{ kind: string; to: string }>()
    const listener = post.events.consumer({ consumer: 'listener', database: post.database, from: 'beginning', reactions: [reaction(messageSent, async ({ data }) => told.resolve(data))] })
    await listener.start()
    assert.deepEqual([(await told.promise).kind, (await told.promise).to], ['order-confirmed', 'ada@reader.example'])
    await listener.stop()
  })

  test('that is busy is tried again later, and one that refuses for good is not asked again', async () => {
    const post = await openShop()
    post.server.refuse(451, 'try again later')
    await post.tell(orderPlaced, placed('busy@reader.example'))
    assert.equal(post.server.received.length, 0, 'not at once')
    post.clock.advance(60_000)
    await post.service.caughtUp()
    assert.equal(post.server.received.length, 1)
    post.server.refuse(550, 'no such mailbox')
    await post.tell(orderPlaced, placed('gone@reader.example'))
    post.clock.advance(24 * 3_600_000)
    await post.service.caughtUp()
    assert.equal(post.server.received.length, 1)
    assert.deepEqual((await post.mailsTo('gone@reader.example')).map(({ status }) => status), ['failed'])
  })

  test('that stays away for days is given up, and the operator sees what was not sent', async () => {
    const post = await openShop()
    await post.server.leave()
    await post.tell(orderPlaced, placed('ada@reader.example'))
    post.clock.advance(5 * 24 * 3_600_000)
    await post.service.caughtUp()
    assert.deepEqual((await post.client().listMessages({})).items.map(({ status, to }) => [status, to]), [['failed', 'ada@reader.example']])
  })

  test('is given a mail by one process, whichever comes first', async () => {
    const post = await openShop()
    await post.server.leave()
    for (let n = 0; n < 10; n++) await post.asUsers.send({ key: `reset ${n}`, kind: 'reset-password', to: `reader-${n}@reader.example`, locale: 'en-GB', url: 'http://shop.example/reset?token=t' })
    await post.service.caughtUp()
    await post.server.comeBack()
    post.clock.advance(3_600_000)
    await Promise.all([post.service.caughtUp(), post.startedOver()])
    assert.deepEqual(post.server.received.flatMap(({ to }) => to).toSorted(), Array.from({ length: 10 }, (_, n) => `reader-${n}@reader.example`))
  })
})
