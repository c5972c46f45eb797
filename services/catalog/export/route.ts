import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import { readTree } from '../categories/known-tree.ts'
import { patientWrite } from '../patient-write.ts'
import type { CatalogParts } from '../deps.ts'
import { csv } from './csv/csv.ts'
import type { ExportFormat, ExportWorld } from './format.ts'
import { onix } from './onix/onix.ts'
import { exportedProducts, type ExportParts } from './products.ts'
import { sectionsOf } from './sections.ts'

export type ExportDeps = ExportParts & Pick<CatalogParts, 'clock' | 'log' | 'markets'>

const formats: Readonly<Record<string, ExportFormat>> = { 'csv': csv, 'onix reference': onix('reference'), 'onix short': onix('short') }

/**
 * `GET /exports?format=csv`, or `format=onix&tags=reference|short`: the catalogue whole, written while it is read. A file that was cut off
 * is told from a whole one by its connection, which breaks.
 */
export function exportRoute({ clock, log, markets, ...parts }: ExportDeps): Raw {
  return async (request, response, { caller, requestId }) => {
    const url = new URL(request.url ?? '/', 'http://catalog')
    if (request.method !== 'GET' || url.pathname !== '/exports') return false
    requireOperator(caller)
    const format = formatOf(url.searchParams.get('format') ?? '', url.searchParams.get('tags'))
    const world: ExportWorld = {
      sections: new Map(sectionsOf(await readTree(parts.database)).map((section) => [section.handle, section])), now: clock.now(),
      taxIncluded: (currency) => markets.find((market) => market.currency === currency)?.taxIncluded ?? true,
    }
    response.writeHead(200, { 'content-type': format.contentType, 'content-disposition': `attachment; filename="${format.fileName}"`, 'cache-control': 'no-store' })
    try {
      await patientWrite(response, format.head(world))
      for await (const products of exportedProducts(parts, requestId)) {
        if (response.closed) return true
        await patientWrite(response, products.map((product) => format.product(product, world)).join(''))
      }
      response.end(format.end())
    } catch (error) {
      log.error({ err: error }, 'an export broke off')
      response.destroy()
    }
    return true
  }
}

function formatOf(name: string, tags: string | null): ExportFormat {
  const format = formats[name === 'onix' ? `onix ${tags ?? 'reference'}` : name]
  if (format && (name === 'onix' || tags === null)) return format
  throw failure('INVALID_INPUT', name === 'onix' ? `There are no tags "${tags}"; there are reference and short.` : name === 'csv' ? 'Tags are for ONIX.' : `There is no format "${name}"; there are csv and onix.`, { fields: [{ path: 'format', message: 'unknown' }] })
}
