import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Finding } from './finding.ts'

/** Type-checks every project in the order of its references; only what changed since the last time is looked at. */
export function checkTypes(root: string): Finding[] {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-b', '--pretty', 'false'], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  if (error) throw error
  if (status === 0) return []
  const findings = stdout.split(/\r?\n(?=\S)/).filter((text) => text.trim() !== '').map((text): Finding => {
    const [, file, line, code, what] = /^(.+?)\((\d+),\d+\): error (TS\d+): ([\s\S]*)$/.exec(text) ?? []
    return file ? { rule: `types/${code}`, where: `${file}:${line}`, what: (what ?? '').trim() } : { rule: 'types', where: '.', what: text.trim() }
  })
  return findings.length ? findings : [{ rule: 'types', where: '.', what: stderr.trim() || `tsc ended with ${status}` }]
}
