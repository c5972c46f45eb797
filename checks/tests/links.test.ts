import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLinks } from '../links.ts'
import { pathsOf } from '../workspace.ts'
import { tree } from './fixture.ts'

function broken(files: Readonly<Record<string, string>>): string[] {
  const root = tree({ docs: { files } })
  return checkLinks(root, pathsOf(root)).map(({ where, what }) => `${where} ${what}`)
}

test('links to files, folders, headings and other sites are well', () => {
  assert.deepEqual(broken({ 'a.md': '# What is *here*?\n[b](design/b.md) [folder](design) [top](#what-is-here) [b2](design/b.md#two-words) [web](https://example.org/x)\n', 'design/b.md': '## Two words\n[a](../a.md)\n' }), [])
})

test('a link to nothing is told with its line, a picture like a page', () => {
  assert.deepEqual(broken({ 'a.md': 'first\n[gone](gone.md)\n![cover](pictures/cover.png)\n' }), ['docs/a.md:2 leads to gone.md, which is not there.', 'docs/a.md:3 leads to pictures/cover.png, which is not there.'])
})

test('a link to a heading that is not there is told, in the same file too', () => {
  assert.deepEqual(broken({ 'a.md': '[b](b.md#three) [up](#up)\n', 'b.md': '# Two\n' }), ['docs/a.md:1 leads to b.md#three, but docs/b.md has no such heading.', 'docs/a.md:1 leads to #up, but docs/a.md has no such heading.'])
})

test('a link that leaves the project leads nowhere', () => {
  assert.deepEqual(broken({ 'a.md': '[out](../../outside.md)\n' }), ['docs/a.md:1 leads to ../../outside.md, which is not there.'])
})

test('what looks like a link in code is none', () => {
  assert.deepEqual(broken({ 'a.md': '`[a](b)` and\n```\n[c](d)\n```\n' }), [])
})
