import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Database } from '@octavo/database'
import { testDatabase } from '@octavo/database/testing'
import { silentLog } from '@octavo/telemetry'
import { knownRates } from '../rates/known-rates.ts'
import { shippingTables } from '../service.ts'
import { replaceRates } from '../store/rates.ts'

const rate = { sellerId: 'sel_own', market: 'gb', zone: 'domestic', level: 'standard' as const, upToGrams: 1000, priceMinor: 150 }

test('rates that were read before a change and come after it are dropped', async () => {
  const database = await testDatabase('shipping', shippingTables())
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let holds = false
  const late: Database = {
    ...database,
    async rows<Row>(text: string, values?: readonly unknown[]) {
      const found = await database.rows<Row>(text, values)
      if (!holds) return found
      holds = false
      reached.resolve()
      await released.promise
      return found
    },
  }
  const known = knownRates(late, silentLog)
  await known.start()
  await replaceRates(database, 'sel_own', 'gb', [rate])
  holds = true
  const before = known.changed()
  await reached.promise
  await replaceRates(database, 'sel_own', 'gb', [])
  await known.changed()
  released.resolve()
  await before
  assert.equal(known.table().priceMinor({ sellerId: 'sel_own', weightGrams: 900 }, 'gb', 'domestic', 'standard'), undefined)
  await known.stop()
})
