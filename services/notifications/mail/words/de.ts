import type { MailWords } from './en.ts'

/** Everything that mails say, in German. */
export const de: MailWords = {
  language: 'de',
  subject: {
    'order-confirmed': (number) => `Ihre Bestellung ${number}`,
    'order-dispatched': (number) => `Bestellung ${number} ist unterwegs`,
    'order-cancelled': (number) => `Bestellung ${number} ist storniert`,
    'order-refunded': (number) => `Geld zurück für Bestellung ${number}`,
    'payment-refused': (number) => `Die Karte für Bestellung ${number} wurde abgelehnt`,
    'verify-email': (shop) => `Ist das Ihre Adresse, für ${shop}?`,
    'reset-password': (shop) => `Ein neues Passwort für ${shop}`,
  },
  why: 'Sie bekommen diese Mail wegen etwas, das Sie hier getan haben:', noOther: 'Andere Mails schicken wir nicht.',
  order: 'Bestellung', look: 'Die Bestellung ansehen',
  confirmed: {
    head: 'Danke. Ihre Bestellung ist aufgegeben.', to: 'an',
    by: (day) => `Sie sollte bis ${day} bei Ihnen sein.`,
    promised: 'Die Karte ist gemerkt und wird belastet, wenn die Ware da ist.',
    atOnce: 'Die Karte wird jetzt belastet, und alles gehört Ihnen sofort.',
    later: 'Die Karte wird belastet, wenn die Ware das Haus verlässt, spätestens einen Tag, bevor die Vormerkung Ihrer Bank endet.',
    onAccount: 'Sie kaufen auf Rechnung: Sie wird geschrieben, wenn die Ware das Haus verlässt.',
    discount: 'Nachlass', tax: 'Steuer', taxIncluded: 'darin Mehrwertsteuer', total: 'Gesamt',
    look: 'Die Bestellung ansehen, oder stornieren, solange sie noch hier ist',
  },
  dispatched: {
    head: 'Ihr Paket ist unterwegs.', with: 'mit', tracking: 'Sendungsnummer',
    last: 'Es ist das letzte dieser Bestellung.', more: 'Der Rest der Bestellung folgt.', charged: 'Die Karte ist inzwischen belastet.', invoiced: 'Es steht jetzt auf Ihrer Rechnung.',
  },
  cancelled: {
    head: 'Ihre Bestellung ist storniert.',
    money: (total) => `Nichts verlässt das Haus, und belastet wird nichts. Hatte Ihre Bank ${total} vorgemerkt, gibt sie den Betrag frei; bei manchen Banken sieht man das erst nach ein paar Tagen.`,
    onAccount: 'Nichts verlässt das Haus, und zu zahlen ist davon nichts.',
  },
  refunded: {
    head: 'Sie bekommen Geld zurück.',
    money: (total) => `Wir haben ${total} zurückgegeben, auf dem Weg, auf dem Sie bezahlt haben. Bei manchen Banken sieht man das erst nach ein paar Tagen.`,
    onAccount: (total) => `Wir haben ${total} von der Rechnung genommen, mit einer Gutschrift.`,
    changed: (number) => `Bestellung ${number} hat sich geändert`,
    lessHead: 'Ihre Bestellung hat sich geändert.',
    notCharged: (total) => `Nicht alles wird kommen; ${total} Ihrer Bestellung werden deshalb nicht berechnet.`,
    delivery: 'Versand',
  },
  refused: {
    head: 'Ihre Karte wurde abgelehnt.',
    money: (total) => `Was Sie vorbestellt haben, ist unterwegs, und die dafür gemerkte Karte hat die ${total} nicht bezahlt.`,
    again: (day) => `Am ${day} fragen wir sie noch einmal: Bitte sorgen Sie dafür, dass sie dann zahlen kann. Oder bezahlen Sie gleich, auf der Seite der Bestellung: Vielleicht will Ihre Bank nur wissen, ob Sie es sind.`,
    last: 'Von uns aus fragen wir sie nicht noch einmal. Bitte bezahlen Sie auf der Seite der Bestellung, oder antworten Sie auf diese Mail, dann finden wir einen anderen Weg.',
  },
  reset: {
    head: 'Ein neues Passwort', choose: 'Neues Passwort wählen', once: 'Der Link gilt einmal und eine Stunde lang.',
    otherwise: 'Haben Sie nicht danach gefragt, tun Sie nichts; Ihr Passwort bleibt, wie es ist.',
  },
  verify: {
    head: 'Ist das Ihre Adresse?',
    asked: 'Jemand hat damit ein Konto eröffnet. Waren Sie es, dann bestätigen Sie das; frühere Bestellungen mit dieser Adresse gehören dann auch dazu.',
    yes: 'Ja, das ist meine Adresse', otherwise: 'Waren Sie es nicht, tun Sie nichts.',
  },
}
