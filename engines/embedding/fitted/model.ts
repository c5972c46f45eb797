import { createHash } from 'node:crypto'
import { endianness } from 'node:os'
import { quantise, type Text, type Vector } from '../port.ts'
import { featuresOf } from './features.ts'

/**
 * What a fit leaves behind. A feature's row in `directions` (`dimensions` numbers from −127 to 127) times its number in `scales` is the
 * direction in which one occurrence of it moves a text.
 */
export interface Model {
  readonly id: string
  readonly dimensions: number
  /** How many texts it was fitted on: with few it has little to go by. */
  readonly fittedOn: number
  /** A feature's row. */
  readonly vocabulary: ReadonlyMap<string, number>
  readonly scales: Float32Array
  readonly directions: Int8Array
}

/** The sum of its features' directions, each by the logarithm of how often it occurs. Features that the fit did not see are passed over. */
export function embed({ dimensions, vocabulary, scales, directions }: Model, text: Text): Vector {
  const sum = new Float64Array(dimensions)
  for (const [feature, count] of featuresOf(text)) {
    const row = vocabulary.get(feature)
    if (row === undefined) continue
    const weight = Math.log1p(count) * (scales[row] as number)
    const offset = row * dimensions
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] as number) + weight * (directions[offset + at] as number)
  }
  return quantise(sum)
}

const format = 'octavo-embedding 1'

/** A model as a file: a line of JSON, then the features one a line, then scales and directions as they lie in memory, little-endian. */
export function encodeModel({ dimensions, fittedOn, vocabulary, scales, directions }: Omit<Model, 'id'>): Buffer {
  const words = Buffer.from([...vocabulary.keys()].join('\n'))
  const head = Buffer.from(`${JSON.stringify({ format, dimensions, fittedOn, features: vocabulary.size, wordBytes: words.length })}\n`)
  return Buffer.concat([head, words, littleEndian(scales), Buffer.from(directions.buffer, directions.byteOffset, directions.byteLength)])
}

/** @throws {ModelRefused} when it is no model, is not whole, or was made by another version */
export function decodeModel(file: Buffer): Model {
  const end = file.indexOf('\n')
  const { format: made, dimensions, fittedOn, features, wordBytes } = headOf(file, end)
  if (made !== format) throw new ModelRefused(`the embedding model was made for "${String(made)}" and this version reads "${format}": fit it again`)
  const scalesAt = end + 1 + wordBytes
  const directionsAt = scalesAt + features * 4
  if (file.length !== directionsAt + features * dimensions) throw new ModelRefused('the embedding model is not whole: fit it again')
  const words = file.subarray(end + 1, scalesAt).toString()
  return {
    id: `fitted-${createHash('sha256').update(file).digest('hex').slice(0, 16)}`,
    dimensions, fittedOn,
    vocabulary: new Map(features === 0 ? [] : words.split('\n').map((feature, row) => [feature, row])),
    scales: Float32Array.from({ length: features }, (_, row) => file.readFloatLE(scalesAt + row * 4)),
    directions: new Int8Array(file.subarray(directionsAt)),
  }
}

export class ModelRefused extends Error { override readonly name = 'ModelRefused' }

interface Head { readonly format: unknown; readonly dimensions: number; readonly fittedOn: number; readonly features: number; readonly wordBytes: number }

function headOf(file: Buffer, end: number): Head {
  try { return JSON.parse(file.subarray(0, end).toString()) as Head } catch { throw new ModelRefused('this is no embedding model: fit one') }
}

function littleEndian(numbers: Float32Array): Buffer {
  const bytes = Buffer.from(numbers.buffer.slice(numbers.byteOffset, numbers.byteOffset + numbers.byteLength))
  return endianness() === 'LE' ? bytes : bytes.swap32()
}
