import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import type { Raw } from '@octavo/rpc'
import { direct, routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { getCards } from './api/getCards.ts'
import { getCategory } from './api/getCategory.ts'
import { getContributor } from './api/getContributor.ts'
import { getGoods } from './api/getGoods.ts'
import { getOffers } from './api/getOffers.ts'
import { getProduct } from './api/getProduct.ts'
import { getSeries } from './api/getSeries.ts'
import { getSubject } from './api/getSubject.ts'
import { listCategories } from './api/listCategories.ts'
import { listHandles } from './api/listHandles.ts'
import { listImports } from './api/listImports.ts'
import { listProducts } from './api/listProducts.ts'
import { arrangePictures, listPictures, removePicture } from './api/pictures.ts'
import { resumeImport } from './api/resumeImport.ts'
import { putCategories } from './api/putCategories.ts'
import { putProducts } from './api/putProducts.ts'
import { setPrice } from './api/setPrice.ts'
import { snapshot } from './api/snapshot.ts'
import { knownCounts, knownTree } from './categories/known-tree.ts'
import { catalogContract, type ProductDraft } from './contract.ts'
import type { CatalogDeps, CatalogParts } from './deps.ts'
import { exportRoute } from './export/route.ts'
import { importRoute } from './http.ts'
import { jobRoutes } from './import/job-routes.ts'
import { importJobs } from './import/jobs.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { justPut } from './products/just-put.ts'
import { putDrafts, type Outcome } from './products/put-drafts.ts'
import { redrawsOf } from './products/redraws.ts'
import { onCategoriesChanged } from './reactions/categories-changed.ts'
import { onProductChanged } from './reactions/product-changed.ts'
import { onSellerChanged } from './reactions/seller-changed.ts'
import { onStockBandChanged } from './reactions/stock-band-changed.ts'

export interface CatalogService extends Part {
  readonly router: Router
  /** Imports: streamed or uploaded whole; `GET /exports`; and pictures: taken in, and shown. */
  readonly raw: Raw
  /** Puts drafts that their schema accepts, at most a thousand: what an import does. */
  put(source: string, drafts: readonly ProductDraft[]): Promise<Outcome[]>
  /** Done when every event there is has had its effect here, and what it made stale is made again. For tests and imports. */
  caughtUp(): Promise<void>
  /** Done when every event that was told is in the log. For tests and imports. */
  carried(): Promise<void>
}

/** What there is to buy: the source of truth of products and offers, and the cards and pages made of them. */
export function createCatalog(deps: CatalogDeps): CatalogService {
  const { database, events, cache, clock, log } = deps
  const relay = events.relay('catalog', database)
  const redraws = redrawsOf({ database, log, partsOf: () => parts })
  const nowMs = () => clock.now().getTime()
  const parts: CatalogParts = {
    ...deps, redraws, justPut: justPut(), outbox: events.outbox('catalog', database), tree: knownTree(database, cache, nowMs), counts: knownCounts(database, cache, nowMs),
  }
  const consumer = events.consumer({
    consumer: 'catalog', database, from: 'beginning',
    reactions: [onStockBandChanged(parts), onSellerChanged(parts), onProductChanged(parts), onCategoriesChanged(parts)],
  })
  const sink = { put: (source: string, drafts: readonly ProductDraft[]) => putDrafts(parts, source, drafts) }
  const jobs = importJobs({ database, files: deps.files, clock, log, sink, categories: () => categories })
  const router = routerOf(catalogContract, {
    listProducts: listProducts(parts),
    getProduct: getProduct(parts),
    getCards: getCards(parts),
    getGoods: getGoods(parts),
    getOffers: getOffers(parts),
    listCategories: listCategories(parts),
    getCategory: getCategory(parts),
    getContributor: getContributor(parts),
    getSeries: getSeries(parts),
    getSubject: getSubject(parts),
    listHandles: listHandles(parts),
    putCategories: putCategories(parts),
    putProducts: putProducts(parts),
    listPictures: listPictures(parts),
    arrangePictures: arrangePictures(parts),
    removePicture: removePicture(parts),
    snapshot: snapshot(parts),
    setPrice: setPrice(parts),
    listImports: listImports(parts),
    resumeImport: resumeImport(jobs),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  const categories = direct(router).client(catalogContract, { kind: 'service', service: 'catalog' })
  const pictures = pictureRoutes(parts)
  const exports = exportRoute(parts)
  const imports = importRoute({ database, clock, log, sink, categories })
  const uploads = jobRoutes({ database, jobs })

  return {
    name: 'catalog',
    router,
    raw: async (request, response, context) => await pictures(request, response, context) || await uploads(request, response, context) || await imports(request, response, context) || exports(request, response, context),
    put: (source, drafts) => putDrafts(parts, source, drafts),
    async caughtUp() {
      await consumer.caughtUp()
      await redraws.settled()
    },
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await catalogTables())
      await relay.start()
      await consumer.start()
      redraws.start()
      await jobs.start()
    },
    ready: async () => {
      const answers = [await consumer.ready(), await relay.ready()]
      return answers.find((answer) => answer !== true) ?? true
    },
    async drain() {
      await jobs.stop()
      await redraws.stop()
      await consumer.drain()
      await relay.drain()
    },
    async stop() {
      await redraws.stop()
      await consumer.stop()
      await relay.stop()
    },
  }
}

/** The steps of its schema, in order. */
export const catalogTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
