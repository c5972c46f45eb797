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

/** How often a page is loaded anew when Lighthouse could not follow it: now and then the browser's trace does not have its beginning. */
const mostTries = 3

/** Lighthouse's word on a page, with its phone profile. `cookie` opens what is somebody's own. */
export async function lighthouse(toolsFolder: string, url: string, categories: readonly string[], cookie: string): Promise<Judged> {
  const asked = [
    join(toolsFolder, 'node_modules', 'lighthouse', 'cli', 'index.js'), url, '--quiet', '--output=json', '--output-path=stdout', '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`, `--chrome-flags=--headless=new ${chromiumArguments.join(' ')}`,
    ...(cookie === '' ? [] : [`--extra-headers=${JSON.stringify({ cookie })}`]),
  ]
  let report = await load(asked)
  for (let tried = 1; report.runtimeError?.message && tried < mostTries; tried++) report = await load(asked)
  const { runtimeError, categories: judged, audits } = report
  if (runtimeError?.message) return { scores: {}, missed: [runtimeError.message] }
  return {
    scores: Object.fromEntries(categories.map((name) => [name, judged[name]?.score ?? 0])),
    missed: categories.filter((name) => name !== 'performance').flatMap((name) => judged[name]?.auditRefs ?? []).flatMap(({ id }) => {
      const audit = audits[id]
      return audit && audit.score !== null && audit.score < 1 ? [`${id}: ${audit.title} ${audit.displayValue ?? ''}`] : []
    }),
  }
}

/** It ends with 1 when the page could not be followed, and reports why all the same. */
async function load(asked: readonly string[]): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, asked, { maxBuffer: largest, env: environmentWithChromium() })
    .catch((error: Error & { readonly stdout?: string }) => {
      if (!error.stdout?.startsWith('{')) throw error
      return { stdout: error.stdout }
    })
  return JSON.parse(stdout) as Report
}
