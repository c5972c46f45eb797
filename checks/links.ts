import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Finding } from './finding.ts'
import { lineAt } from './imports.ts'

/** Every relative link in a Markdown file leads to a file or folder that is there, and to a heading of it where it names one. */
export function checkLinks(root: string, paths: readonly string[]): Finding[] {
  return paths.filter((path) => path.endsWith('.md')).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return linksOf(text).flatMap(({ target, at }): Finding[] => {
      const wrong = whatIsWrong(root, path, target)
      return wrong === undefined ? [] : [{ rule: 'links', where: `${path}:${lineAt(text, at)}`, what: wrong }]
    })
  })
}

/** Links and pictures, those in code left out; with where they stand in the text. */
function linksOf(text: string): { target: string; at: number }[] {
  const blanked = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, (code) => ' '.repeat(code.length))
  return [...blanked.matchAll(/\]\(([^()\s]+)\)/g)].map(({ 1: target = '', index }) => ({ target, at: index })).filter(({ target }) => !/^[a-z]+:/.test(target))
}

function whatIsWrong(root: string, from: string, target: string): string | undefined {
  const [path = '', heading] = target.split('#')
  const to = path === '' ? from : posix.join(posix.dirname(from), decodeURI(path))
  if (to.startsWith('..') || !existsSync(join(root, to))) return `leads to ${target}, which is not there.`
  if (heading === undefined || !to.endsWith('.md') || statSync(join(root, to)).isDirectory()) return undefined
  return headingsOf(readFileSync(join(root, to), 'utf8')).has(heading) ? undefined : `leads to ${target}, but ${to} has no such heading.`
}

/** Headings as readers of Markdown name them in addresses: small letters, digits, hyphens for blanks. */
const headingsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(({ 1: words = '' }) => words.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-')))
