/** Everything that mails say, in English. `carrier` and the like come as they are stored; amounts and days come written. */
export const en = {
  language: 'en',
  subject: {
    'order-confirmed': (number: string) => `Your order ${number}`,
    'order-dispatched': (number: string) => `Order ${number} is on its way`,
    'order-cancelled': (number: string) => `Order ${number} is cancelled`,
    'order-refunded': (number: string) => `Money back for order ${number}`,
    'payment-refused': (number: string) => `The card for order ${number} was refused`,
    'verify-email': (shop: string) => `Is this your address, for ${shop}?`,
    'reset-password': (shop: string) => `A new password for ${shop}`,
  },
  why: 'You get this because of something you did at', noOther: 'We send no other mail.',
  order: 'Order', look: 'Look at the order',
  confirmed: {
    head: 'Thank you. Your order is placed.', to: 'to',
    by: (day: string) => `It should be with you by ${day}.`,
    promised: 'Your card is kept and charged when the goods are here.',
    atOnce: 'Your card is charged now, and everything is yours at once.',
    later: 'Your card is charged when the goods leave, at the latest a day before your bank’s hold on it ends.',
    onAccount: 'You buy on account: the invoice is made out when the goods leave.',
    discount: 'Discount', tax: 'Tax', taxIncluded: 'Tax, included', total: 'Total',
    look: 'Look at the order, or cancel it before it leaves',
  },
  dispatched: {
    head: 'Your parcel has left.', with: 'with', tracking: 'tracking number',
    last: 'It is the last of this order.', more: 'The rest of the order follows.', charged: 'Your card has been charged by now.', invoiced: 'It is on your account now.',
  },
  cancelled: {
    head: 'Your order is cancelled.',
    money: (total: string) => `Nothing leaves, and nothing is charged. Where your bank had set ${total} aside it is let go, which takes some banks a few days to show.`,
    onAccount: 'Nothing leaves, and nothing of it is owed.',
  },
  refunded: {
    head: 'You get money back.',
    money: (total: string) => `We have given back ${total}, the way you paid. Your bank may take a few days to show it.`,
    onAccount: (total: string) => `We have taken ${total} off your invoice, by a credit note.`,
    changed: (number: string) => `Order ${number} has changed`,
    lessHead: 'Your order has changed.',
    notCharged: (total: string) => `Not everything will come, and ${total} of your order is not charged for that.`,
    delivery: 'Delivery',
  },
  refused: {
    head: 'Your card was refused.',
    money: (total: string) => `The goods you ordered ahead have left, and the card you kept for them did not pay the ${total}.`,
    again: (day: string) => `We ask it again on ${day}: please see that it can pay then. Or pay now, on the order’s page: your bank may only want to know that it is you.`,
    last: 'We do not ask it again by ourselves. Please pay on the order’s page, or answer this mail, so that we find another way.',
  },
  reset: {
    head: 'A new password', choose: 'Choose a new password', once: 'The link works once and for an hour.',
    otherwise: 'If you did not ask for it, do nothing; your password stays as it is.',
  },
  verify: {
    head: 'Is this your address?',
    asked: 'Somebody opened an account with it. If it was you, say so, and orders made with this address before are yours too.',
    yes: 'Yes, this is my address', otherwise: 'If it was not you, do nothing.',
  },
}

/** Everything that mails say, in one language. A language is a file with this shape. */
export type MailWords = typeof en
