import type { EntryProblem } from '../cards/card-entry.ts'
import { decodeForm, text } from '../protocol/form.ts'
import type { Asked } from '../server.ts'

const en = {
  language: 'en',
  card: 'Your card', number: 'Card number', expiry: 'Expires, month and year', cvc: 'Security code', expiryShape: 'MM / YY', cvcShape: 'CVC',
  demonstration: 'A demonstration: test cards only, no money moves.', use: 'Use this card', back: (host: string) => `Back to ${host}`,
  withoutScripts: 'Without scripts, use the link beside this frame to enter the card on a page of its own.',
  unreachable: 'The card network could not be reached. Please try again.',
  /** By a problem's code; what stands here not is said as the API says it. */
  problems: {} as Readonly<Record<string, string>>,
  isItYou: 'Is it you?', asks: (matter: string) => `Your bank, played by this stand-in, asks you to approve ${matter}.`,
  payment: (amount: string) => `a payment of ${amount}`, keeping: 'keeping your card for later payments', yes: 'Yes, approve', no: 'No, refuse',
  thanks: 'Thank you', answered: 'That was answered. You can close this page and go back to the shop.',
  nothing: 'Nothing to approve', unknown: 'This question is not known here.',
}
export type Words = typeof en

const de: Words = {
  language: 'de',
  card: 'Ihre Karte', number: 'Kartennummer', expiry: 'Gültig bis, Monat und Jahr', cvc: 'Prüfziffer', expiryShape: 'MM / JJ', cvcShape: 'CVC',
  demonstration: 'Eine Vorführung: nur Testkarten, und es fließt kein Geld.', use: 'Diese Karte nehmen', back: (host) => `Zurück zu ${host}`,
  withoutScripts: 'Ohne Skripte führt der Link neben diesem Rahmen auf eine eigene Seite für die Karte.',
  unreachable: 'Das Kartennetz ist nicht zu erreichen. Bitte versuchen Sie es noch einmal.',
  problems: {
    invalid_number: 'Das ist keine Kartennummer.', incorrect_number: 'Die Kartennummer stimmt nicht.', invalid_expiry_month: 'Der Monat stimmt nicht.',
    invalid_expiry_year: 'Das Jahr stimmt nicht, oder die Karte ist abgelaufen.', invalid_cvc: 'Die Prüfziffer stimmt nicht.',
    card_declined: 'Die Karte wurde abgelehnt. Dies ist eine Vorführung und nimmt nur Testkarten, etwa 4242 4242 4242 4242.',
  },
  isItYou: 'Sind Sie es?', asks: (matter) => `Ihre Bank, hier nur gespielt, bittet Sie um Ihr Ja: ${matter}.`,
  payment: (amount) => `eine Zahlung von ${amount}`, keeping: 'die Karte wird für spätere Zahlungen gemerkt', yes: 'Ja, erlauben', no: 'Nein, ablehnen',
  thanks: 'Danke', answered: 'Das ist beantwortet. Sie können diese Seite schließen und zum Laden zurückgehen.',
  nothing: 'Nichts zu erlauben', unknown: 'Diese Frage ist hier nicht bekannt.',
}

/** In the language that the shop names in `locale`, else in the one that the browser likes best; English where that is another. */
export function wordsFor({ query, headers }: Pick<Asked, 'query' | 'headers'>): Words {
  const wanted = text(decodeForm(query), 'locale') ?? headers['accept-language'] ?? ''
  return /^de\b/i.test(wanted) ? de : en
}

export const wordsOf = ({ code, message }: EntryProblem, { problems }: Words): string => problems[code] ?? message
