import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { environment } from './config.ts'
import type { Finding } from './finding.ts'

interface Report {
  readonly diagnostics: readonly {
    readonly message: string
    readonly code?: string
    readonly help?: string
    readonly filename: string
    readonly labels: readonly { readonly span: { readonly line: number } }[]
  }[]
}

/** oxlint with the rules of `.oxlintrc.json`, types known (promises left floating are found so); a warning counts as much as an error. */
export function checkLint(root: string, paths: readonly string[] = ['.']): Finding[] {
  const { resolve } = createRequire(import.meta.url)
  const oxlint = join(dirname(resolve('oxlint/package.json')), 'bin', 'oxlint')
  const types = join(dirname(resolve('oxlint-tsgolint/package.json')), 'bin', 'tsgolint.js')
  const { stdout, stderr, error } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format', 'json', ...paths], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...environment, OXLINT_TSGOLINT_PATH: types } })
  if (error) throw error
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not work: ${stderr || stdout}`)
  return (JSON.parse(stdout) as Report).diagnostics.map(({ code, message, help, filename, labels }) => ({
    rule: `lint/${code ?? 'syntax'}`, where: `${filename}:${labels[0]?.span.line ?? 1}`, what: help ? `${message} ${help}` : message,
  }))
}
