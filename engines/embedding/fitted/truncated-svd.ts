import { eigen } from './eigen.ts'
import { gram, times, timesSquare, transposedTimes, zeros, type Matrix, type Sparse } from './matrix.ts'

/** Directions tried beyond those asked for, and times that they are refined: the figures of the paper. */
const oversampling = 16
const refinements = 2

/**
 * The strongest directions of a sparse matrix: `right` has a row for each column of the matrix and a column for each of at most
 * `rank` directions, orthonormal; `strengths` are the singular values, largest first. Fewer when the matrix has no more, and
 * without those weaker than about a 180th of the strongest: single precision does not hold them.
 * Randomised range finder with subspace iteration: Halko, Martinsson and Tropp, SIAM Review 53 (2011), algorithms 4.4 and 5.1.
 *
 * @param random gives numbers from 0 up to 1; the same ones give the same result
 */
export function truncatedSvd(matrix: Sparse, rank: number, random: () => number): { readonly right: Matrix; readonly strengths: Float64Array } {
  const tried = Math.min(Math.floor(rank) + oversampling, matrix.rows, matrix.columns)
  // Where all directions are tried there is none to draw, and a square of drawn ones is now and then so flat that one of them is lost.
  let range = tried === matrix.rows ? identity(tried) : orthonormal(times(matrix, tried === matrix.columns ? identity(tried) : sketch(matrix.columns, tried, random)))
  for (let round = 0; round < refinements; round++) range = orthonormal(times(matrix, transposedTimes(matrix, range)))
  const seen = transposedTimes(matrix, range)
  const { values, vectors } = eigen(gram(seen), seen.columns)
  const kept = countAbove(values, Math.floor(rank))
  const right = timesSquare(seen, vectors, kept)
  const strengths = Float64Array.from({ length: kept }, (_, at) => Math.sqrt(values[at] as number))
  for (let at = 0; at < right.data.length; at++) right.data[at] = (right.data[at] as number) / (strengths[at % kept] as number)
  return { right, strengths }
}

function sketch(rows: number, columns: number, random: () => number): Matrix {
  const drawn = zeros(rows, columns)
  for (let at = 0; at < drawn.data.length; at++) drawn.data[at] = gaussian(random)
  return drawn
}

function identity(size: number): Matrix {
  const made = zeros(size, size)
  for (let at = 0; at < size; at++) made.data[at * size + at] = 1
  return made
}

/** The same span, its columns at right angles and of length 1. Columns that the others hold already are dropped. */
function orthonormal(matrix: Matrix): Matrix {
  const { values, vectors } = eigen(gram(matrix), matrix.columns)
  const kept = Math.max(1, countAbove(values, matrix.columns))
  const span = timesSquare(matrix, vectors, kept)
  for (let at = 0; at < span.data.length; at++) span.data[at] = (span.data[at] as number) / (Math.sqrt(values[at % kept] as number) || 1)
  return span
}

/** Eigenvalues, which are squares of strengths, that are more than the rounding of single precision. */
function countAbove(values: Float64Array, most: number): number {
  const floor = 1e-9 * (values[0] ?? 0)
  let count = 0
  while (count < Math.min(most, values.length) && (values[count] as number) > floor) count++
  return count
}

/** Box and Muller. */
const gaussian = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
