import type { Planted } from './planted.ts'

const migrations = 'services/inventory/store/migrations'
const tests = 'services/inventory/tests'

export const inventory: readonly Planted[] = [
  {
    bug: 'two lines that share a stock item are checked one by one (medusa#16502)', at: migrations,
    edits: [{ find: 'from (select item, sum(units) as units from', put: 'from (select item, max(units) as units from' }],
    guard: { file: `${tests}/holds.test.ts`, test: 'sums up what several lines want of one item before it decides' },
  },
  {
    bug: 'a reservation is written as an absolute value that was read earlier (medusa)', at: migrations,
    edits: [{ find: 'reserved = reserved + p_reserved,', put: 'reserved = (select s.reserved from stock_item s, pg_sleep(0.01) where s.id = p_item) + p_reserved,' }],
    guard: { file: `${tests}/holds.test.ts`, test: 'gives ten copies to exactly ten of a hundred buyers' },
  },
  {
    bug: 'a lower fence than was seen is let through', at: migrations,
    edits: [{ find: 'do update set fence = excluded.fence where known.fence <= excluded.fence', put: 'do update set fence = excluded.fence' }],
    guard: { file: `${tests}/holds.test.ts`, test: 'refuses whoever comes with a lower fence than was seen' },
  },
  {
    bug: 'an undo leaves no tombstone, and its do comes after it', at: migrations,
    edits: [{ find: "insert into hold (checkout_id, attempt, status) values (p_checkout, p_attempt, 'undone');", put: 'null;' }],
    guard: { file: `${tests}/holds.test.ts`, test: 'refuses a hold whose undo came before it' },
  },
  {
    bug: 'an allocation over two locations takes too many (vendure#4030)', at: migrations,
    edits: [{ find: 'units := least(missing, level.free);', put: 'units := level.free;' }],
    guard: { file: `${tests}/levels.test.ts`, test: 'takes from several locations in a fixed order, and gives back to each' },
  },
  {
    bug: 'the hold of a checkout that lives is freed', at: 'services/inventory/sweeper/expiry.ts',
    edits: [{ find: 'if (known.has(checkoutId)) continue', put: '' }],
    guard: { file: `${tests}/sweeper.test.ts`, test: 'frees what expired and nobody knows, after the grace and not before' },
  },
  {
    bug: 'rows are locked in the order in which the buyers named them, and block each other', at: migrations,
    edits: [{ find: 'order by i.id for update', put: 'order by array_position(p_items, i.id) for update' }, { find: 'group by u.item order by u.item\n  loop\n    if move_stock', put: 'group by u.item order by array_position(p_items, u.item)\n  loop\n    if move_stock' }],
    guard: { file: `${tests}/holds.test.ts`, test: 'never deadlocks when buyers want the same items in different orders' },
  },
  {
    bug: 'a relay that died carries its facts into the log a second time', at: 'engines/events/log-tables.ts',
    edits: [{ find: 'where not exists (select 1 from log where log.event_id = e.id)', put: '' }],
    guard: { file: 'engines/events/tests/postgres-log.test.ts', test: 'has each fact once when a relay died between the log and its outbox' },
  },
]
