import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { mostQueryLetters } from '../contract.ts'
import { asUbi } from './ubi.ts'

/**
 * What User Behavior Insights 1.3.0 asks of a query and of an event, for the fields that are told here
 * (o19s.github.io/ubi/schema/1.3.0/query.request.schema.json and event.schema.json). A name or an id there is one of its usual ones or any
 * other text of a hundred letters; both hold for a usual one, so that its `oneOf` is read as `anyOf`.
 */
const short = z.string().max(100)
const moment = z.iso.datetime({ offset: true })
const ubiQuery = z.strictObject({
  application: short, query_id: short, client_id: short.optional(), user_query: z.string(), query_attributes: z.record(z.string(), z.unknown()), object_id_field: short,
  timestamp: moment, query_response_id: z.string(), query_response_hit_ids: z.array(z.string()),
})
const ubiEvent = z.strictObject({
  application: short, action_name: short, query_id: short, client_id: short.optional(), timestamp: moment, message_type: short, message: z.string().max(1024),
  event_attributes: z.strictObject({
    object: z.strictObject({ object_id: z.string().max(256), object_id_type: short, object_id_field: short }),
    position: z.strictObject({ ordinal: z.int() }),
  }),
})

const id = fc.string({ minLength: 1, maxLength: 60 })
const product = fc.record({ productId: id, features: fc.option(fc.dictionary(fc.string(), fc.double({ noNaN: true })), { nil: undefined }) }, { requiredKeys: ['productId'] })
const logged = fc.record({
  id, askedAt: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2999-12-31') }), market: id, query: fc.string({ maxLength: mostQueryLetters }), clientId: fc.option(id), total: fc.nat(), matching: id, corrected: fc.boolean(),
  ranker: id, shuffled: fc.boolean(), attributes: fc.dictionary(fc.string(), fc.jsonValue()), shown: fc.array(product, { maxLength: 3 }),
  done: fc.array(fc.record({ productId: id, action: fc.constantFrom('impression', 'click', 'add_to_cart', 'purchase'), position: fc.integer({ min: 1, max: 1000 }), at: fc.constantFrom('2026-03-01T12:00:00.5+00:00', '2026-03-01T12:00:00Z') }), { maxLength: 3 }),
})

test('whatever was asked and done is told as User Behavior Insights wants it, with nothing it does not know', () => {
  fc.assert(fc.property(logged, (row) => {
    const { query, events } = asUbi(row as Parameters<typeof asUbi>[0])
    // As it is sent.
    ubiQuery.parse(JSON.parse(JSON.stringify(query)))
    for (const event of events) ubiEvent.parse(JSON.parse(JSON.stringify(event)))
    assert.equal(events.length, row.done.length)
  }))
})
