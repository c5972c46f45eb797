import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const sheets = readdirSync(new URL('css/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css')).map((path) => `css/${path}`)
const tokens = read('tokens.css')

/** A colour token's value in one theme. */
function colour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)
  assert.ok(match, `--${name} is not a colour`)
  return match[theme === 'light' ? 1 : 2]!
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('the stylesheet', () => {
  it('imports every sheet there is', () => {
    const main = read('octavo.css')
    for (const path of sheets) assert.ok(main.includes(`'./${path}'`), path)
  })

  it('uses no token that nobody set', () => {
    const set = new Set([...sheets.map(read), tokens].join('\n').match(/--[a-z0-9-]+(?=:)/g))
    const fromMarkup = ['--w', '--h', '--across', '--columns', '--row', '--pair']
    for (const path of sheets)
      for (const [, name] of read(path).matchAll(/var\((--[a-z0-9-]+)/g))
        assert.ok(set.has(name!) || fromMarkup.includes(name!), `${name} in ${path}`)
  })

  it('takes its colours from the tokens', () => {
    for (const path of sheets) {
      const screen = read(path).replace(/@media print \{[^@]*/, '')
      assert.doesNotMatch(screen, /#[0-9a-f]{3,6}\b/i, path)
    }
  })

  it('points at font files that exist and keeps a stand-in for each face', () => {
    const faces = read('css/faces.css')
    for (const [, path] of faces.matchAll(/url\('\.\.\/([^']+)'\)/g)) assert.ok(existsSync(new URL(path!, root)), path!)
    for (const [, stack] of tokens.matchAll(/--(?:book|plain): ([^;]+);/g)) {
      const standIn = /'([^']* near [^']*)'/.exec(stack!)?.[1]
      assert.ok(standIn && faces.includes(`'${standIn}'`), stack!)
    }
  })
})

describe('the colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`can be read on paper and on wash, ${theme}`, () => {
      for (const ground of ['paper', 'wash'])
        for (const name of ['ink', 'ink-2', 'ink-3', 'red', 'red-deep', 'good', 'warn']) {
          const ratio = contrast(colour(name, theme), colour(ground, theme))
          assert.ok(ratio >= 4.5, `--${name} on --${ground}: ${ratio.toFixed(2)}`)
        }
      assert.ok(contrast(colour('on-red', theme), colour('red', theme)) >= 4.5)
      assert.ok(contrast(colour('control', theme), colour('paper', theme)) >= 3)
    })
  }
})
