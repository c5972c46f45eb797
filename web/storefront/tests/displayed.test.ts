import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { displayed } from '../shelf/displayed.ts'

const card = { handle: 'moby-dick', cover: { format: 'paperback', widthMm: 129, heightMm: 198, subject: 'FBC' }, formats: ['paperback', 'hardback', 'ebook'], media: [] }
const names = Array.from({ length: 60 }, (_, at) => `book-${at}`)
const shown = (more: object) => new Set(names.map((handle) => displayed({ ...card, handle, ...more }).format))

describe('the cover on a shelf', () => {
  it('is that of an edition in print, and always the same', () => {
    assert.deepEqual(shown({}), new Set(['paperback', 'hardback']))
    assert.deepEqual(displayed(card), displayed({ ...card, formats: [...card.formats] }))
  })

  it('keeps its paper, and not the size of another edition', () => {
    const hardback = names.map((handle) => displayed({ ...card, handle })).find(({ format }) => format === 'hardback')
    assert.deepEqual(hardback, { format: 'hardback', subject: 'FBC' })
  })

  it('is the card’s own where it has a picture, or is no paperback', () => {
    assert.deepEqual(shown({ media: [{ id: 'm', kind: 'cover', url: '/cover.jpg' }] as never }), new Set(['paperback']))
    assert.deepEqual(shown({ cover: { format: 'audiobook' } }), new Set(['audiobook']))
  })
})
