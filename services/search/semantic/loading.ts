import type { Database } from '@octavo/database'
import type { Embedder } from '@octavo/embedding'
import { openScan, type Scan } from '@octavo/embedding/scan'
import { readVectors, type KnownVector } from '../store/embeddings.ts'
import type { Space } from './space.ts'

const pageRows = 2_000

/** All vectors of a model, read into memory. */
export async function loadSpace(database: Database, model: string, embedder: Embedder, evidence: number): Promise<Space> {
  const scan = openScan(embedder.dimensions)
  for (let after = ''; ;) {
    const rows = await readVectors(database, model, after, pageRows)
    if (rows.length === 0) return { model, embedder, scan, evidence }
    take(scan, rows)
    after = (rows.at(-1) as KnownVector).id
  }
}

/** Vectors that were written, and those of what is gone. */
export function take(scan: Scan, rows: readonly KnownVector[]): void {
  for (const { id, vector } of rows) {
    if (vector) scan.put(id, new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength))
    else scan.delete(id)
  }
}
