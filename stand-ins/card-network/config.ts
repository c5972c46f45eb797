import type { CardNetworkOptions, Webhook } from './card-network.ts'

/** A setting that is missing or wrong, by its variable's name. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/**
 * Reads the settings of a card network that runs as a process of its own.
 * @throws {BadConfig} naming every variable that is wrong.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Omit<CardNetworkOptions, 'logger'> {
  const wrong: string[] = []
  const read = <Value>(name: string, convert: (text: string) => Value | undefined, expects: string, otherwise: Value | undefined): Value | undefined => {
    const text = environment[name]
    if (text === undefined || text === '') {
      if (otherwise === undefined) wrong.push(`${name} is not set: ${expects}`)
      return otherwise
    }
    const value = convert(text)
    if (value === undefined) wrong.push(`${name} is wrong: ${expects}`)
    return value
  }
  const port = read('CARD_NETWORK_PORT', (text) => (/^\d+$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined), 'a port, or 0 for a free one', 0)
  const folder = read('CARD_NETWORK_FOLDER', (text) => text, 'the folder of its state', undefined)
  const secretKey = read('CARD_NETWORK_SECRET_KEY', (text) => (/^sk_test_\w{8,}$/.test(text) ? text : undefined), 'a key as sk_test_… with 8 letters or more', undefined)
  const webhookUrl = read('CARD_NETWORK_WEBHOOK_URL', (text) => (URL.canParse(text) && /^https?:/.test(text) ? text : undefined), 'an http address', '')
  const webhookSecret = read('CARD_NETWORK_WEBHOOK_SECRET', (text) => (/^whsec_\S+$/.test(text) ? text : undefined), 'a secret as whsec_…', '')
  const events = read('CARD_NETWORK_WEBHOOK_EVENTS', listOf, 'event types divided by commas', [])
  const allowedOrigins = read('CARD_NETWORK_ALLOWED_ORIGINS', (text) => originsOf(listOf(text)), 'origins as http://127.0.0.1:3000, divided by commas', [])
  if (webhookUrl && webhookSecret === '') wrong.push('CARD_NETWORK_WEBHOOK_SECRET is not set: events are signed with it')
  if (wrong.length > 0) throw new BadConfig(wrong.join('\n'))
  const webhook: Webhook | null = webhookUrl ? { url: webhookUrl, secret: webhookSecret ?? '', ...(events?.length ? { events } : {}) } : null
  return { port: port ?? 0, folder: folder ?? '', secretKey: secretKey ?? '', webhook, allowedOrigins: allowedOrigins ?? [] }
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim()).filter(Boolean)
}

function originsOf(urls: string[]): string[] | undefined {
  return urls.every((url) => URL.canParse(url) && new URL(url).origin === url.replace(/\/$/, '')) ? urls : undefined
}
