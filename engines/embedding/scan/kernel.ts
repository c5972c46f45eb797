/**
 * The inner loop of a scan, as a WebAssembly module with SIMD: sixteen products a step. Written out here as its instructions, so that
 * what runs can be read and nothing has to be compiled.
 *
 * `dots(rows, query, steps, count, out)`: at `out`, for each of `count` rows of `steps` × 16 bytes, its product with the query as an i32.
 * All are addresses in the memory given; `steps` and `count` are at least 1.
 */
export function instantiateKernel(memory: WebAssembly.Memory): (rows: number, query: number, steps: number, count: number, out: number) => void {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(moduleBytes())), { scan: { memory } })
  return instance.exports['dots'] as ReturnType<typeof instantiateKernel>
}

const i32 = 0x7f
const v128 = 0x7b
const [rows, query, steps, count, out, at, left, sum] = [0, 1, 2, 3, 4, 5, 6, 7] as const
const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const constant = (value: number): number[] => [0x41, value]
const add = [0x6a]
const simd = (operation: number): number[] => [0xfd, ...unsigned(operation)]
const increase = (local: number, by: number): number[] => [...get(local), ...constant(by), ...add, ...set(local)]
const loop = (body: number[], counter: number): number[] => [0x03, 0x40, ...body, ...get(counter), ...constant(1), 0x6b, 0x22, counter, 0x0d, 0, 0x0b]

const load = [...simd(0x00), 0, 0]
const extendLow = simd(0x87)
const extendHigh = simd(0x88)
const dotPairs = simd(0xba)
const addLanes = simd(0xae)
const lane = (index: number): number[] => [...get(sum), ...simd(0x1b), index]
const productOf = (half: number[]): number[] => [...get(rows), ...load, ...half, ...get(at), ...load, ...half, ...dotPairs]

const body = [
  ...loop([
    ...simd(0x0c), ...Array.from({ length: 16 }, () => 0), ...set(sum),
    ...get(query), ...set(at),
    ...get(steps), ...set(left),
    ...loop([
      ...get(sum), ...productOf(extendLow), ...addLanes, ...productOf(extendHigh), ...addLanes, ...set(sum),
      ...increase(rows, 16), ...increase(at, 16),
    ], left),
    ...get(out), ...lane(0), ...lane(1), ...add, ...lane(2), ...add, ...lane(3), ...add, 0x36, 2, 0,
    ...increase(out, 4),
  ], count),
  0x0b,
]

function moduleBytes(): number[] {
  const locals = [2, 2, i32, 1, v128]
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('scan'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('dots'), 0, 0]),
    ...section(10, [1, ...unsigned(locals.length + body.length), ...locals, ...body]),
  ]
}

const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content]
const name = (word: string): number[] => [word.length, ...Buffer.from(word)]

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}
