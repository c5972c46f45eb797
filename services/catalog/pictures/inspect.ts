import { failure } from '@octavo/failure'

export const mostBytes = 15 * 1024 * 1024
/** A side of a picture, in pixels. */
const side = { least: 40, most: 12_000 }
/** What a picture may unpack to: 160 MB at four bytes each. */
export const mostPixels = 40_000_000

/**
 * Looks at what an upload is, by its bytes: its first ones say the format, its header how large it unpacks.
 * @throws INVALID_INPUT in words for who uploads
 */
export async function inspect(bytes: Buffer): Promise<void> {
  checkFormat(bytes)
  const { default: sharp } = await import('sharp')
  const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => { throw failure('INVALID_INPUT', broken) })
  if (pages > 1) throw failure('INVALID_INPUT', still)
  if (width * height > mostPixels || Math.max(width, height) > side.most) {
    throw failure('INVALID_INPUT', `The picture is ${width} by ${height} pixels. At most ${side.most} a side and ${mostPixels / 1e6} million in all are taken: make it smaller.`)
  }
  if (Math.min(width, height) < side.least) throw failure('INVALID_INPUT', `The picture is ${width} by ${height} pixels: too small to show. Each side has at least ${side.least}.`)
}

export const broken = 'The picture is damaged or cut off and cannot be read. Upload it again, or save it anew.'
const still = 'The picture moves. Upload a still one.'

function checkFormat(bytes: Buffer): void {
  const begins = (text: string, at = 0): boolean => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  if (begins('\xff\xd8\xff') || (begins('RIFF') && begins('WEBP', 8))) return
  if (begins('\x89PNG\r\n\x1a\n')) {
    // A PNG that moves says so before its first picture; readers that know nothing of it show that one.
    const control = bytes.indexOf('acTL')
    if (control >= 0 && control < bytes.indexOf('IDAT')) throw failure('INVALID_INPUT', still)
    return
  }
  if (bytes.length === 0) throw failure('INVALID_INPUT', 'There is no picture in the body. Send the file\'s bytes.')
  if (begins('GIF8')) throw failure('INVALID_INPUT', 'GIF is not taken. Save the picture as JPEG, PNG or WebP.')
  if (/^\uFEFF?\s*</.test(bytes.subarray(0, 200).toString())) throw failure('INVALID_INPUT', 'SVG and other markup is not taken, since it can carry scripts. Save the picture as JPEG, PNG or WebP.')
  throw failure('INVALID_INPUT', 'This is no JPEG, PNG or WebP, whatever its name says. Save the picture as one of these.')
}
