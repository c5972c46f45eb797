import type { ImportCategory } from '../../import/category.ts'
import { quoted } from '../../import/csv/fields.ts'
import type { ExportFormat } from '../format.ts'
import type { Exported } from '../products.ts'
import { offerColumns, productColumns, variantColumns } from './columns.ts'
import { writeParts } from '../../import/csv/parts.ts'

const columns = ['source', 'product', ...Object.keys(productColumns), ...Object.keys(variantColumns), ...Object.keys(offerColumns)]

type Cells = Readonly<Record<string, string | undefined>>

/** A table that the import of tables reads back: sections first, then a line for each offer, those of a product together. */
export const csv: ExportFormat = {
  contentType: 'text/csv; charset=utf-8',
  fileName: 'catalogue.csv',
  head: ({ sections }) => [columns.join(','), ...sections.values().map((section) => written(sectionCells(section)))].join('\n') + '\n',
  product: (exported) => [...linesOf(exported)].map((cells) => written(cells) + '\n').join(''),
  end: () => '',
}

/** What is said of the product, or of a variant, stands on its first line; whether it is digital is asked of each offer. */
function* linesOf({ source, draft }: Exported): Generator<Cells> {
  let product = cellsBy(productColumns, draft)
  for (const variant of draft.variants) {
    let said = cellsBy(variantColumns, variant)
    for (const offer of variant.offers.length > 0 ? variant.offers : [undefined]) {
      yield { source, product: draft.key, ...product, ...said, ...(offer && cellsBy(offerColumns, offer)) }
      product = {}
      said = { key: variant.key, format: variant.format, digital: said['digital'] }
    }
  }
}

function sectionCells({ handle, name, parent }: ImportCategory): Cells {
  return { kind: 'category', handle, title: name['en'] ?? Object.values(name)[0] ?? handle, names: writeParts(Object.entries(name)), categories: parent }
}

const cellsBy = <Said>(readers: Readonly<Record<string, (said: Said) => string | number | undefined>>, said: Said): Cells =>
  Object.fromEntries(Object.entries(readers).map(([column, read]) => [column, read(said)?.toString()]))

const written = (cells: Cells): string => columns.map((column) => quoted(cells[column] ?? '')).join(',')
