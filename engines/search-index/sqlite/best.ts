import type { IndexSort } from '../port.ts'
import type { Columns } from './columns.ts'

export interface Found {
  readonly columns: Columns
  readonly nos: readonly number[]
  readonly rows: readonly number[]
  /** Higher is better; those that have none are 0. */
  readonly scores: number[]
  readonly prices: Int32Array | undefined
}

/** Whether the hit at `a` stands before the one at `b`: negative when it does. What is equal stands as it was put in. */
export function compareBy(sort: IndexSort, { columns, nos, rows, scores, prices }: Found): (a: number, b: number) => number {
  const no = (at: number): number => nos[at] as number
  const priced = (at: number, otherwise: number): number => {
    const price = prices?.[rows[at] as number] ?? -1
    return price < 0 ? otherwise : price
  }
  const popular = (a: number, b: number): number => (columns.popularity[no(b)] as number) - (columns.popularity[no(a)] as number) || no(a) - no(b)
  switch (sort) {
    case 'relevance': return (a, b) => (scores[b] as number) - (scores[a] as number) || popular(a, b)
    case 'popularity': return popular
    case 'newest': return (a, b) => (columns.publishedOn[no(b)] as number) - (columns.publishedOn[no(a)] as number) || popular(a, b)
    case 'price': return (a, b) => priced(a, Infinity) - priced(b, Infinity) || popular(a, b)
    case '-price': return (a, b) => priced(b, -1) - priced(a, -1) || popular(a, b)
    case 'rating': return (a, b) => (columns.rating[no(b)] as number) - (columns.rating[no(a)] as number) || popular(a, b)
    case 'title': return (a, b) => { const [one = '', other = ''] = [columns.titles[no(a)], columns.titles[no(b)]]; return one < other ? -1 : one > other ? 1 : popular(a, b) }
    default: return sort satisfies never
  }
}

/** The first `limit` of so many, in order: a heap of the best so far, the worst of them on top. */
export function bestOf(count: number, limit: number, compare: (a: number, b: number) => number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, at) => at).sort(compare)
  const heap: number[] = []
  const worse = (a: number, b: number): boolean => compare(heap[a] as number, heap[b] as number) > 0
  const swap = (a: number, b: number): void => { const kept = heap[a] as number; heap[a] = heap[b] as number; heap[b] = kept }
  const sink = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const child = left + 1 < heap.length && worse(left + 1, left) ? left + 1 : left
      if (!worse(child, at)) return
      swap(child, at)
      at = child
    }
  }
  for (let one = 0; one < count; one++) {
    if (heap.length < limit) {
      let at = heap.push(one) - 1
      while (at > 0 && worse(at, (at - 1) >> 1)) { swap(at, (at - 1) >> 1); at = (at - 1) >> 1 }
    } else if (compare(one, heap[0] as number) < 0) { heap[0] = one; sink() }
  }
  return heap.sort(compare)
}
