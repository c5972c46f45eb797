import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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

/** `lasting` bytes are compressed once and served often, so more work pays. */
export async function compress(body: Buffer, encoding: Encoding, { lasting }: { lasting: boolean }): Promise<Buffer> {
  switch (encoding) {
    case 'br': return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: lasting ? 9 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    case 'gzip': return zip(body, { level: lasting ? 9 : 4 })
    case 'identity': return body
  }
}
