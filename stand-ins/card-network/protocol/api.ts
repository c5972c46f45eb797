import { setTimeout as pause } from 'node:timers/promises'
import { apiVersion } from '../events/events.ts'
import type { Faults } from '../faults.ts'
import { doWork, type Network, type Work } from '../network.ts'
import type { Answer, Asked } from '../server.ts'
import { inProgress, isKept, keptAnswers } from './answers.ts'
import { ApiError, invalid } from './errors.ts'
import { expand } from './expansion.ts'
import { decodeForm, texts, type Form } from './form.ts'
import { newId } from './ids.ts'
import { assertKey } from './key.ts'
import { findRoute, type Operation } from './routes.ts'

const hourMs = 3_600_000

/** Stripe's API under `/v1/`: the key, the parameters, the operation in one transaction with its answer, and the faults that tests ask for. */
export function stripeApi({ network, faults, secretKey }: { network: Network; faults: Faults; secretKey: string }) {
  const answers = keptAnswers(network.store)
  const running = new Set<string>()
  const pruning = setInterval(() => answers.prune(Math.floor(network.nowMs() / 1000)), hourMs).unref()

  return {
    async answer(asked: Asked): Promise<Answer> {
      const request = newId('req')
      // Only what changes something is done once a key: Stripe ignores the key of other calls.
      const key = asked.method === 'POST' ? asked.headers['idempotency-key'] : undefined
      let holds = false
      try {
        assertKey(asked.headers.authorization, secretKey)
        const route = findRoute(asked.method, asked.path)
        if (!route) throw new ApiError(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${asked.method}: ${asked.path}).` })
        if (typeof key === 'string') {
          if (key.length > 255) throw invalid('Idempotency keys are at most 255 characters.')
          if (running.has(key)) throw inProgress(key)
          running.add(key)
          holds = true
        }
        const fault = faults.match(asked.method, asked.path)
        if (fault?.mode === 'slow') await pause(fault.ms)
        if (fault?.mode === 'fail') return failed(request)
        if (fault?.mode === 'drop' || fault?.mode === 'hang') return fault.mode
        if (fault?.mode === 'decline') throw new ApiError(402, { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'Your card has insufficient funds.' })
        const answer = carryOut(asked, { ...route, request, key: typeof key === 'string' ? key : null })
        if (fault?.mode === 'do-then-slow') await pause(fault.ms)
        if (fault?.mode === 'do-then-fail') return failed(request)
        if (fault?.mode === 'do-then-drop') return 'drop'
        if (fault?.mode === 'do-then-hang') return 'hang'
        return answer
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        return json(error.status, textOf(error), { request, key })
      } finally {
        if (holds) running.delete(key as string)
      }
    },

    stop(): void {
      clearInterval(pruning)
    },
  }

  function carryOut(asked: Asked, { operation, id, request, key }: { operation: Operation; id: string; request: string; key: string | null }): Answer {
    const fingerprint = key === null ? '' : answers.fingerprint(asked.method, asked.path, asked.body)
    const before = key === null ? undefined : answers.find(key, fingerprint)
    if (before) {
      return json(before.status, before.body, { request, key, more: { 'idempotent-replayed': 'true', 'original-request': before.request } })
    }
    const params = decodeForm(asked.method === 'POST' ? asked.body : asked.query)
    // Reading needs no transaction, and holds up no writer.
    if (asked.method === 'GET') return json(200, JSON.stringify(read(operation, params, id)), { request, key })
    try {
      return doWork(network, { requestId: request, idempotencyKey: key }, (work) => {
        const result = operation(work, params, id)
        const refused = result instanceof ApiError
        const status = refused ? result.status : 200
        const body = refused ? textOf(result) : JSON.stringify(expand(work.store, result, texts(params, 'expand')))
        if (key !== null) answers.keep(key, fingerprint, { status, body, request }, work.now)
        return json(status, body, { request, key })
      })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const body = textOf(error)
      if (key !== null && isKept(error)) answers.keep(key, fingerprint, { status: error.status, body, request }, Math.floor(network.nowMs() / 1000))
      return json(error.status, body, { request, key })
    }
  }

  /** Asked for by a test token, even a look makes a new card. */
  function read(operation: Operation, params: Form, id: string): object {
    const found = id.startsWith('pm_card_')
      ? doWork(network, nobody, (work) => operation(work, params, id))
      : operation(lookOnly(network), params, id)
    return expand(network.store, found, texts(params, 'expand'))
  }
}

const nobody = { requestId: null, idempotencyKey: null }

function lookOnly(network: Network): Work {
  const nowMs = network.nowMs()
  return {
    store: network.store, now: Math.floor(nowMs / 1000), nowMs, origin: network.origin(),
    record: (type) => { throw new Error(`a look recorded ${type}`) },
  }
}

function textOf({ fields }: ApiError): string {
  return JSON.stringify({ error: { ...fields, ...(fields.code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${fields.code.replaceAll('_', '-')}` }) } })
}

function failed(request: string): Answer {
  const body = JSON.stringify({ error: { type: 'api_error', message: 'An error occurred internally. (A fault asked for by a test.)' } })
  return json(500, body, { request, key: undefined })
}

function json(status: number, body: string, { request, key, more = {} }: { request: string; key: string | string[] | null | undefined; more?: Record<string, string> }): Answer {
  return {
    status, body,
    headers: {
      'content-type': 'application/json', 'cache-control': 'no-cache, no-store', 'request-id': request, 'stripe-version': apiVersion,
      ...(typeof key === 'string' ? { 'idempotency-key': key } : {}), ...more,
    },
  }
}
