import { fileURLToPath } from 'node:url'

/** Draws an SVG document as PNG. */
export type Rasterise = (svg: string) => Promise<Buffer>

/**
 * Draws in the shop's own type. The first call makes the face known to the drawing library, which takes no font out of a document and
 * reads no WOFF2; loaded then, because most processes never draw.
 */
export function rasteriser(): Rasterise {
  let ready: Promise<Rasterise> | undefined
  return async (svg) => (await (ready ??= open()))(svg)
}

async function open(): Promise<Rasterise> {
  const { default: sharp } = await import('sharp')
  const fontfile = fileURLToPath(import.meta.resolve('@octavo/design/fonts/literata-pictures.ttf'))
  await sharp({ text: { text: 'Octavo', font: 'Literata', fontfile } }).png().toBuffer()
  return (svg) => sharp(Buffer.from(svg)).png({ palette: true, colours: 128, compressionLevel: 9 }).toBuffer()
}
