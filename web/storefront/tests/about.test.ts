import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Product } from '@octavo/catalog/contract'
import { aboutOf } from '../shelf/about.ts'

const person = (handle: string, role: string) => ({ id: handle, handle, name: handle.toUpperCase(), role })
const book = (title: string, firstPublishedYear: number | undefined, ...contributors: ReturnType<typeof person>[]) => ({
  handle: title.toLowerCase(), title, firstPublishedYear, contributors, series: [{ id: 's', handle: 'sea', name: 'The Sea' }], language: 'en',
  subjects: [{ scheme: 'thema', code: 'FBC', label: 'Classics', handle: 'thema-fbc' }, { scheme: 'keyword', code: 'whales' }], variants: [{ format: 'ebook', contributors: [] }, { format: 'ebook', contributors: [person('dora', 'narrator')] }, { format: 'hardback', contributors: [] }],
}) as unknown as Product
const books = [book('Late', 1891, person('ada', 'author'), person('ben', 'narrator')), book('Early', 1851, person('ada', 'author'), person('ben', 'narrator'), person('cleo', 'editor')), book('Undated', undefined, person('ben', 'author'), person('ada', 'translator'))]

describe('what stands at the head of a list', () => {
  it('is its works in the order of their years, and what its person did how often', () => {
    const about = aboutOf(books, 'ada', true)
    assert.deepEqual(about.works.map(({ name, year }) => [name, year]), [['Early', 1851], ['Late', 1891]])
    assert.deepEqual(about.roles, [{ role: 'author', count: 2 }, { role: 'translator', count: 1 }])
  })

  it('names the others, the most frequent first, and never the page itself', () => {
    const about = aboutOf(books, 'ada', true)
    assert.deepEqual(about.people, [{ handle: 'ben', name: 'BEN' }, { handle: 'dora', name: 'DORA' }, { handle: 'cleo', name: 'CLEO' }])
    assert.deepEqual(aboutOf(books, 'sea', true).series, [])
    assert.deepEqual(about.subjects, [{ handle: 'thema-fbc', name: 'Classics' }])
    assert.deepEqual(about.formats, ['ebook', 'hardback'])
  })

  it('tells what somebody did for an edition alone', () => {
    assert.deepEqual(aboutOf(books, 'dora', true).roles, [{ role: 'narrator', count: 3 }])
  })

  it('counts nothing where the list goes on', () => {
    const about = aboutOf(books, 'ada', false)
    assert.deepEqual([about.works, about.roles], [[], []])
    assert.equal(about.people.length, 3)
  })
})
