const several = (n: number, one: string, many: string): string => (n === 1 ? one : `${n} ${many}`)
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const spelt = (n: number): string => words[n] ?? String(n)
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Everything that pages say, in English. */
export const en = {
  shop: {
    name: 'Octavo',
    title: 'Octavo, booksellers',
    about: 'Octavo: a sheet folded three times, making eight leaves and a book you can carry. This shop is set in Literata and Schibsted Grotesk. Covers without a picture are printed to order, in patterned paper with a pasted label.',
    skip: 'Skip to the page', sections: 'Sections', basket: 'Basket', signIn: 'Sign in', orders: 'Orders', outbox: 'Outbox', market: 'Prices and delivery for', yours: 'Yours', us: 'Under the counter', api: 'For programs', mails: 'Mails of the demo',
    inBasket: (n: number) => several(n, 'one thing in the basket', 'things in the basket'),
    account: 'Account', openAccount: 'Open an account', otherMarkets: 'Other markets',
  },
  format: {
    paperback: 'Paperback', hardback: 'Hardback', ebook: 'E-book', audiobook: 'Audiobook', audiobook_cd: 'Audiobook on CD', large_print: 'Large print', mass_market: 'Pocket paperback', board_book: 'Board book', other: 'Edition',
  } as Record<string, string>,
  formatAmong: {
    paperback: 'paperback', hardback: 'hardback', ebook: 'e-book', audiobook: 'audio', audiobook_cd: 'CD', large_print: 'large print', mass_market: 'pocket', board_book: 'board book', other: 'other editions',
  } as Record<string, string>,
  condition: { new: 'New', used_like_new: 'As new', used_very_good: 'Very good', used_good: 'Good', used_acceptable: 'Fair' } as Record<string, string>,
  role: { translator: 'translated by', illustrator: 'illustrated by', editor: 'edited by', narrator: 'read by', foreword: 'with a foreword by', other: 'with' } as Record<string, string>,
  stock: {
    in_stock: 'In stock', low_stock: 'A few left', preorder: 'Being printed; order it now and it comes when it is out', backorder: 'On its way to us; yours when it is here', out_of_stock: 'Sold out',
    digital: 'Yours at once',
    left: (n: number) => (n === 1 ? 'The only copy' : `${n} left`),
  },
  home: {
    onTable: 'On the front table', shelf: 'What we would read first', shelfNote: 'Arranged by nobody in particular, argued over by everybody.',
    unpacked: 'Just unpacked', unpackedNote: 'Off the van, still smelling of glue.', allNew: 'The newest first', section: (name: string) => `All of ${name}`,
    editions: (n: number, from: string) => (n === 1 ? `One edition, ${from}` : `All ${spelt(n)} editions, from ${from}`), next: 'Next table', look: 'Look at it',
    empty: 'The shelves are empty.', emptyNote: 'Nothing has been put on sale yet. Books come in with the shop’s own command: npm run octavo -- import.',
  },
  list: {
    count: (n: number) => (n === 0 ? 'Nothing on this shelf yet.' : n === 1 ? 'One book.' : `${n} books.`), sortedBy: 'Sorted by', sort: { featured: 'what we would read first', newest: 'newest', price: 'price, low to high', '-price': 'price, high to low', title: 'title' },
    within: 'Within', beside: 'Beside it', next: 'next,', nextTitle: 'the following page', first: 'Back to the first page', last: 'That is all of them.', empty: 'Nothing stands here yet.', emptyNote: 'Another shelf may do better.',
    also: (formats: string) => `Also ${formats}`, from: (price: string) => `from ${price}`, inLanguage: (language: string) => `In ${language}`, by: (name: string) => `Books by ${name}, and with them.`, series: 'In the order they were meant to be read, as far as anybody agreed on one.', notOffered: 'Not for sale here',
    all: 'All books', allNote: 'Everything on the shelves, in one long row.',
  },
  book: {
    by: 'by', format: 'Format', add: 'Add to basket', addAt: (price: string) => `Add to basket, ${price}`, soldOut: 'Sold out', notForSale: 'Not for sale in this market', soldOutNote: 'Every edition of it is sold out. It is not for want of asking.',
    rated: (average: string, count: number) => `${average} of 5 from ${several(count, 'one reader', 'readers')}`, promise: 'Delivery is told before you pay.', promiseDigital: 'Nothing travels: it is yours as soon as it is paid.',
    others: 'Other copies', othersNote: 'Each seller describes the copy in hand.', soldBy: 'Sold by', price: 'Price', words: 'In the seller’s words', conditionHead: 'Condition', buy: 'Buy', addThis: (what: string) => `Add ${what}`, addShort: 'Add',
    sellerNew: 'New', particulars: 'The particulars', more: (name: string) => `More by ${name}`, moreNote: 'On the same shelf, within reach.', series: (name: string) => `${name}`, seriesNote: 'The others of the series.',
    from: (price: string) => `from ${price}`,
    fact: {
      firstPublished: 'First published', published: 'This edition', publisher: 'Publisher', extent: 'Extent', length: 'Length', trim: 'Trim', language: 'Language', written: 'Written in', subjects: 'Subjects', weight: 'Weight', isbn: 'ISBN', series: 'Series',
    },
    pages: (n: number) => several(n, 'One page', 'pages'), minutes: (n: number) => (n < 60 ? `${n} min` : `${Math.floor(n / 60)} h ${String(n % 60).padStart(2, '0')}`), grams: (n: number) => `${n} g`, trim: (w: number, h: number) => `${w} × ${h} mm`, volume: (name: string, position: string) => `${name}, ${position}`,
    bce: (year: number) => `about ${-year} BCE`, edition: 'Edition shown',
  },
  basket: {
    title: 'Your basket', empty: 'Nothing in it yet.', emptyNote: 'Baskets fill slowly and then all at once.', toShop: 'Back to the shelves', from: (seller: string) => `From ${seller}`, more: 'One more', fewer: 'One fewer', remove: 'Remove', removeWhat: (title: string) => `Remove ${title}`,
    howMany: (title: string) => `How many of ${title}`, things: (n: number) => (n === 1 ? 'One thing' : `${sentence(spelt(n))} things`), subtotal: 'Together', delivery: 'Delivery', deliveryLater: 'told at the next step', toPay: 'To pay', checkout: 'Go to checkout', total: 'Total',
    note: 'Nothing in a basket is reserved until you pay.', parcels: (n: number) => (n === 1 ? 'One parcel, one seller.' : `${sentence(spelt(n))} sellers, so ${spelt(n)} parcels.`), taxed: 'Tax is included where there is any.', untaxed: 'Tax is added at the next step, by where it goes.',
    bound: 'Being bought right now', running: 'This basket is being bought right now.', follow: 'See how it goes', unavailable: 'Cannot be bought any more',
    changed: { price: (title: string, before: string, after: string) => `${title} was ${before} and is ${after} now.`, unavailable: (title: string) => `${title} cannot be bought any more.`, available: (title: string) => `${title} is there again.` },
    switch: (market: string) => `These are prices for ${market}.`, switchTo: (market: string) => `Buy in ${market} instead`,
  },
  checkout: {
    title: 'Checkout', back: 'Back to the basket', who: 'Who is it for?', email: 'Email, for the receipt', name: 'Name', line1: 'Address', line2: 'Address, second line', city: 'Town', region: 'County or state', postalCode: 'Postcode', country: 'Country', optional: 'if there is one',
    saved: 'Your addresses', savedOne: (line: string) => `To ${line}`, other: 'Another address', toDelivery: 'On to delivery', keepAddress: 'Save the address', change: 'Change', travel: 'How should it travel?', travelSet: 'Send it this way', arrives: (first: string, last: string) => (first === last ? `With you on ${first}` : `With you between ${first} and ${last}`), atOnce: 'Nothing travels: it is yours when it is paid', free: 'free',
    pay: 'How will you pay?', card: (brand: string, last4: string) => `${sentence(brand)} ending ${last4}`, expires: (month: number, year: number) => `Expires ${String(month).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}`, newCard: 'A card', anotherCard: 'Another card', cardGiven: 'The card you just entered', cardGivenNote: 'Waiting with the card network, not charged.', enterElsewhere: 'You enter the card on the card network’s own page, and come back here to pay.', keepCard: 'Keep the card for next time',
    cardFrame: 'Card number, expiry and security code', testCard: 'This is a demonstration: pay with 4242 4242 4242 4242, any date to come and any three digits. 4000 0000 0000 9995 is declined, 4000 0027 6000 3184 asks your bank.', payNow: (total: string) => `Pay ${total}`, enterCard: 'Enter the card',
    notice: 'Your card is charged when the first parcel leaves, and never before. If a copy turns out to be gone, we say so at once and you pay nothing.', noticeDigital: 'Your card is charged when the order is placed. If anything goes wrong, we say so at once and you pay nothing.', tax: 'Tax', taxIncluded: 'of which tax', discount: 'Discount', first: 'First tell us where it goes.', toPay: 'To pay', cardTrouble: 'The card network does not answer. Try again in a moment; nothing was charged.', working: 'One moment', nothingBuyable: 'Nothing in the basket can be bought.',
    wrong: { email: 'That does not look like an email address: name@example.org.', empty: 'This cannot stay empty.', long: 'That is longer than a label has room for.', country: 'Choose a country we sell to.', postalCode: (example: string) => `That does not look like a postcode of that country. They look like ${example}.` },
    heading: 'Before you go on',
  },
  progress: {
    title: { running: 'One moment.', requires_action: 'Your bank has a question.', completed: 'Thank you. It is ordered.', failed: 'That did not go through.' },
    now: 'Stock is being set aside and the card asked. This page follows by itself.', ask: 'It wants to know that it is you. Answer it and you come back here.', answer: 'Go to your bank', uncharged: 'You have not been charged, and everything is still in your basket.', again: 'Back to checkout', basket: 'Look at the basket', done: 'Look at the order', slow: 'This takes longer than it should. You can leave this page and come back; nothing is done twice.',
    step: { basket: 'Basket agreed', payment: 'Payment', order: 'Order placed' }, stepNote: { agreed: 'Prices are as you saw them.', asking: 'The card network is being asked.', bank: 'Your bank wants a word with you.', setAside: 'The amount is set aside on your card.', placed: 'A mail confirms it.', refused: 'It ended here.' }, steps: 'Progress of your order',
  },
  order: {
    title: 'Orders', none: 'No orders yet.', noneNote: 'The first one is the hardest.', number: (number: string) => `Order ${number}`, placed: (date: string) => `placed ${date}`, thanks: (name: string) => `Thank you, ${name}.`, signInNote: 'A guest’s order opens by the link in its mail.',
    status: { placed: 'Being packed', partly_dispatched: 'Partly on its way', dispatched: 'On its way', delivered: 'Delivered', cancelled: 'Cancelled' }, head: { placed: 'It is being packed.', partly_dispatched: 'Part of it is on its way.', dispatched: 'It is on its way.', delivered: 'It is yours.', cancelled: 'The order is cancelled.' },
    from: (seller: string) => `From ${seller}`, parcel: (n: number, of: number) => `Parcel ${n} of ${of}`, way: (seller: string) => `Progress of the parcel from ${seller}`,
    step: { agreed: 'Payment agreed', packed: 'Being packed', post: 'With the post', yours: 'Yours', cancelled: 'Cancelled', ready: 'Ready' },
    stepNote: { agreed: (total: string) => `${total} set aside on your card, taken when the first parcel leaves.`, agreedDigital: (total: string) => `${total} taken from your card.`, promised: 'The card is kept and charged when the goods are there.', packed: 'It leaves when it is sealed.', post: (carrier: string, tracking: string) => `With ${carrier}, tracking number ${tracking}.`, posted: 'It has left.', by: (day: string) => `By ${day}.`, cancelled: 'The money is free again or on its way back to you.', ready: 'It waits in your orders.' },
    delivery: 'Delivery', total: 'In all', goingTo: 'Going to', receipt: 'A receipt went to', cancel: 'Cancel the order', cancelNote: 'You can cancel until the first parcel leaves.', cancelSure: 'Cancel the whole order?', claim: 'Keep it in my account', claimNote: 'This order was made as a guest.', items: (n: number) => several(n, 'one thing', 'things'), older: 'Older orders', view: 'Look at it', tax: 'Tax', taxIncluded: 'of which tax', discount: 'Discount', quantity: (n: number, price: string) => `${n} × ${price}`, thanksTail: 'A mail with everything in it is on its way to',
  },
  account: {
    title: 'Your account', signIn: 'Sign in', signUp: 'Open an account', signOut: 'Sign out', email: 'Email', password: 'Password', newPassword: 'New password', name: 'Name', passwordHint: 'At least ten characters; a short sentence does well.', noAccount: 'No account yet?', haveAccount: 'An account already?', forgot: 'Forgotten the password?', signOutNote: 'Your basket stays with your account.', signedInAs: (name: string) => `Signed in as ${name}`, why: 'You can buy without an account; with one, orders and addresses stay in one place.',
    verified: 'confirmed', unverified: 'not confirmed yet: the link is in the mail we sent', addresses: 'Addresses', noAddresses: 'None kept yet.', addAddress: 'Add an address', isDefault: 'Use this one first', default: 'first choice', keep: 'Keep it', edit: 'Change', remove: 'Remove', removeWhat: (what: string) => `Remove ${what}`, sessions: 'Where you are signed in', here: 'here', since: (date: string) => `since ${date}`, revoke: 'Sign out there', cards: 'Cards', cardsNote: 'Kept with the card network, not here.', noCards: 'None kept.', unknownDevice: 'Somewhere', cardsAway: 'The card network does not answer right now.', ordersNote: 'Everything you bought', makeDefault: 'Use first',
    resetTitle: 'A new password', resetAsk: 'Tell us your address, and we send a link.', resetSend: 'Send the link', resetSent: 'If there is an account with that address, a link is on its way to it.', resetChoose: 'Choose a new password.', resetSet: 'Set it', resetDone: 'The password is set. Sign in with it.', welcome: 'Welcome.',
  },
  outbox: {
    title: 'The outbox', note: 'This shop has no mail server, so its mails stay here.', to: 'To', subject: 'Subject', when: 'Written', none: 'No mail was written yet.', mail: 'The mail', asText: 'As text', older: 'Older mails', back: 'All mails', status: { queued: 'waiting', sent: 'sent', kept: 'kept', failed: 'failed' } as Record<string, string>,
  },
  trouble: {
    notFound: 'No book answers to that.', notFoundNote: 'The address may have a letter too many, or what stood here has been sold on. The shelves are where they were.', home: 'To the front table', broken: 'Something broke on our side.', brokenNote: 'It has been written down, and nothing was charged. Try again in a moment.', away: 'A part of the shop does not answer.', awayNote: 'It is usually back within a moment. Nothing was charged, and your basket is as you left it.', refused: 'That is not for you.', refusedNote: 'What you asked for belongs to somebody else. If it should be yours, sign in with the account it belongs to.', reference: 'Reference', again: 'Try again', shelves: 'Shelves',
  },
  /** By the code of what was refused, or of what was done. */
  said: {
    ADDED: 'It is in the basket.', REMOVED: 'It is out of the basket.', SAVED: 'Kept.', SIGNED_OUT: 'You are signed out.', CANCELLED: 'The order is cancelled. You will not be charged.', CLAIMED: 'The order is in your account now.', RESET: 'The password is set. Sign in with it.',
    OUT_OF_STOCK: 'There are not that many copies left.', NOT_FOR_SALE: 'That cannot be bought in this market.', QUANTITY_LIMIT: 'That is more than one basket can hold of it.', CART_EMPTY: 'There is nothing in the basket that can be bought.', CART_IN_CHECKOUT: 'This basket is being bought right now.', TOTAL_CHANGED: 'The total is not what you saw a moment ago. Look at the new one, then pay.', NO_DELIVERY: 'We do not deliver this to that address.', NOT_FOUND: 'That is not there any more.',
    CARD_DECLINED: 'The card was declined. Try another card.', AUTHENTICATION_FAILED: 'Your bank did not confirm the payment.', PAYMENT_FAILED: 'The payment did not go through.', CHECKOUT_EXPIRED: 'It took too long, so we let the copies go.', ORDER_DISPATCHED: 'The order has left already and cannot be cancelled.', SIGN_IN_REQUIRED: 'That address and password do not belong together. Try again, or reset the password.', CONFLICT: 'There is an account with this address already. Sign in, or reset the password.', INVALID_INPUT: 'Something in it is not as it should be.', LINK_USED: 'This link was used already or is too old. Ask for a new one.', PASSWORD: 'A password has ten characters at least.', NAME: 'Tell us what to call you.', EMAIL: 'That does not look like an email address.', AGAIN: 'Look at it once more, then pay.', CARD_MISSING: 'Enter a card first.', OTHER: 'That did not work. Try again in a moment.',
  },
}
