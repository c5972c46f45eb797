import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import type { Clock } from '@octavo/clock'
import { accountCreated, emailVerified } from '../events.ts'
import type { AccountRow } from './account.ts'

type Unannounced = AccountRow & { readonly announced: boolean; readonly announcedEmail: string | null }

/**
 * The sign-in library writes accounts in transactions of its own, so their facts go out from the row itself: what a row has not yet
 * announced is announced and marked in one transaction. Called after every sign-up and verification, and at start for what a crash left.
 */
export async function announceAccounts(database: Database, outbox: Outbox, clock: Clock): Promise<void> {
  for (;;) {
    const count = await database.transaction(async (tx) => {
      const rows = await tx.rows<Unannounced>(
        `select "id", "email", "emailVerified", "name", "roles", "createdAt", "announced", "announcedEmail" from "user"
         where not "announced" or ("emailVerified" and "announcedEmail" is distinct from "email") order by "createdAt" limit 100 for update skip locked`)
      const at = clock.now().toISOString()
      for (const row of rows) {
        const email = row.email.toLowerCase()
        if (!row.announced) await outbox.append(tx, accountCreated, row.id, { accountId: row.id, email, name: row.name, at })
        if (row.emailVerified && row.announcedEmail !== row.email) await outbox.append(tx, emailVerified, row.id, { accountId: row.id, email, at })
      }
      if (rows.length) await tx.run(`update "user" set "announced" = true, "announcedEmail" = case when "emailVerified" then "email" else "announcedEmail" end where "id" = any($1::text[])`, [rows.map(({ id }) => id)])
      return rows.length
    })
    if (count < 100) return
  }
}
