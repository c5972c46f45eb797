import { listEvents, retrieveEvent } from '../events/events.ts'
import type { Work } from '../network.ts'
import { cancelPaymentIntent, capturePaymentIntent } from '../payments/capture.ts'
import { listCharges, retrieveCharge } from '../payments/charges.ts'
import { createCustomer, deleteCustomer, listCustomers, retrieveCustomer, updateCustomer } from '../payments/customers.ts'
import { closeDispute, listDisputes, retrieveDispute, updateDispute } from '../payments/disputes.ts'
import { confirmPaymentIntent, createPaymentIntent, listPaymentIntents, retrievePaymentIntent, updatePaymentIntent } from '../payments/payment-intents.ts'
import {
  attachPaymentMethod, createPaymentMethod, detachPaymentMethod, listPaymentMethods, retrievePaymentMethod, updatePaymentMethod,
} from '../payments/payment-methods.ts'
import { createRefund, listRefunds, retrieveRefund } from '../payments/refunds.ts'
import { cancelSetupIntent, confirmSetupIntent, createSetupIntent, listSetupIntents, retrieveSetupIntent } from '../payments/setup-intents.ts'
import type { ApiError } from './errors.ts'
import type { Form } from './form.ts'

/** Does what one call of the API asks. What it throws undoes it; what it returns, a refusal too, stays. */
export type Operation = (work: Work, params: Form, id: string) => object | ApiError

/** The operation a call names, and the id in its path. */
export function findRoute(method: string, path: string): { operation: Operation; id: string } | undefined {
  const [noun = '', id, verb, ...rest] = path.slice('/v1/'.length).split('/')
  const name = [method, noun, ...(id === undefined ? [] : [':id']), ...(verb === undefined ? [] : [verb])].join(' ')
  const operation = routes[name]
  return operation && rest.length === 0 ? { operation, id: id ?? '' } : undefined
}

const routes: Readonly<Record<string, Operation>> = {
  'POST customers': createCustomer,
  'GET customers': listCustomers,
  'GET customers :id': retrieveCustomer,
  'POST customers :id': updateCustomer,
  'DELETE customers :id': deleteCustomer,
  'GET customers :id payment_methods': listPaymentMethods,

  'POST payment_methods': createPaymentMethod,
  'GET payment_methods': (work, params) => listPaymentMethods(work, params),
  'GET payment_methods :id': retrievePaymentMethod,
  'POST payment_methods :id': updatePaymentMethod,
  'POST payment_methods :id attach': attachPaymentMethod,
  'POST payment_methods :id detach': detachPaymentMethod,

  'POST payment_intents': createPaymentIntent,
  'GET payment_intents': listPaymentIntents,
  'GET payment_intents :id': retrievePaymentIntent,
  'POST payment_intents :id': updatePaymentIntent,
  'POST payment_intents :id confirm': confirmPaymentIntent,
  'POST payment_intents :id capture': capturePaymentIntent,
  'POST payment_intents :id cancel': cancelPaymentIntent,

  'POST setup_intents': createSetupIntent,
  'GET setup_intents': listSetupIntents,
  'GET setup_intents :id': retrieveSetupIntent,
  'POST setup_intents :id confirm': confirmSetupIntent,
  'POST setup_intents :id cancel': cancelSetupIntent,

  'GET charges': listCharges,
  'GET charges :id': retrieveCharge,

  'POST refunds': createRefund,
  'GET refunds': listRefunds,
  'GET refunds :id': retrieveRefund,

  'GET disputes': listDisputes,
  'GET disputes :id': retrieveDispute,
  'POST disputes :id': updateDispute,
  'POST disputes :id close': closeDispute,

  'GET events': (work, params) => listEvents(work.store, params),
  'GET events :id': (work, _params, id) => retrieveEvent(work.store, id),
}
