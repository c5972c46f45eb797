import type { ImportCategory } from '../import/category.ts'
import type { Exported } from './products.ts'

/** What a product is written in the light of. */
export interface ExportWorld {
  /** By handle, each behind the one above it. */
  readonly sections: ReadonlyMap<string, ImportCategory>
  readonly now: Date
  /** Whether prices of a currency are written with tax in them. */
  readonly taxIncluded: (currency: string) => boolean
}

/** One kind of file that the catalogue is written to. */
export interface ExportFormat {
  readonly contentType: string
  /** What the file is called when nobody says. */
  readonly fileName: string
  head(world: ExportWorld): string
  product(exported: Exported, world: ExportWorld): string
  end(): string
}
