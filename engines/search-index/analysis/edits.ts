/** How many edits a typed word may be away from what was meant: none below four letters, two from eight. */
export const mostEdits = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/**
 * The edits between two words, a transposition of neighbours counting one (optimal string alignment distance); anything above `most`
 * is `most + 1`.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min((last[column] as number) + 1, (here[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)) {
        cost = Math.min(cost, (before[column - 2] as number) + 1)
      }
      here.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = here
  }
  return Math.min(last[b.length] as number, most + 1)
}
