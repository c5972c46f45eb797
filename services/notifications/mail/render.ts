import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { mailTools, type MailData, type MailKind } from './mail.ts'
import { wordsIn } from './words/words.ts'

const views = fileURLToPath(new URL('./templates', import.meta.url))
const html = new Eta({ views, cache: true, autoEscape: true })
const text = new Eta({ views, cache: true, autoEscape: false, autoTrim: [false, 'nl'] })

export interface Words { readonly html: string; readonly text: string }

/** A mail's words, for people with and without HTML. */
export function render<Kind extends MailKind>(kind: Kind, { subject, data, shopName, shopUrl, locale }: { subject: string; data: MailData[Kind]; shopName: string; shopUrl: string; locale: string }): Words {
  const view = { subject, ...data, words: wordsIn(locale), tools: mailTools({ shopName, shopUrl, locale }) }
  return { html: html.render(`./${kind}.html.eta`, view), text: `${text.render(`./${kind}.text.eta`, view).trim()}\n` }
}
