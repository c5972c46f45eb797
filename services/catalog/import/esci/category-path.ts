import type { ImportCategory } from '../category.ts'
import { slug } from '../../products/slug.ts'

const mostDeep = 6

/** The source's own path as categories, root first. A handle names the whole path, as "Accessories" stands below many others. */
export function categoryPath(names: readonly string[]): ImportCategory[] {
  const path: ImportCategory[] = []
  for (const name of names.map((one) => one.trim()).filter((one) => one !== '').slice(0, mostDeep)) {
    const parent = path.at(-1)?.handle
    const own = slug(name)
    if (own === '') continue
    const handle = parent === undefined ? own : `${parent}-${own}`
    path.push({ handle: handle.length <= 100 ? handle : `${own.slice(0, 70)}-${shortOf(handle)}`, name: { en: name }, ...(parent !== undefined && { parent }) })
  }
  return path
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): paths too long for a handle differ all the same. */
function shortOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
