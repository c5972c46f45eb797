import { edits, fold, mostEdits, wordsOf } from '../analysis/analysis.ts'
import { likelihood, mostNear, type Near } from '../analysis/spelling.ts'
import { countedExactly, EngineAway, NoSuchIndex, type Facet, type FacetCount, type FacetValue, type Hit, type IndexedProduct, type IndexSort, type SearchAnswer, type SearchIndex, type SearchRequest, type Spelling, type Suggestion, type VersionedProduct } from '../port.ts'
import { documentOf, told } from './document.ts'
import { mappings, settings } from './mapping.ts'
import { matchedOffer } from './matched.ts'
import { aggregationsOf, clausesOf, filterOf, rowFilterOf } from './narrowing.ts'
import { textClause } from './text.ts'

interface Bucket { readonly key: string; readonly doc_count: number; readonly products?: { readonly doc_count: number } }
interface Values { readonly buckets: readonly Bucket[] }
interface Aggregated { readonly values?: Values; readonly rows?: { readonly fitting: { readonly values: Values } }; readonly bands?: { readonly buckets: Record<string, { doc_count: number }> }; readonly stars?: { readonly buckets: Record<string, { doc_count: number }> } }
interface Searched {
  readonly timed_out: boolean
  readonly hits: { readonly total: { readonly value: number; readonly relation: string }; readonly hits: readonly { readonly _id: string; readonly _score: number | null; readonly _source?: { readonly json: string } }[] }
  readonly aggregations?: Readonly<Record<string, Aggregated>>
  readonly suggest?: Readonly<Record<string, readonly { readonly options: readonly { readonly text: string; readonly freq: number }[] }[]>>
}

const requestMs = 5000
/** Languages known of an index are looked up again after this long. */
const languagesMs = 10_000

/** OpenSearch. Words come to it cut and stemmed, so that both engines find by the same words. `prefix` keeps one shop's indexes apart. */
export function openSearchIndex({ url, prefix = 'octavo-' }: { url: string; prefix?: string }): SearchIndex {
  // Its thousand modules are read only where one is used: a shop on the embedded index starts without them.
  const driver = import('@opensearch-project/opensearch').then(({ Client, errors }) => ({ client: new Client({ node: url, requestTimeout: requestMs, maxRetries: 1 }), errors }))
  const full = (name: string): string => prefix + name
  const languages = new Map<string, { until: number; known: readonly string[] }>()

  /** A call of the API by its path; what cannot be reached is away. */
  async function ask<Answer>(method: string, path: string, body?: object, { bulk, ok = [] }: { bulk?: readonly object[]; ok?: readonly number[] } = {}): Promise<Answer> {
    const { client, errors } = await driver
    try {
      const { body: answer } = await client.transport.request(
        { method, path, ...(bulk ? { bulkBody: `${bulk.map((line) => JSON.stringify(line)).join('\n')}\n` } : body ? { body: JSON.stringify(body) } : {}) }, { headers: { 'content-type': bulk ? 'application/x-ndjson' : 'application/json' } })
      return answer as Answer
    } catch (error) {
      if (error instanceof errors.ResponseError) {
        const status = error.statusCode ?? 0
        if (ok.includes(status)) return error.body as Answer
        if (status === 404) throw new NoSuchIndex(error.message)
        if (status === 429 || status >= 500) throw new EngineAway(error.message)
        throw error
      }
      if (error instanceof errors.OpenSearchClientError) throw new EngineAway(error.message)
      throw error
    }
  }
  const searched = (name: string, body: object): Promise<Searched> => ask<Searched>('POST', `/${full(name)}/_search`, body)
  const live = { term: { live: true } }

  /** The languages that an index has texts in. */
  async function languagesOf(name: string): Promise<readonly string[]> {
    const known = languages.get(name)
    if (known && known.until > Date.now()) return known.known
    const { aggregations } = await searched(name, { size: 0, query: live, aggs: { languages: { terms: { field: 'text_language', size: 50 } } } })
    const found = ((aggregations?.['languages'] as unknown as Values | undefined)?.buckets ?? []).map(({ key }) => key)
    languages.set(name, { until: Date.now() + languagesMs, known: found })
    return found
  }

  async function productsOf(name: string, ids: readonly string[]): Promise<Map<string, IndexedProduct>> {
    if (ids.length === 0) return new Map()
    const { docs } = await ask<{ docs: { _id: string; found: boolean; _source?: { json?: string } }[] }>('POST', `/${full(name)}/_mget?_source_includes=json`, { ids })
    return new Map(docs.flatMap(({ _id, _source }) => (_source?.json === undefined ? [] : [[_id, JSON.parse(_source.json) as IndexedProduct] as const])))
  }

  async function read(name: string, ids: readonly string[], filters: SearchRequest['filters'], currency: string): Promise<Hit[]> {
    const products = await productsOf(name, ids)
    return ids.flatMap((id) => { const product = products.get(id); return product ? [{ product, matched: matchedOffer(product, filters, currency) }] : [] })
  }

  async function frequencies(name: string, words: readonly string[]): Promise<number[]> {
    const { aggregations } = await searched(name, { size: 0, query: live, aggs: { bands: { filters: { filters: Object.fromEntries(words.map((word, at) => [`w${at}`, { term: { words: word } }])) } } } })
    const buckets = (aggregations?.['bands'] as unknown as Aggregated['bands'])?.buckets ?? {}
    return words.map((_, at) => buckets[`w${at}`]?.doc_count ?? 0)
  }

  /** Words of titles and names two edits away, the first letter included. */
  async function farther(name: string, word: string): Promise<Near[]> {
    const { hits } = await searched(name, { size: 20, _source: ['json'], query: { bool: { filter: [live], must: [{ fuzzy: { called: { value: word, fuzziness: 2, prefix_length: 0, max_expansions: 50, transpositions: true } } }] } } })
    const found = new Map<string, number>()
    for (const { _source } of hits.hits) {
      const { title, series, contributors } = JSON.parse(_source?.json ?? '{}') as IndexedProduct
      for (const other of new Set([title, ...[...series, ...contributors].map(({ value, label = value }) => label)].flatMap(wordsOf))) if (edits(word, other, 2) <= 2) found.set(other, (found.get(other) ?? 0) + 1)
    }
    return [...found].map(([other, frequency]) => ({ word: other, frequency, called: frequency, edits: edits(word, other, 2) }))
  }

  return {
    async create(name) {
      const answer = await ask<{ error?: { type: string } }>('PUT', `/${full(name)}`, { settings, mappings }, { ok: [400] })
      if (answer.error && answer.error.type !== 'resource_already_exists_exception') throw new Error(`the index ${name} could not be made: ${answer.error.type}`)
    },
    async drop(name) { await ask('DELETE', `/${full(name)}`, undefined, { ok: [404] }) },
    async point(alias, name) {
      await ask('POST', '/_aliases', { actions: [{ remove: { index: `${prefix}*`, alias: full(alias), must_exist: false } }, { add: { index: full(name), alias: full(alias) } }] })
      languages.delete(alias)
    },
    async resolve(alias) {
      const found = await ask<Record<string, unknown> & { error?: unknown }>('GET', `/_alias/${full(alias)}`, undefined, { ok: [404] })
      if (found.error !== undefined) return null
      return Object.keys(found)[0]?.slice(prefix.length) ?? null
    },
    async list() {
      const found = await ask<Record<string, unknown>>('GET', `/${prefix}*/_alias`)
      return Object.keys(found).map((name) => name.slice(prefix.length)).sort()
    },
    async put(name, products: readonly VersionedProduct[]) {
      if (products.length === 0) return { stale: [] }
      const lines = products.flatMap(({ id, version, product }) => [{ index: { _id: id, version, version_type: 'external' } }, product ? { ...documentOf(product), text_language: (product.language ?? 'en').slice(0, 2) } : { live: false }])
      const { items } = await ask<{ items: { index: { _id: string; status: number; error?: { reason: string } } }[] }>('POST', `/${full(name)}/_bulk?refresh=true`, undefined, { bulk: lines })
      const failed = items.find(({ index: { status } }) => status >= 400 && status !== 409)
      if (failed) {
        const { _id: id, error } = failed.index
        throw new Error(`${id} could not be indexed: ${error?.reason}`)
      }
      languages.delete(name)
      return { stale: items.filter(({ index: { status } }) => status === 409).map(({ index: { _id: id } }) => id) }
    },
    async search(name, request): Promise<SearchAnswer> {
      const { text, filters, currency, sort, limit, top, facets, priceBands, withinMs } = request
      const clause = text ? textClause(text, await languagesOf(name)) : undefined
      if (text && !clause) return { ids: [], scores: [], hits: [], total: { value: 0, exact: true }, facets: Object.fromEntries(facets.map((facet) => [facet, []])), priceBands: priceBands.map(() => 0), ratings: [0, 0, 0, 0], cut: false }
      const answer = await searched(name, {
        query: { bool: { filter: [live], ...(clause && { must: [clause] }) } }, post_filter: filterOf(clausesOf(filters, currency)), aggs: aggregationsOf(request), size: limit, _source: false, track_scores: true,
        track_total_hits: countedExactly + 1, sort: sortOf(sort, request), timeout: `${Math.max(1, Math.ceil(withinMs))}ms`,
      })
      const ids = answer.hits.hits.map(({ _id }) => _id)
      const total = answer.hits.total.value
      return {
        ids, scores: answer.hits.hits.map(({ _score }) => _score ?? 0), hits: await read(name, ids.slice(0, top), filters, currency),
        total: { value: Math.min(total, countedExactly), exact: !answer.timed_out && total <= countedExactly }, cut: answer.timed_out, ...countsOf(answer.aggregations ?? {}, request),
      }
    },
    read,
    async identify(name, identifiers) {
      const { hits } = await searched(name, { size: 100, _source: false, query: { bool: { filter: [live, { terms: { identifiers } }] } } })
      return hits.hits.map(({ _id }) => _id)
    },
    async named(name, facet, text): Promise<FacetValue | null> {
      const folded = fold(text)
      const { hits } = await searched(name, { size: 1, _source: ['json'], query: { bool: { filter: [live, { term: { named: `${facet} ${folded}` } }] } } })
      const [{ _source: source } = {}] = hits.hits
      if (!source) return null
      const { contributors, series, brand } = JSON.parse(source.json) as IndexedProduct
      const values: readonly FacetValue[] = facet === 'contributor' ? contributors : facet === 'series' ? series : brand === undefined ? [] : [{ value: brand }]
      const found = values.find(({ value, label = value }) => fold(label) === folded)
      return found ? { value: found.value, label: found.label ?? found.value } : null
    },
    async suggest(name, words, limit) {
      const begins = (field: string): object => ({ bool: { filter: words.map((word, at) => (at === words.length - 1 ? { prefix: { [field]: word } } : { term: { [field]: word } })) } })
      const names = (kind: 'contributor' | 'series') => ({ filter: begins(`${kind}_words`), aggs: { values: { terms: { field: `${kind}_told`, size: 200, order: { weight: 'desc' } }, aggs: { weight: { sum: { field: 'popularity' } } } } } })
      const answer = await searched(name, {
        size: limit, _source: ['json'], query: live, post_filter: begins('title_words'), sort: [{ popularity: 'desc' }], aggs: { contributor: names('contributor'), series: names('series') },
      })
      const fits = (label: string): boolean => { const all = wordsOf(label); return words.every((word, at) => all.some((one) => (at === words.length - 1 ? one.startsWith(word) : one === word))) }
      const people = (['contributor', 'series'] as const).flatMap((kind) => (answer.aggregations?.[kind]?.values?.buckets ?? []).map((bucket): Suggestion => {
        const { value, label } = told(bucket.key)
        return { kind, text: label, handle: value, weight: (bucket as unknown as { weight: { value: number } }).weight.value }
      }).filter(({ text }) => fits(text)))
      const titles = answer.hits.hits.map(({ _source: source }): Suggestion => {
        const { title, handle, popularity } = JSON.parse(source?.json ?? '{}') as IndexedProduct
        return { kind: 'product', text: title, handle, weight: popularity }
      })
      const typed = words.join(' ')
      const rank = ({ text, weight, kind }: Suggestion): number => { const spelt = wordsOf(text).join(' '); return (spelt === typed ? 4 : spelt.startsWith(typed) ? 2 : 0) + Math.min(weight, kind === 'product' ? 1 : 1.5) }
      return [...titles, ...people].sort((a, b) => rank(b) - rank(a)).slice(0, limit)
    },
    async spell(name, words): Promise<Spelling[]> {
      if (words.length === 0) return []
      const asked = words.map((word, at) => ({ word, at, most: mostEdits(word.length) })).filter(({ word, most }) => most > 0 && !/^\p{N}+$/u.test(word))
      const suggester = (word: string, field: string, most: number): object => ({ text: word, term: { field, suggest_mode: 'always', max_edits: most, prefix_length: 0, min_word_length: 4, size: 20, shard_size: 100, max_inspections: 20, string_distance: 'damerau_levenshtein' } })
      const [counts, answer] = await Promise.all([
        frequencies(name, words),
        asked.length === 0 ? undefined : searched(name, { size: 0, suggest: Object.fromEntries(asked.flatMap(({ word, at, most }) => [[`words${at}`, suggester(word, 'words', most)], [`called${at}`, suggester(word, 'called', most)]])) }),
      ])
      return Promise.all(words.map(async (word, at) => {
        const options = (field: string) => answer?.suggest?.[`${field}${at}`]?.[0]?.options ?? []
        const called = new Map(options('called').map(({ text, freq }) => [text, freq]))
        const most = mostEdits(word.length)
        const near = options('words').map(({ text, freq }): Near => ({ word: text, frequency: freq, called: called.get(text) ?? 0, edits: edits(word, text, most) })).filter((one) => one.edits <= most && one.word !== word)
        // The suggester keeps the first letter of what is two edits away.
        if (near.length === 0 && most === 2 && counts[at] === 0) near.push(...await farther(name, word))
        return { frequency: counts[at] ?? 0, nearby: near.sort((a, b) => likelihood(b, word) - likelihood(a, word)).slice(0, mostNear).map(({ word: other, frequency, edits: away }) => ({ word: other, frequency, edits: away })) }
      }))
    },
    async count(name) { return (await ask<{ count: number }>('POST', `/${full(name)}/_count`, { query: live })).count },
    async versions(name, ids) {
      if (ids.length === 0) return {}
      const { docs } = await ask<{ docs: { _id: string; found: boolean; _version?: number }[] }>('POST', `/${full(name)}/_mget?_source=false`, { ids })
      return Object.fromEntries(docs.filter(({ found }) => found).map(({ _id, _version }) => [_id, _version ?? 0]))
    },
    close: async () => { await (await driver).client.close() },
  }
}

function sortOf(sort: IndexSort, { filters, currency }: SearchRequest): object[] {
  const popular = [{ popularity: 'desc' }]
  const priced = (order: 'asc' | 'desc', more: readonly Record<string, unknown>[]): object => ({
    [`offers.prices.${currency}`]: { order, mode: 'min', missing: '_last', unmapped_type: 'long', nested: { path: 'offers', filter: rowFilterOf(filters, currency, more) } },
  })
  // What can be bought is sorted by what it can be bought for.
  const byPrice = (order: 'asc' | 'desc'): object[] => [priced(order, [{ term: { 'offers.buyable': true } }]), priced(order, []), ...popular]
  switch (sort) {
    case 'relevance': return [{ _score: 'desc' }, ...popular]
    case 'popularity': return popular
    case 'newest': return [{ published_on: 'desc' }, ...popular]
    case 'rating': return [{ rating: 'desc' }, ...popular]
    case 'title': return [{ title_key: 'asc' }, ...popular]
    case 'price': return byPrice('asc')
    case '-price': return byPrice('desc')
    default: return sort satisfies never
  }
}

function countsOf(aggregations: Readonly<Record<string, Aggregated>>, { facets: wanted, facetValues, filters, priceBands }: SearchRequest): Pick<SearchAnswer, 'facets' | 'priceBands' | 'ratings'> {
  const facets: Partial<Record<Facet, FacetCount[]>> = {}
  for (const facet of wanted) {
    const found = aggregations[facet]
    const counted = (found?.rows?.fitting.values ?? found?.values)?.buckets.map(({ key, doc_count: count, products }) => ({ ...told(key), count: products?.doc_count ?? count })) ?? []
    const own = Object.entries(aggregations).filter(([name]) => facet === 'attribute' && name.startsWith('attribute:'))
    const replaced = own.map(([name]) => name.slice('attribute:'.length))
    const all = [...counted.filter(({ value }) => !replaced.includes(value.slice(0, value.indexOf(':')))), ...own.flatMap(([, { values }]) => values?.buckets.map(({ key, doc_count: count }) => ({ ...told(key), count })) ?? [])]
    const chosen = filters.chosen[facet] ?? []
    const sorted = all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    facets[facet] = [...sorted.slice(0, facetValues), ...sorted.slice(facetValues).filter(({ value }) => chosen.includes(value))]
  }
  return {
    facets, priceBands: priceBands.map((_, at) => aggregations['prices']?.bands?.buckets[`b${at}`]?.doc_count ?? 0), ratings: [1, 2, 3, 4].map((stars) => aggregations['ratings']?.stars?.buckets[`s${stars}`]?.doc_count ?? 0),
  }
}
