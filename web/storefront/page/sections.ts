import type { PageLocals } from '@octavo/gateway/pages'

export interface Section {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly parentId: string | null
  readonly productCount: number
}

/** The tree of categories, for the masthead and the shelves' own contents. */
export const sectionsOf = ({ clients, market }: Pick<PageLocals, 'clients' | 'market'>): Promise<Section[]> => clients.catalog.listCategories({ market: market.id })

/** For pages that must not fail because of it. */
export const sectionsOrNone = (locals: Pick<PageLocals, 'clients' | 'market'>): Promise<Section[]> => sectionsOf(locals).catch(() => [])

/** Those at the root of the tree. */
export const rootSections = (sections: readonly Section[]): Section[] => sections.filter(({ parentId }) => parentId === null)
