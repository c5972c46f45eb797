import type { Edition } from '../edition.ts'

type Role = Edition['contributors'][number]['role']

/** Contributor roles, list 17, as the shop tells them apart. */
const roles: Readonly<Record<string, Role>> = {
  A01: 'author', A02: 'author', A03: 'author', A04: 'author', A05: 'author', A06: 'author', A07: 'author', A08: 'author', A09: 'author', A10: 'author',
  A12: 'illustrator', A13: 'illustrator', A35: 'illustrator', A36: 'illustrator', A40: 'illustrator', A47: 'illustrator',
  A15: 'foreword', A16: 'foreword', A19: 'foreword', A22: 'foreword', A23: 'foreword', A24: 'foreword', A29: 'foreword',
  B01: 'editor', B02: 'editor', B03: 'editor', B04: 'editor', B09: 'editor', B11: 'editor', B12: 'editor', B13: 'editor', B14: 'editor', B15: 'editor', B16: 'editor', B17: 'editor', B18: 'editor', B19: 'editor', B20: 'editor', B21: 'editor',
  B05: 'translator', B06: 'translator', B08: 'translator', B10: 'translator',
  E03: 'narrator', E07: 'narrator', E99: 'narrator',
}

/** Undefined for what is no code of the list at all. */
export const roleOf = (code: string): Role | undefined => roles[code] ?? (/^[A-FZ]\d\d$/.test(code) ? 'other' : undefined)
