import { failure } from '@octavo/failure'
import { broken, mostPixels } from './inspect.ts'
import type { PictureType } from './picture.ts'

/** Widths between a thumbnail and a screen of twice the pixels; a picture is kept in those that are smaller than itself, and in its own. */
const steps = [160, 320, 640, 960]
const largest = { width: 1600, height: 2400 }
const secondsMost = 20

export interface Rendition {
  readonly widthPx: number
  readonly type: PictureType
  readonly bytes: Buffer
}

export interface Rendered {
  readonly heightPx: number
  readonly widthsPx: readonly number[]
  readonly renditions: readonly Rendition[]
}

/**
 * A picture that was inspected, upright, in sRGB and without what its file told of camera and place, in every width and both formats.
 * It is unpacked once, to the largest that is kept.
 * @throws INVALID_INPUT when it breaks off or takes too long
 */
export async function render(bytes: Buffer): Promise<Rendered> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).timeout({ seconds: secondsMost }).autoOrient()
    .resize({ ...largest, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }).catch(() => { throw failure('INVALID_INPUT', broken) })
  const widthsPx = [...steps.filter((step) => step < info.width), info.width]
  const renditions: Rendition[] = []
  for (const widthPx of widthsPx) {
    const sized = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).resize({ width: widthPx })
    renditions.push({ widthPx, type: 'webp', bytes: await sized.clone().webp({ quality: 80 }).toBuffer() })
    renditions.push({ widthPx, type: 'jpg', bytes: await sized.clone().flatten({ background: '#fff' }).jpeg({ quality: 82, progressive: true }).toBuffer() })
  }
  return { heightPx: info.height, widthsPx, renditions }
}
