/**
 * The eigenvalues of a symmetric matrix, largest first, and their eigenvectors as columns; both row by row. Cyclic Jacobi rotations
 * (Golub and Van Loan, Matrix Computations, 8.5): slower than others on large matrices, exact to the last digits on a few hundred rows.
 */
export function eigen(symmetric: Float64Array, size: number): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const left = Float64Array.from(symmetric)
  // Rows here are the eigenvectors: a rotation then runs along memory.
  const turned = new Float64Array(size * size)
  for (let at = 0; at < size; at++) turned[at * size + at] = 1
  for (let sweep = 0; sweep < 30 && !diagonal(left, size); sweep++) {
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(left, turned, size, p, q)
  }
  const order = Array.from({ length: size }, (_, at) => at).sort((a, b) => (left[b * size + b] as number) - (left[a * size + a] as number))
  const values = Float64Array.from(order, (at) => left[at * size + at] as number)
  const vectors = new Float64Array(size * size)
  for (const [column, from] of order.entries()) for (let row = 0; row < size; row++) vectors[row * size + column] = turned[from * size + row] as number
  return { values, vectors }
}

function diagonal(matrix: Float64Array, size: number): boolean {
  let on = 0
  let off = 0
  for (let row = 0; row < size; row++) {
    on += (matrix[row * size + row] as number) ** 2
    for (let column = row + 1; column < size; column++) off += (matrix[row * size + column] as number) ** 2
  }
  return off <= 1e-20 * on
}

/** Turns rows and columns p and q so that the value between them is zero. */
function rotate(matrix: Float64Array, turned: Float64Array, size: number, p: number, q: number): void {
  const between = matrix[p * size + q] as number
  const [pp, qq] = [matrix[p * size + p] as number, matrix[q * size + q] as number]
  if (Math.abs(between) <= 1e-18 * Math.sqrt(Math.abs(pp * qq))) return
  const theta = (qq - pp) / (2 * between)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cos = 1 / Math.sqrt(tangent * tangent + 1)
  const sin = tangent * cos
  for (let at = 0; at < size; at++) {
    if (at === p || at === q) continue
    const x = matrix[p * size + at] as number
    const y = matrix[q * size + at] as number
    matrix[p * size + at] = matrix[at * size + p] = cos * x - sin * y
    matrix[q * size + at] = matrix[at * size + q] = sin * x + cos * y
  }
  matrix[p * size + p] = pp - tangent * between
  matrix[q * size + q] = qq + tangent * between
  matrix[p * size + q] = matrix[q * size + p] = 0
  for (let at = 0; at < size; at++) {
    const x = turned[p * size + at] as number
    const y = turned[q * size + at] as number
    turned[p * size + at] = cos * x - sin * y
    turned[q * size + at] = sin * x + cos * y
  }
}
