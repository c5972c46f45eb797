import { failure } from '@octavo/failure'

export interface AdmissionRules {
  /** Checkouts that run in this process at once. */
  readonly running: number
  /** Those that may wait for a place. */
  readonly waiting: number
  /** How long one waits before it is told to come back. */
  readonly patienceMs: number
}

export interface Admission {
  /**
   * A place for one checkout, first come first served; given back by calling what it gives.
   * @throws {Failure} BUSY at once when the queue is full, later when no place came free in time
   */
  enter(): Promise<() => void>
}

interface Waiting { take(): void }

/**
 * Who buys is let in before any work is begun for them: as many as can be served run, some wait, everybody else is told at once. Without
 * it a rush would have every checkout begun and none ended.
 */
export function openAdmission({ running: most, waiting: mostWaiting, patienceMs }: AdmissionRules): Admission {
  const queue = new Set<Waiting>()
  let running = 0

  function leave(): void {
    const [next] = queue
    if (!next) { running -= 1; return }
    // Its place goes from hand to hand.
    queue.delete(next)
    next.take()
  }

  return {
    async enter() {
      if (running < most) { running += 1; return once(leave) }
      if (queue.size >= mostWaiting) throw busy()
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { take() { clearTimeout(late); resolve(once(leave)) } }
        const late = setTimeout(() => { queue.delete(waiting); reject(busy()) }, patienceMs)
        queue.add(waiting)
      })
    },
  }
}

const busy = () => failure('BUSY', undefined, { retryAfterSeconds: 2 + Math.floor(Math.random() * 4) })

function once(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}
