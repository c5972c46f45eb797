import type { Database } from '@octavo/database'
import type { PurgeChannel } from './port.ts'

const channel = 'octavo_purges'
/** A notification holds 8,000 bytes. */
const mostBytes = 7500

/** Purges by NOTIFY, for several processes without Redis. */
export function notifyChannel(database: Database): PurgeChannel {
  return {
    async send(tags) {
      let part: string[] = []
      let size = 0
      const flush = async (): Promise<void> => {
        if (part.length) await database.notify(channel, JSON.stringify(part))
        part = []
        size = 0
      }
      for (const tag of tags) {
        const bytes = Buffer.byteLength(JSON.stringify(tag)) + 1
        if (size + bytes > mostBytes) await flush()
        part.push(tag)
        size += bytes
      }
      await flush()
    },
    // An empty payload is the listener's word for having been away.
    listen: (heard) => database.listen(channel, (payload) => heard(payload === '' ? undefined : (JSON.parse(payload) as string[]))),
  }
}
