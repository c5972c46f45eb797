import type { Database, Queryable } from '@octavo/database'
import type { DefaultTables } from '../rates/defaults.ts'
import { rateTable, type Rate, type RateTable, type ServiceLevel, type Transit, type ZoneCountry } from '../rates/table.ts'

/** All tables as they are now. */
export async function readRateTable(sql: Queryable): Promise<RateTable> {
  const rates = await sql.rows<{ seller_id: string; market: string; zone: string; level: ServiceLevel; up_to_grams: number; price_minor: number }>(
    'select seller_id, market, zone, level, up_to_grams, price_minor from rate')
  const zones = await sql.rows<ZoneCountry>('select market, country, zone from zone_country')
  const transits = await sql.rows<{ market: string; zone: string; level: ServiceLevel; label: string; min_days: number; max_days: number; cut_off_hour: number; time_zone: string }>(
    'select market, zone, level, label, min_days, max_days, cut_off_hour, time_zone from transit')
  return rateTable(
    rates.map((row): Rate => ({ sellerId: row.seller_id, market: row.market, zone: row.zone, level: row.level, upToGrams: row.up_to_grams, priceMinor: row.price_minor })),
    zones,
    transits.map((row): Transit => ({
      market: row.market, zone: row.zone, level: row.level, label: row.label,
      minDays: row.min_days, maxDays: row.max_days, cutOffHour: row.cut_off_hour, timeZone: row.time_zone,
    })),
  )
}

/** One seller's own table in a market, zone by zone, the lightest parcel first. */
export async function readRates(sql: Queryable, sellerId: string, market: string): Promise<Omit<Rate, 'sellerId' | 'market'>[]> {
  return sql.rows('select zone, level, up_to_grams as "upToGrams", price_minor as "priceMinor" from rate where seller_id = $1 and market = $2 order by zone, level, up_to_grams', [sellerId, market])
}

/** Gives a market its first tables, unless it has zones already. */
export async function seedMarket(database: Database, market: string, { zones, transits, rates }: DefaultTables): Promise<void> {
  await database.transaction(async (tx) => {
    if (await tx.maybe('select 1 from zone_country where market = $1 limit 1', [market])) return
    await tx.run('insert into zone_country (market, country, zone) select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing',
      [market, zones.map((entry) => entry.country), zones.map((entry) => entry.zone)])
    await tx.run(
      `insert into transit (market, zone, level, label, min_days, max_days, cut_off_hour, time_zone)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::text[]) on conflict do nothing`,
      [
        market, transits.map((entry) => entry.zone), transits.map((entry) => entry.level), transits.map((entry) => entry.label),
        transits.map((entry) => entry.minDays), transits.map((entry) => entry.maxDays), transits.map((entry) => entry.cutOffHour), transits.map((entry) => entry.timeZone),
      ])
    await insertRates(tx, rates)
  })
}

/** Replaces a seller's whole table in a market; without any rates the seller has none of its own. */
export async function replaceRates(database: Database, sellerId: string, market: string, rates: readonly Rate[]): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run('delete from rate where seller_id = $1 and market = $2', [sellerId, market])
    await insertRates(tx, rates)
  })
}

async function insertRates(sql: Queryable, rates: readonly Rate[]): Promise<void> {
  await sql.run(
    `insert into rate (seller_id, market, zone, level, up_to_grams, price_minor)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[]) on conflict do nothing`,
    [
      rates.map((rate) => rate.sellerId), rates.map((rate) => rate.market), rates.map((rate) => rate.zone),
      rates.map((rate) => rate.level), rates.map((rate) => rate.upToGrams), rates.map((rate) => rate.priceMinor),
    ])
}
