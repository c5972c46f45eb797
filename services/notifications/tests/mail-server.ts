import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** Head and body as they came over the wire. */
  readonly source: string
}

/** A real mail server on loopback. It can be away, come back on its port, and refuse. */
export async function mailServer() {
  const received: Received[] = []
  const answers: { code: number; words: string }[] = []
  let server = await open(0)
  const { port } = server.server.address() as AddressInfo

  async function open(on: number): Promise<SMTPServer> {
    const one = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      closeTimeout: 1,
      onData(stream, { envelope }, done) {
        void text(stream).then((source) => {
          const refusal = answers.shift()
          if (refusal) return done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }))
          received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), source })
          done()
        })
      },
    })
    one.on('error', () => {})
    one.listen(on, '127.0.0.1')
    await once(one.server, 'listening')
    return one
  }
  const leave = () => new Promise<void>((gone) => { server.close(() => gone()) })
  after(leave)
  return {
    url: `smtp://127.0.0.1:${port}`, received, leave,
    async comeBack() { server = await open(port) },
    /** The next mail is answered with this. */
    refuse: (code: number, words: string) => { answers.push({ code, words }) },
  }
}

/** A header of a mail, unfolded. */
export const headerOf = ({ source }: Received, name: string): string =>
  (new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(source)?.[1] ?? '').replace(/\r\n[ \t]/g, ' ')
