import { children, text, type Element } from './tree.ts'

/**
 * Whether a price is everybody's, and of one copy to keep: not a member's, a library's or a school's (list 59), not for many at once, not
 * for a rental or with something else to be bought (list 167).
 */
export function isForAll(price: Element): boolean {
  const qualifier = text(price, 'PriceQualifier')
  return (qualifier === undefined || ['00', '05', '08'].includes(qualifier)) && Number(text(price, 'MinimumOrderQuantity') ?? 1) <= 1
    && children(price, 'PriceCondition').every((one) => ['00', '01'].includes(text(one, 'PriceConditionType') ?? '00'))
}
