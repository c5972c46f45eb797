/** Work that is done when woken, again while there is more, and now and then at any rate. One run at a time. */
export interface Loop {
  start(): void
  wake(): void
  stop(): Promise<void>
}

/** What there is to do after a run: more at once, something soon, or nothing until woken. */
export type Next = 'more' | 'soon' | 'done'

/**
 * `work` says what comes next. Wakes that come close together are answered together: a run begins `gatherMs` after the first wake, or
 * that long after the run before it began, so that work that takes its time is not held up further. After a failure it waits longer
 * each time, up to five seconds.
 */
export function openLoop({ gatherMs, pollMs, work, failed }: { gatherMs: number; pollMs: number; work: () => Promise<Next>; failed: (error: unknown) => void }): Loop {
  let timer: NodeJS.Timeout | undefined
  let dueAt = Infinity
  let running: Promise<void> | undefined
  let again = false
  let open = false
  let failures = 0

  const at = (inMs: number): void => {
    const due = Date.now() + inMs
    if (!open || due >= dueAt) return
    clearTimeout(timer)
    dueAt = due
    timer = setTimeout(() => { dueAt = Infinity; running = run() }, inMs)
  }

  const run = async (): Promise<void> => {
    let next = pollMs
    const began = Date.now()
    try {
      again = false
      const then = await work()
      failures = 0
      if (then === 'more') next = 0
      else if (then === 'soon') next = gatherMs
      else if (again) next = Math.max(0, gatherMs - (Date.now() - began))
    } catch (error) {
      if (open) failed(error)
      failures += 1
      next = Math.min(50 * 2 ** failures, 5000)
    } finally {
      running = undefined
      at(next)
    }
  }

  return {
    start() { open = true; at(0) },
    wake() { if (running) again = true; else at(failures > 0 ? 50 * 2 ** Math.min(failures, 6) : gatherMs) },
    async stop() {
      open = false
      clearTimeout(timer)
      dueAt = Infinity
      await running
    },
  }
}
