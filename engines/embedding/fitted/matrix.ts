/** Rows of numbers, one after the other: row r is `data[r * columns … (r + 1) * columns]`. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
}

/** Mostly zeros: row r has the values `values[starts[r] … starts[r + 1]]` in the columns `columnOf[…]`. */
export interface Sparse {
  readonly rows: number
  readonly columns: number
  readonly starts: Uint32Array
  readonly columnOf: Uint32Array
  readonly values: Float32Array
}

export const zeros = (rows: number, columns: number): Matrix => ({ rows, columns, data: new Float32Array(rows * columns) })

/** `sparse · dense`. */
export function times({ rows, starts, columnOf, values }: Sparse, { columns, data }: Matrix): Matrix {
  const product = zeros(rows, columns)
  for (let row = 0; row < rows; row++) {
    const to = product.data.subarray(row * columns, (row + 1) * columns)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) addScaled(to, values[at] as number, data, (columnOf[at] as number) * columns)
  }
  return product
}

/** `sparseᵀ · dense`. */
export function transposedTimes({ rows, columns: outer, starts, columnOf, values }: Sparse, { columns, data }: Matrix): Matrix {
  const product = zeros(outer, columns)
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columnOf[at] as number
      addScaled(product.data.subarray(column * columns, (column + 1) * columns), values[at] as number, data, row * columns)
    }
  }
  return product
}

/** `dense · square`, the square's rows one after the other; only its first `keep` columns. */
export function timesSquare({ rows, columns, data }: Matrix, square: Float64Array, keep = columns): Matrix {
  const product = zeros(rows, keep)
  const sum = new Float64Array(keep)
  for (let row = 0; row < rows; row++) {
    sum.fill(0)
    for (let inner = 0; inner < columns; inner++) {
      const scale = data[row * columns + inner] as number
      for (let at = 0; at < keep; at++) sum[at] = (sum[at] as number) + scale * (square[inner * columns + at] as number)
    }
    product.data.set(sum, row * keep)
  }
  return product
}

/** `denseᵀ · dense`, square and symmetric. */
export function gram({ rows, columns, data }: Matrix): Float64Array {
  const square = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    const from = data.subarray(row * columns, (row + 1) * columns)
    for (let a = 0; a < columns; a++) {
      const scale = from[a] as number
      for (let b = a; b < columns; b++) square[a * columns + b] = (square[a * columns + b] as number) + scale * (from[b] as number)
    }
  }
  for (let a = 0; a < columns; a++) for (let b = 0; b < a; b++) square[a * columns + b] = square[b * columns + a] as number
  return square
}

function addScaled(to: Float32Array, scale: number, from: Float32Array, offset: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + scale * (from[offset + at] as number)
}
