/** The pattern families by name. */
import { contours } from './contours.ts'
import { birds, briar, leaves, meadow } from './garden.ts'
import { fleurons, girih, hemp, meander, scales, stars, tracery } from './ornament.ts'
import { constellations, rain, ships, tide, windows } from './scenes.ts'
import { herringbone, stripes, woven, zigzag } from './weaves.ts'
import { dots, guilloche, marble, paste, rays, truchet } from './workshop.ts'

export const patterns = {
  marble, paste, leaves, briar, stars, scales, woven, contours, tide, constellations, meadow, truchet, dots, stripes,
  tracery, ships, fleurons, guilloche, meander, windows, birds, herringbone, zigzag, rain, rays, girih, hemp,
}

export type PatternName = keyof typeof patterns

export const patternNames = Object.keys(patterns) as PatternName[]
