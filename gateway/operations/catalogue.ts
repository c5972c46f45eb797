import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

export const catalogue = ({ catalog, sellers }: Clients): Some<'listProducts' | 'getProduct' | 'listCategories' | 'getCategory' | 'getContributor' | 'getSeries' | 'getSubject' | 'getSeller' | 'listSellers'> => ({
  listProducts: (input, { on }) => catalog.listProducts(input, on),
  getProduct: (input, { on }) => catalog.getProduct(input, on),
  listCategories: async (input, { on }) => ({ items: await catalog.listCategories(input, on) }),
  getCategory: (input, { on }) => catalog.getCategory(input, on),
  getContributor: (input, { on }) => catalog.getContributor(input, on),
  getSeries: (input, { on }) => catalog.getSeries(input, on),
  getSubject: (input, { on }) => catalog.getSubject(input, on),
  getSeller: (input, { on }) => sellers.getSeller(input, on),
  listSellers: (input, { on }) => sellers.listSellers(input, on),
})
