import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ask, number, runningShop, WrongUsage, type Command } from './command.ts'

interface Breach { readonly promise: number; readonly detail: string; readonly ids: readonly string[] }
interface Page { readonly part: string; readonly examined: number; readonly breaches: readonly Breach[]; readonly withOperator: readonly string[]; readonly nextCursor: string | null }

/** An old checkout may still be cancelled or dispatched; what was begun so long before the last audit is looked at again, milliseconds. */
const overlapMs = 24 * 3_600_000

/** Whether what the services and the payment provider say goes together. */
export const auditCommand: Command = {
  summary: 'Check that orders, stock, money and mails agree',
  usage: `
npm run octavo -- audit [--full] [--json]

  --full   every checkout there ever was. Otherwise: those begun since the day before the last audit without a breach, and all that are open
  --json   one object: what was looked at, the breaches, and the checkouts that wait for you

Changes nothing in the shop. Ends with 1 when something is wrong: docs/correctness.md says what each promise means.`,
  async run(args, terminal) {
    const { full, json } = parse(args)
    const shop = await runningShop(terminal)
    const watermark = join(terminal.home, 'audit.json')
    const since = full ? undefined : await lastAudit(watermark)
    const begunAt = new Date()
    const examined: Record<string, number> = {}
    const breaches = new Map<string, Breach>()
    const withOperator: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = new URLSearchParams({ ...(cursor && { cursor }), ...(since && { since }) })
      const page: Page = await ask<Page>(shop, 'GET', `/api/operator/audit?${query.toString()}`)
      examined[page.part] = (examined[page.part] ?? 0) + page.examined
      for (const breach of page.breaches) breaches.set(JSON.stringify(breach), breach)
      withOperator.push(...page.withOperator)
      cursor = page.nextCursor
      if (terminal.stop.aborted) return 130
    }
    const found = [...breaches.values()]
    // What was found stays in sight of the next audit until it is mended.
    if (found.length === 0) await writeFile(watermark, `${JSON.stringify({ since: new Date(begunAt.getTime() - overlapMs).toISOString() })}\n`)
    if (json) terminal.out.write(`${JSON.stringify({ since: since ?? null, examined, breaches: found, withOperator })}\n`)
    else {
      for (const { promise, detail, ids } of found) terminal.out.write(`Promise ${promise} is broken: ${detail}\n    ${ids.join(' ')}\n`)
      for (const id of withOperator) terminal.out.write(`Waits for you: checkout ${id}\n`)
      terminal.out.write(`Looked at ${Object.entries(examined).map(([part, count]) => `${part} ${number(count)}`).join(', ')}. ${found.length === 0 ? 'Everything agrees.' : `${number(found.length)} breaches.`}\n`)
    }
    return found.length === 0 ? 0 : 1
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { full: { type: 'boolean' }, json: { type: 'boolean' } } }).values
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

/** Nothing was audited yet, or nobody knows when: everything is looked at. */
async function lastAudit(path: string): Promise<string | undefined> {
  try {
    const { since } = JSON.parse(await readFile(path, 'utf8')) as { since?: unknown }
    return typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? since : undefined
  } catch {
    return undefined
  }
}
