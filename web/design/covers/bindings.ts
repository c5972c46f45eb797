/** What a subject may be bound in. */
import type { InkSetName } from './inks.ts'
import type { PatternName } from './patterns/patterns.ts'

export interface Binding {
  patterns: readonly PatternName[]
  inks: readonly InkSetName[]
}

const BINDINGS = {
  sea: binding('tide ships scales contours', 'prussian sky verdigris night slate'),
  adventure: binding('contours ships zigzag rays', 'ochre oxide saffron tobacco flax'),
  gothic: binding('tracery rain marble briar', 'iron plum madder night'),
  romance: binding('leaves briar fleurons marble', 'rose celadon mauve coral lilac'),
  city: binding('windows stripes herringbone paste', 'slate iron tobacco saffron bone'),
  detective: binding('windows truchet stripes rain', 'bone iron saffron slate'),
  science: binding('guilloche constellations truchet contours', 'lilac night bone prussian'),
  scifi: binding('constellations guilloche rays dots', 'night plum iron coral'),
  poetry: binding('paste marble meadow birds briar', 'mauve sky celadon rose flax'),
  drama: binding('stripes zigzag fleurons rays', 'madder plum saffron coral'),
  epic: binding('meander rays scales zigzag', 'tobacco flax prussian coral'),
  philosophy: binding('meander guilloche dots paste', 'bone lilac slate flax moss'),
  east: binding('scales hemp birds dots', 'flax verdigris rose night sky'),
  tales: binding('girih stars leaves birds', 'prussian saffron verdigris plum'),
  children: binding('stars birds dots leaves', 'sky coral celadon saffron'),
  nature: binding('leaves briar meadow contours', 'moss celadon oxide flax'),
  history: binding('tracery meander herringbone woven', 'oxide madder tobacco slate'),
  satire: binding('zigzag dots stripes woven', 'coral saffron sky bone'),
  russian: binding('rain zigzag fleurons woven', 'madder slate iron flax'),
  social: binding('woven herringbone windows paste', 'tobacco oxide bone moss'),
  faith: binding('tracery rays stars fleurons', 'mauve prussian flax madder'),
} satisfies Record<string, Binding>

const GENERAL = binding('paste marble woven stripes fleurons dots', 'flax slate celadon ochre mauve oxide')

export type CoverSubject = keyof typeof BINDINGS

/** The papers and inks a subject chooses from; a subject nobody has heard of takes the general ones. */
export const bindingFor = (subject: string | undefined): Binding =>
  subject !== undefined && Object.hasOwn(BINDINGS, subject) ? BINDINGS[subject as CoverSubject] : GENERAL

export const coverSubjects = Object.keys(BINDINGS) as CoverSubject[]

function binding(patterns: string, inks: string): Binding {
  return { patterns: patterns.split(' ') as PatternName[], inks: inks.split(' ') as InkSetName[] }
}
