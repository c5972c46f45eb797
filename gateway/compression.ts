import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

// Browsers say the same few things: each is read once.
const chosen = new Map<string, Encoding>()

/** The best encoding that the client takes. */
export function chooseEncoding(accepts: string | undefined): Encoding {
  if (!accepts) return 'identity'
  let encoding = chosen.get(accepts)
  if (encoding === undefined) {
    encoding = bestOf(accepts)
    if (chosen.size >= 100) chosen.clear()
    chosen.set(accepts, encoding)
  }
  return encoding
}

function bestOf(accepts: string): Encoding {
  const wanted = new Map(accepts.split(',').map((part) => {
    const [name = '', ...parameters] = part.trim().split(';')
    return [name.trim(), Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1)]
  }))
  if ((wanted.get('br') ?? 0) > 0) return 'br'
  return (wanted.get('gzip') ?? 0) > 0 ? 'gzip' : 'identity'
}

const worthwhileBytes = 1024
const compressible = /^(text\/|application\/(json|problem\+json|javascript|xml|manifest\+json)|image\/svg\+xml)/

export const isCompressible = (contentType: string, size: number): boolean => size >= worthwhileBytes && compressible.test(contentType)

/** Below it, handing the work to another thread costs more than the little there is to do. */
const littleBytes = 256 * 1024

/** `lasting` bytes are compressed once and served often, so more work pays. */
export async function compress(body: Buffer, encoding: Encoding, { lasting }: { lasting: boolean }): Promise<Buffer> {
  if (!lasting && body.length <= littleBytes) return compressAtOnce(body, encoding)
  switch (encoding) {
    case 'br': return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: lasting ? 9 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    case 'gzip': return zip(body, { level: lasting ? 9 : 4 })
    case 'identity': return body
  }
}

/** A twentieth larger than the usual quality makes it, for two thirds of the work. */
const quick = 3

function compressAtOnce(body: Buffer, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'br': return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quick, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    case 'gzip': return gzipSync(body, { level: quick })
    case 'identity': return body
  }
}
