import { randomInt } from 'node:crypto'
import { requireService } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { usersContract } from '../contract.ts'
import type { UsersDeps } from '../deps.ts'

/** Processes that start together take turns: one makes the operator, the others see that there is one. */
export const ensureOperator = (deps: UsersDeps): Handler<(typeof usersContract)['ensureOperator']> => async ({ context }) => {
  requireService(context.caller)
  return deps.database.transaction(async (turn) => {
    await turn.run(`select pg_advisory_xact_lock(hashtextextended('operator', 0))`)
    return make(deps)
  })
}

async function make({ database, auth, config, announce }: UsersDeps): Promise<{ email: string; password: string } | null> {
  const there = await database.maybe(`select 1 from "user" where "roles" like '%operator%' limit 1`)
  if (there) return null
  const email = config.operatorEmail.toLowerCase()
  const password = readablePassword()
  const existing = await database.maybe<{ id: string }>(`select "id" from "user" where lower("email") = $1`, [email])
  const { internalAdapter, password: passwords } = await auth.$context
  // Left by a start that was cut off, or a stranger's who took the address: whoever knows the old password must not become the operator.
  if (existing) await internalAdapter.updatePassword(existing.id, await passwords.hash(password))
  else await auth.api.signUpEmail({ body: { email, password, name: 'Operator' } })
  // Its address is the operator's own business and needs no mail to prove.
  await database.transaction(async (tx) => {
    const { id } = await tx.one<{ id: string }>(`update "user" set "roles" = 'shopper,operator', "emailVerified" = true, "updatedAt" = now() where lower("email") = $1 returning "id"`, [email])
    await tx.run(`delete from "session" where "userId" = $1`, [id])
  })
  await announce()
  return { email, password }
}

/** Five groups of four letters that cannot be mistaken for one another: about 99 bits. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
}
