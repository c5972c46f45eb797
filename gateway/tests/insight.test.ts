import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '@octavo/ids'
import { insightAnswer } from '../pages.ts'
import { openDoor } from '../testing.ts'

const clientId = newId('cli')
const interactions = [{ action: 'click', queryId: 'qry_1', items: [{ productId: 'prd_1', position: 3 }] }]

describe('what is noted of shoppers', () => {
  async function open() {
    const asked: unknown[] = []
    const { ask } = await openDoor({ search: { noteInteractions: async ({ input }) => { asked.push(input.by); return { noted: 1 } } } })
    const note = (headers: Record<string, string>, body: object = { interactions }) => ask('/api/search/interactions', { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'Firefox', ...headers }, body: JSON.stringify(body) })
    return { asked, note, ask }
  }
  const from = async ({ ask }: Awaited<ReturnType<typeof open>>) => ({ cookie: `octavo_insight=${clientId}`, origin: new URL((await ask('/api/markets')).url).origin })

  test('is told with the id of the cookie that agreeing set, and makes nobody a guest', async () => {
    const door = await open()
    const answer = await door.note(await from(door))
    assert.deepEqual([answer.status, answer.headers.get('set-cookie'), door.asked], [200, null, [{ robot: false, clientId }]])
  })

  test('is told of nobody without that cookie, with one that was made up, or for a browser that objects', async () => {
    const door = await open()
    const headers = await from(door)
    for (const more of [{ cookie: '' }, { cookie: 'octavo_insight=no' }, { cookie: 'octavo_insight=ada@reader.example' }, { 'sec-gpc': '1' }]) await door.note({ ...headers, ...more })
    assert.deepEqual(door.asked, Array(4).fill({ robot: false }))
  })

  test('is nothing for robots', async () => {
    const door = await open()
    for (const agent of ['Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.com/bot.html)', 'HeadlessChrome/140', 'python-requests/2']) await door.note({ ...await from(door), 'user-agent': agent })
    assert.deepEqual(door.asked, Array(3).fill({ robot: true }))
  })

  test('is refused in words when it makes no sense', async () => {
    const door = await open()
    for (const body of [{}, { interactions: [] }, { interactions: [{ ...interactions[0], action: 'stare' }] }, { interactions: [{ ...interactions[0], items: [{ productId: 'prd_1', position: 0 }] }] }, { interactions: Array(51).fill(interactions[0]) }]) {
      const answer = await door.note(await from(door), body)
      assert.equal(answer.status, 422, JSON.stringify(body))
      assert.equal(((await answer.json()) as { code: string }).code, 'INVALID_INPUT')
    }
    assert.deepEqual(door.asked, [])
  })

  test('is a random id in a cookie that no script reads, or a no', () => {
    assert.match(insightAnswer(true, true), /^octavo_insight=cli_[0-7][0-9a-z]{25}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
    assert.match(insightAnswer(false, false), /^octavo_insight=no; .*\d$/)
  })
})
