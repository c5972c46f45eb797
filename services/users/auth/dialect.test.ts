import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Kysely } from 'kysely'
import { testDatabase } from '@octavo/database/testing'
import { dialectOver } from './dialect.ts'

const database = await testDatabase('users')
await database.run('create table note (id int primary key, words text not null)')
const on = new Kysely<{ note: { id: number; words: string } }>({ dialect: dialectOver(database) })
const count = async () => (await database.one<{ count: number }>('select count(*)::int as count from note')).count

describe('the sign-in library’s way to the database', () => {
  test('reads and writes, and tells how many rows it wrote', async () => {
    await on.insertInto('note').values([{ id: 1, words: 'one' }, { id: 2, words: 'two' }]).execute()
    assert.deepEqual(await on.selectFrom('note').selectAll().orderBy('id').execute(), [{ id: 1, words: 'one' }, { id: 2, words: 'two' }])
    assert.deepEqual(await on.updateTable('note').set({ words: 'deux' }).where('id', '=', 2).returning('words').execute(), [{ words: 'deux' }])
    assert.equal((await on.updateTable('note').set({ words: 'same' }).executeTakeFirst()).numUpdatedRows, 2n)
    assert.equal((await on.deleteFrom('note').executeTakeFirst()).numDeletedRows, 2n)
  })

  test('commits all of a transaction, which nobody sees before', async () => {
    await on.transaction().execute(async (tx) => {
      await tx.insertInto('note').values({ id: 3, words: 'three' }).execute()
      assert.equal(await count(), 0, 'from outside')
      assert.equal((await tx.selectFrom('note').selectAll().execute()).length, 1, 'from inside')
    })
    assert.equal(await count(), 1)
  })

  test('keeps nothing of one that fails, and goes on working', async () => {
    await assert.rejects(on.transaction().execute(async (tx) => {
      await tx.insertInto('note').values({ id: 4, words: 'four' }).execute()
      throw new Error('on purpose')
    }), /on purpose/)
    await assert.rejects(on.transaction().execute((tx) => tx.insertInto('note').values({ id: 3, words: 'again' }).execute()), /duplicate key/)
    assert.equal(await count(), 1)
  })

  test('runs more transactions at once than there are connections, and gives each back', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => on.transaction().execute(async (tx) => {
      await tx.insertInto('note').values({ id: 100 + at, words: 'many' }).execute()
      if (at % 2 === 0) throw new Error('on purpose')
    }).catch(() => {})))
    assert.equal(await count(), 21)
  })

  test('does not say that it committed when the commit failed', async () => {
    await database.run(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'too late' using errcode = '40001'; end $$`)
    await database.run('create constraint trigger refuse_late after insert on note deferrable initially deferred for each row execute function refuse()')
    const before = await count()
    await assert.rejects(on.transaction().execute((tx) => tx.insertInto('note').values({ id: 5, words: 'five' }).execute()))
    assert.equal(await count(), before)
  })
})
