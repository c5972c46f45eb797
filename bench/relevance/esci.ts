import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Grades } from './measures.ts'

export interface JudgedSearch {
  /** All words of each thing by its ASIN. */
  readonly documents: ReadonlyMap<string, string>
  /** What people judged of the things found for a query, by ASIN: 3 exact, 2 substitute, 1 complement, 0 irrelevant. */
  readonly queries: ReadonlyMap<string, Grades>
}

interface Product { readonly asin: string; readonly title: string; readonly description: string; readonly bullet_points: string; readonly brand: string; readonly color: string; readonly category: readonly string[] }
interface Judgment { readonly query: string; readonly product: string; readonly grade: number }

/** Goods and judgments of the Amazon ESCI set, from a folder with `products.jsonl.gz` and `judgments.jsonl`. */
export async function readEsci(folder: string): Promise<JudgedSearch> {
  const documents = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(join(folder, 'products.jsonl.gz')).pipe(createGunzip()) })) {
    const one = JSON.parse(line) as Product
    documents.set(one.asin, [one.title, one.brand, one.color, one.category.join(' '), one.bullet_points, one.description].join('\n'))
  }
  const queries = new Map<string, Map<string, number>>()
  for (const line of (await readFile(join(folder, 'judgments.jsonl'), 'utf8')).trim().split('\n')) {
    const { query, product, grade } = JSON.parse(line) as Judgment
    if (!documents.has(product)) continue
    const grades = queries.get(query) ?? new Map<string, number>()
    queries.set(query, grades.set(product, grade))
  }
  return { documents, queries }
}
