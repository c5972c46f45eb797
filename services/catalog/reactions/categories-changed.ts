import { reaction, type Reaction } from '@octavo/events'
import { categoriesChanged } from '../events.ts'
import type { CatalogParts } from '../deps.ts'

export const onCategoriesChanged = ({ cache }: Pick<CatalogParts, 'cache'>): Reaction =>
  reaction(categoriesChanged, async ({ data: { categoryIds } }) => { await cache.purgeTags(['categories', ...categoryIds.map((id) => `category:${id}`)]) })
