import { failure } from '@octavo/failure'

/** One at a time, in the order they came, so that pictures unpacked side by side never fill the memory; with too many waiting the next is sent away. */
export function turns(mostWaiting: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (work) => {
    if (waiting > mostWaiting) throw failure('UNAVAILABLE', 'Many pictures are being taken in right now. Upload this one again in a moment.')
    waiting += 1
    const mine = last.then(work)
    last = mine.catch(() => {})
    try { return await mine } finally { waiting -= 1 }
  }
}
