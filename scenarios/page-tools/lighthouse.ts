import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environmentWithChromium } from '../config.ts'
import { chromiumArguments } from '../browser/chromium.ts'

interface Report {
  readonly runtimeError?: { readonly message: string }
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>>
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>>
}

export interface Judged {
  /** From 0 to 1, by category. */
  readonly scores: Readonly<Record<string, number>>
  /** Audits that are not fulfilled, outside of performance. */
  readonly missed: readonly string[]
}

const largest = 64 * 1024 * 1024

/** Lighthouse's word on a page, with its phone profile. `cookie` opens what is somebody's own. */
export async function lighthouse(toolsFolder: string, url: string, categories: readonly string[], cookie: string): Promise<Judged> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(toolsFolder, 'node_modules', 'lighthouse', 'cli', 'index.js'), url, '--quiet', '--output=json', '--output-path=stdout', '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`, `--chrome-flags=--headless=new ${chromiumArguments.join(' ')}`,
    ...(cookie === '' ? [] : [`--extra-headers=${JSON.stringify({ cookie })}`]),
  ], { maxBuffer: largest, env: environmentWithChromium() })
  const { runtimeError, categories: judged, audits } = JSON.parse(stdout) as Report
  if (runtimeError?.message) return { scores: {}, missed: [runtimeError.message] }
  return {
    scores: Object.fromEntries(categories.map((name) => [name, judged[name]?.score ?? 0])),
    missed: categories.filter((name) => name !== 'performance').flatMap((name) => judged[name]?.auditRefs ?? []).flatMap(({ id }) => {
      const audit = audits[id]
      return audit && audit.score !== null && audit.score < 1 ? [`${id}: ${audit.title} ${audit.displayValue ?? ''}`] : []
    }),
  }
}
