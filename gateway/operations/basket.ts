import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

export const basket = ({ cart, orders }: Clients): Some<'createCart' | 'getCart' | 'addLine' | 'setLineQuantity' | 'removeLine' | 'setCartMarket' | 'quote'> => ({
  createCart: (input, { on }) => cart.createCart(input, on),
  getCart: (input, { on }) => cart.getCart(input, on),
  addLine: (input, { on }) => cart.addLine(input, on),
  setLineQuantity: (input, { on }) => cart.setQuantity(input, on),
  removeLine: (input, { on }) => cart.removeLine(input, on),
  setCartMarket: (input, { on }) => cart.setMarket(input, on),
  quote: (input, { on }) => orders.quote(input, on),
})
