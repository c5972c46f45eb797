import type { Caller } from '@octavo/caller'
import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

type Names =
  | 'operatorGetStock' | 'operatorAdjustStock' | 'operatorListOrders' | 'operatorGetOrder' | 'operatorCancelOrder' | 'operatorRefundOrder' | 'operatorListPayments' | 'operatorGetPayment' | 'operatorCapturePayment' | 'operatorRefundPayment'
  | 'operatorGetInvoiceTerms' | 'operatorPutInvoiceTerms' | 'operatorListInvoices' | 'operatorRecordInvoicePayment' | 'operatorListDisputes' | 'operatorListReservations' | 'operatorListSagas' | 'operatorGetSaga' | 'operatorRetrySaga' | 'operatorEndSaga' | 'operatorListShipments' | 'operatorBuyLabel' | 'operatorDispatch' | 'operatorDelivered' | 'operatorListMessages' | 'operatorGetMessage' | 'operatorPutProducts' | 'operatorListPictures' | 'operatorArrangePictures' | 'operatorRemovePicture' | 'operatorSetPrice'
  | 'operatorListMovements' | 'operatorGetShipment' | 'operatorSplitShipment' | 'operatorGetRates' | 'operatorPutRates' | 'operatorPutMember' | 'operatorListMemberships' | 'operatorPutCategories'
  | 'operatorPutSeller' | 'operatorSetRoles' | 'operatorListAccounts' | 'operatorListImports' | 'operatorResumeImport'

export const operator = (clients: Clients): Some<Names> => {
  const { catalog, inventory, orders, payments, shipping, notifications, sellers, users } = clients

  const stockItemOf = async (offerId: string, on: { context: { caller?: Caller } }): Promise<string> => {
    const [offer] = await catalog.getOffers({ offerIds: [offerId] }, on)
    if (!offer) throw failure('NOT_FOUND', `There is no offer ${offerId}.`)
    if (offer.stockItemId === null) throw failure('NOT_FOUND', 'This offer is digital and draws no stock.')
    return offer.stockItemId
  }
  const keyed = (key: string | undefined): string => {
    if (key === undefined) throw failure('IDEMPOTENCY_KEY_MISSING')
    return key
  }

  return {
    async operatorGetStock({ offerId }, { on }) {
      const [level] = await inventory.getLevels({ stockItemIds: [await stockItemOf(offerId, on)] }, on)
      if (!level) throw failure('NOT_FOUND', 'Its stock is not known yet. Try again in a moment.')
      const { stockItemId, onHand, reserved, available } = level
      return { offerId, stockItemId, onHand, reserved, available }
    },
    async operatorAdjustStock({ offerId, change, reason }, { on, key }) {
      const level = await inventory.adjust({ stockItemId: await stockItemOf(offerId, on), change, reason, ...(key && { key }) }, on)
      return { offerId, stockItemId: level.stockItemId, onHand: level.onHand, reserved: level.reserved, available: level.available }
    },
    async operatorListMovements({ offerId, ...input }, { on }) {
      return inventory.listMovements({ ...input, stockItemId: await stockItemOf(offerId, on) }, on)
    },
    operatorListOrders: (input, { on }) => orders.listOrders(input, on),
    async operatorGetOrder(input, { caller, on }) {
      requireOperator(caller)
      return orders.getOrder(input, on)
    },
    async operatorCancelOrder(input, { caller, on }) {
      requireOperator(caller)
      return orders.cancelOrder(input, on)
    },
    operatorRefundOrder: async (input, { on, key }) => orders.refundOrder({ ...input, key: keyed(key) }, on),
    operatorListPayments: (input, { on }) => payments.listPayments(input, on),
    operatorGetPayment: (input, { on }) => payments.getPayment(input, on),
    operatorCapturePayment: async (input, { on, key }) => payments.capture({ ...input, key: keyed(key) }, on),
    operatorRefundPayment: async (input, { on, key }) => payments.refund({ ...input, key: keyed(key) }, on),
    operatorListDisputes: ({ open, ...input }, { on }) => payments.listDisputes({ ...input, open: open === 'true' }, on),
    operatorGetInvoiceTerms: (input, { on }) => payments.getInvoiceTerms(input, on),
    operatorPutInvoiceTerms: (input, { on }) => payments.putInvoiceTerms(input, on),
    operatorListInvoices: ({ open, ...input }, { on }) => payments.listInvoices({ ...input, open: open === 'true' }, on),
    operatorRecordInvoicePayment: async (input, { on, key }) => payments.recordInvoicePayment({ ...input, key: keyed(key) }, on),
    async operatorListReservations({ offerId, ...input }, { on }) {
      return inventory.listReservations({ ...input, ...(offerId && { stockItemId: await stockItemOf(offerId, on) }) }, on)
    },
    operatorListSagas: (input, { on }) => orders.listSagas(input, on),
    operatorGetSaga: (input, { on }) => orders.getSaga(input, on),
    operatorRetrySaga: (input, { on }) => orders.retrySaga(input, on),
    operatorEndSaga: (input, { on }) => orders.endSaga(input, on),
    operatorListShipments: (input, { on }) => shipping.listShipments(input, on),
    operatorGetShipment: (input, { on }) => shipping.getShipment(input, on),
    operatorSplitShipment: (input, { on }) => shipping.splitShipment(input, on),
    operatorBuyLabel: (input, { on }) => shipping.buyLabel(input, on),
    operatorDispatch: (input, { on }) => shipping.dispatch(input, on),
    operatorDelivered: (input, { on }) => shipping.markDelivered(input, on),
    operatorListMessages: (input, { on }) => notifications.listMessages(input, on),
    operatorGetMessage: (input, { on }) => notifications.getMessage(input, on),
    operatorPutProducts: (input, { on }) => catalog.putProducts(input, on),
    operatorListPictures: async (input, { on }) => ({ items: await catalog.listPictures(input, on) }),
    operatorArrangePictures: async (input, { on }) => ({ items: await catalog.arrangePictures(input, on) }),
    operatorRemovePicture: (input, { on }) => catalog.removePicture(input, on),
    operatorSetPrice: (input, { on }) => catalog.setPrice(input, on),
    operatorGetRates: (input, { on }) => shipping.getRates(input, on),
    operatorPutRates: (input, { on }) => shipping.putRates(input, on),
    operatorPutMember: (input, { on }) => sellers.addMember(input, on),
    async operatorListMemberships(input, { caller, on }) {
      requireOperator(caller)
      return { items: await sellers.listMemberships(input, on) }
    },
    operatorPutCategories: ({ categories }, { on }) => catalog.putCategories(categories, on),
    operatorPutSeller: (input, { on }) => sellers.putSeller(input, on),
    operatorSetRoles: (input, { on }) => users.setRoles(input, on),
    operatorListAccounts: (input, { on }) => users.listAccounts(input, on),
    operatorListImports: (input, { on }) => catalog.listImports(input, on),
    operatorResumeImport: (input, { on }) => catalog.resumeImport(input, on),
  }
}
