import type { Writable } from 'node:stream'
import type { ImportTotals } from '@octavo/catalog/http'
import { number } from '../command.ts'

export interface Progress {
  show(totals: ImportTotals, position: number): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

/** One line that is written over, for somebody who watches. */
export function progressLine(err: Writable, watched: boolean, { size, readBefore }: { size: number; readBefore: number }): Progress {
  const began = performance.now()
  let shownAt = 0
  return {
    show({ read, rejected }, position) {
      const now = performance.now()
      if (!watched || now - shownAt < 100) return
      shownAt = now
      const rate = (read - readBefore) / Math.max(0.001, (now - began) / 1000)
      const share = size === 0 ? 100 : Math.floor((position / size) * 100)
      err.write(`\r\u001b[K  ${String(share).padStart(3)} %  ${number(read)} read  ${number(Math.round(rate))}/s${rejected > 0 ? `  ${number(rejected)} rejected` : ''}`)
    },
    clear() { if (watched && shownAt > 0) err.write('\r\u001b[K') },
  }
}
