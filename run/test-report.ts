import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

type Pass = Extract<TestEvent, { type: 'test:pass' }>['data']
type Fail = Extract<TestEvent, { type: 'test:fail' }>['data']

export interface Totals { passed: number; failed: number; skipped: number }

/** Says a line a file as it ends, what failed with its reason, and what tests wrote; gives the totals over single tests. */
export async function report(events: AsyncIterable<TestEvent>, root: string): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 }
  const files = new Map<string, { passed: number; failed: number; skipped: number }>()
  const of = (file: string | undefined) => {
    const name = relative(root, file ?? '')
    const known = files.get(name) ?? { passed: 0, failed: 0, skipped: 0 }
    files.set(name, known)
    return known
  }
  for await (const { type, data } of events) {
    if (type === 'test:pass' && isTest(data)) {
      const kind = data.skip !== undefined ? 'skipped' : 'passed'
      totals[kind] += 1
      of(data.file)[kind] += 1
    } else if (type === 'test:fail' && (isTest(data) || isOwnFailure(data))) {
      totals.failed += 1
      of(data.file).failed += 1
      console.log(`\n✗ ${relative(root, data.file ?? '')} · ${data.name}\n${indent(wordsOf(data.details.error))}\n`)
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      process.stderr.write(data.message)
    } else if (type === 'test:summary' && data.file) {
      const { passed, failed, skipped } = of(data.file)
      console.log(`${failed ? '✗' : '✓'} ${relative(root, data.file)}  ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}  ${(data.duration_ms / 1000).toFixed(1)} s`)
    }
  }
  return totals
}

/** A suite is only the sum of its tests, and a file of its suites. */
const isTest = (data: Pass | Fail): boolean => data.details.type !== 'suite' && data.nesting >= 0 && data.name !== data.file

/** A file or suite that failed although none of its tests did: it threw, or never ended. */
const isOwnFailure = (data: Fail): boolean => (data.details.error as { failureType?: string }).failureType !== 'subtestsFailed'

function wordsOf(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error
  return cause.stack ?? cause.message
}

const indent = (text: string): string => text.split('\n').map((line) => `    ${line}`).join('\n')
