import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import {
  cover, coverLabel, coverPaper, coverSubject, coverSubjects, patternNames, spine, trim, type CoverItem,
} from '../covers/cover.ts'

interface Recorded {
  item: CoverItem
  cover: string
  paper: string
  label: string
  spine?: string
}
const recorded = JSON.parse(readFileSync(new URL('covers.golden.json', import.meta.url), 'utf8')) as Recorded[]
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const whale: CoverItem = { title: 'Moby-Dick; or, The Whale', authors: ['Herman Melville'], subject: 'sea' }
const viewBox = (svg: string) => /viewBox="([^"]+)"/.exec(svg)?.[1]
const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)

/** Every tag that opens closes, in order. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (self) continue
    if (!close) open.push(name!)
    else if (open.pop() !== name) return false
  }
  return open.length === 0 && !/NaN|undefined|Infinity/.test(svg)
}

describe('a cover', () => {
  it('keeps the bytes it has always had', () => {
    for (const { item, ...was } of recorded) {
      const what = JSON.stringify(item)
      assert.equal(digest(cover(item)), was.cover, `cover of ${what}`)
      assert.equal(digest(coverPaper(item)), was.paper, `paper of ${what}`)
      assert.equal(digest(coverLabel(item)), was.label, `label of ${what}`)
      if (was.spine) assert.equal(digest(spine(item)), was.spine, `spine of ${what}`)
    }
  })

  it('is the same every time it is asked for', () => {
    for (const pattern of patternNames) assert.equal(cover({ ...whale, pattern }), cover({ ...whale, pattern }))
  })

  it('carries its name when it stands alone, and hides when the page names it', () => {
    assert.match(cover(whale), /role="img" aria-label="Moby-Dick; or, The Whale, Herman Melville"/)
    assert.match(coverPaper(whale), /aria-hidden="true"/)
    assert.match(coverLabel(whale), /aria-hidden="true"/)
    assert.doesNotMatch(coverPaper(whale), /<text/)
  })

  it('is drawn at the true trim, two units a millimetre', () => {
    assert.equal(viewBox(cover({ ...whale, format: 'hardback', widthMm: 153, heightMm: 234 })), '0 0 306 468')
    assert.deepEqual(trim({ format: 'mass_market' }), { widthMm: 110, heightMm: 178 })
  })

  it('takes the usual size of its format when a measure is missing, absurd or not of paper', () => {
    assert.deepEqual(trim({ format: 'paperback', widthMm: 129 }), { widthMm: 129, heightMm: 198 })
    assert.deepEqual(trim({ format: 'paperback', widthMm: 0, heightMm: 19800 }), { widthMm: 129, heightMm: 198 })
    assert.deepEqual(trim({ format: 'audiobook', widthMm: 120, heightMm: 200 }), { widthMm: 140, heightMm: 140 })
    assert.deepEqual(trim({ format: 'clay tablet' }), { widthMm: 129, heightMm: 198 })
  })

  it('shares its binding between the formats of a work and the volumes of a series', () => {
    const ground = (item: CoverItem) => /<path fill="(#[0-9a-f]{6})"/.exec(coverPaper(item))?.[1]
    assert.equal(ground({ ...whale, format: 'paperback' }), ground({ ...whale, format: 'hardback' }))
    const series = 'Chronicles of Barsetshire'
    assert.equal(ground({ title: 'The Warden', series, volume: 1 }), ground({ title: 'Barchester Towers', series, volume: 2 }))
  })

  it('shares a page with other covers without sharing an id', () => {
    const editions: CoverItem[] = [
      { ...whale, format: 'paperback' }, { ...whale, format: 'large_print' }, { ...whale, format: 'ebook' },
      { ...whale, format: 'paperback', widthMm: 110, heightMm: 178 }, { ...whale, volume: 2 }, { ...whale, seed: 'second' },
    ]
    const all = editions.flatMap((item) => [...new Set(ids(cover({ ...item, pattern: 'stars' })))])
    assert.equal(new Set(all).size, all.length)
  })

  it('sets any title and any author', () => {
    const titles = [
      'It', 'A', '', '😀', '紅樓夢', 'Преступление и наказание', '<script>alert("1 & 2")</script>',
      'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger', 'or '.repeat(90) + '; or, ' + 'und '.repeat(90),
    ]
    const authors = [[], [''], ['夏目漱石'], ['Jacob Grimm', 'Wilhelm Grimm'], ['A', 'B', 'C', 'D'], ['X'.repeat(200)]]
    for (const title of titles)
      for (const names of authors)
        for (const format of ['paperback', 'gift', 'hardback', 'audiobook_cd', 'ebook', 'board_book', 'tote', 'tin', 'other'])
          for (const draw of [cover, spine]) assert.ok(isWellFormed(draw({ title, authors: names, format })), `${title}, ${format}`)
  })

  it('draws every pattern on every size, down to the narrowest spine', () => {
    for (const pattern of patternNames)
      for (let seed = 0; seed < 12; seed++)
        assert.ok(isWellFormed(spine({ title: 'Slim', pattern, seed, pages: 8, widthMm: 40, heightMm: 40 })), pattern)
  })

  it('is small', () => {
    const items = patternNames.flatMap((pattern) => [1, 2, 3, 4].map((seed) => ({ ...whale, pattern, seed })))
    const sizes = items.map((item) => cover(item).length).sort((a, b) => a - b)
    assert.ok(sizes[sizes.length >> 1]! < 4000, `median ${sizes[sizes.length >> 1]} bytes`)
    assert.ok(sizes.at(-1)! < 16_000, `largest ${sizes.at(-1)} bytes`)
  })

  it('asks nothing of Node, so that a browser can draw it too', () => {
    const folder = new URL('../covers/', import.meta.url)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.ts'))
        assert.doesNotMatch(readFileSync(new URL(path, folder), 'utf8'), /'node:|\bprocess\.|\bBuffer\b/, path)
  })
})

describe('the subject of a cover', () => {
  it('follows the first telling code, then the categories, then the language', () => {
    const subjects = [{ scheme: 'thema', code: 'FBC' }, { scheme: 'bisac', code: 'FIC047000' }]
    assert.equal(coverSubject({ subjects, categories: ['poetry'] }), 'sea')
    assert.equal(coverSubject({ subjects: subjects.slice(0, 1), categories: ['classics', 'gothic-and-horror'] }), 'gothic')
    assert.equal(coverSubject({ categories: ['fiction'], originalLanguage: 'ru' }), 'russian')
    assert.equal(coverSubject({ categories: ['fiction'] }), undefined)
  })

  it('has papers for every subject it can name', () => {
    const papers = new Set(coverSubjects.map((subject) => coverPaper({ title: 'x', subject })))
    assert.ok(papers.size > 15)
  })
})
