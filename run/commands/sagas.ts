import { parseArgs } from 'node:util'
import type { SagaDetails, SagaView } from '@octavo/orders/contract'
import { ask, runningShop, WrongUsage, type Command } from './command.ts'

/** Checkouts as the saga sees them: found, read with their whole history, tried again, ended. */
export const sagas: Command = {
  summary: 'Look at checkouts step by step; try one again, or end one that is stuck',
  usage: `
npm run octavo -- sagas list [--status STATUS] [--search WORDS] [--json]
npm run octavo -- sagas show CHECKOUT [--json]
npm run octavo -- sagas retry CHECKOUT --reason WHY
npm run octavo -- sagas end CHECKOUT --reason WHY

  --status STATUS   running, waiting, undoing, stuck, completed or failed; list shows what is stuck when nothing is said
  --search WORDS    a checkout's or an order's id, an order's number, or the address that was given

retry takes up at once what rests. end is for what is stuck: what could not be undone is not tried any more, and is yours to see to. Both stay
written down with the reason.`,
  async run(args, terminal) {
    const { values, positionals: [what, checkoutId, ...more] } = parse(args)
    if (more.length > 0) throw new WrongUsage(`"${more[0]}" is one word too many.`)
    if (what === 'list') {
      if (checkoutId !== undefined) throw new WrongUsage('Say what you look for so: --search WORDS.')
      return list(values, terminal)
    }
    if (what !== 'show' && what !== 'retry' && what !== 'end') throw new WrongUsage(what === undefined ? 'Say what to do: list, show, retry or end.' : `"${what}" is not one of list, show, retry and end.`)
    if (checkoutId === undefined) throw new WrongUsage(`${what} needs the checkout's id, as list shows it.`)
    const path = `/api/operator/sagas/${encodeURIComponent(checkoutId)}`
    if (what === 'show') {
      const saga = await ask<SagaDetails>(await runningShop(terminal), 'GET', path)
      terminal.out.write(values.json ? `${JSON.stringify(saga)}\n` : told(saga))
      return 0
    }
    if (values.reason === undefined || values.reason.trim() === '') throw new WrongUsage(`${what} needs a reason, for whoever reads this later: --reason "the shopper is on the telephone".`)
    const saga = await ask<SagaDetails>(await runningShop(terminal), 'POST', `${path}/${what}`, { reason: values.reason })
    terminal.out.write(what === 'retry' ? 'It is taken up now. Look again in a moment.\n' : `It has ended as ${saga.status}. Left for you: ${saga.acts.at(-1)?.leftUndone.join(', ') || 'nothing'}.\n`)
    return 0
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { status: { type: 'string' }, search: { type: 'string' }, reason: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

async function list({ status, search, json }: ReturnType<typeof parse>['values'], { out, ...terminal }: Parameters<Command['run']>[1]): Promise<number> {
  const shop = await runningShop(terminal)
  const wanted = { ...(search === undefined ? { status: status ?? 'stuck' } : { search, ...(status !== undefined && { status }) }) }
  let count = 0
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: SagaView[]; nextCursor: string | null } = await ask(shop, 'GET', `/api/operator/sagas?${new URLSearchParams({ limit: '100', ...wanted, ...(cursor !== undefined && { cursor }) }).toString()}`)
    for (const saga of page.items) out.write(json ? `${JSON.stringify(saga)}\n` : `${saga.checkoutId}  ${saga.status} at ${saga.step}, begun ${saga.createdAt}\n    ${saga.failure?.detail ?? saga.lastError ?? ''}\n`)
    count += page.items.length
    cursor = page.nextCursor
  }
  if (count === 0 && !json) out.write(search === undefined && (status ?? 'stuck') === 'stuck' ? 'None is stuck. All is well.\n' : 'There is none.\n')
  return 0
}

function told(saga: SagaDetails): string {
  const rows = [
    `${saga.checkoutId}, order ${saga.orderId}: ${saga.status} at ${saga.step}`, `begun ${saga.createdAt}, moved last ${saga.updatedAt}`,
    ...(saga.nextAttemptAt === null ? [] : [`tried next ${saga.nextAttemptAt}`]), ...(saga.deadlineAt === null ? [] : [`deadline ${saga.deadlineAt}`]),
    ...(saga.toUndo.length === 0 ? [] : [`to be undone: ${saga.toUndo.join(', ')}`]), ...(saga.failure === null ? [] : [`told to the shopper: ${saga.failure.detail}`]),
    '', ...saga.steps.map(({ at, step, attempt, fence, outcome, detail, tookMs }) => `${at}  ${step}, attempt ${attempt}, fence ${fence}: ${outcome} after ${tookMs} ms${detail === null ? '' : `, ${detail}`}`),
    ...saga.acts.map(({ at, act, operator, reason, step }) => `${at}  ${act} by ${operator} at ${step}: ${reason}`),
  ]
  return `${rows.join('\n')}\n`
}
