import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

type Names = 'getAccount' | 'listSessions' | 'revokeSession' | 'listAddresses' | 'addAddress' | 'updateAddress' | 'removeAddress' | 'listSavedCards' | 'removeSavedCard' | 'getInvoiceTerms'

export const account = ({ users, payments }: Clients): Some<Names> => ({
  getAccount: (_, { on }) => users.getAccount({}, on),
  listSessions: async (_, { on }) => ({ items: await users.listSessions({}, on) }),
  revokeSession: (input, { on }) => users.revokeSession(input, on),
  listAddresses: async (_, { on }) => ({ items: await users.listAddresses({}, on) }),
  addAddress: (input, { on }) => users.addAddress(input, on),
  updateAddress: (input, { on }) => users.updateAddress(input, on),
  removeAddress: (input, { on }) => users.removeAddress(input, on),
  listSavedCards: async (_, { on }) => ({ items: await payments.listSavedCards({}, on) }),
  getInvoiceTerms: (_, { on }) => payments.myInvoiceTerms({}, on),
  removeSavedCard: (input, { on }) => payments.removeSavedCard(input, on),
})
