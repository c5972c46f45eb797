import type { Goods } from '../products/goods.ts'

/** The first day after today on which goods are to be shown otherwise without anybody doing anything; null when there is none. */
export function nextChangeOf({ variants }: Pick<Goods, 'variants'>, today: string): string | null {
  const days = variants.flatMap(({ details, offers }) => [
    ...(details.publishedOn === undefined ? [] : [details.publishedOn + '-01-01'.slice(details.publishedOn.length - 4)]),
    ...offers.flatMap(({ priceTerms = {} }) => Object.values(priceTerms).flat().flatMap(({ from, until }) => [...(from === undefined ? [] : [from]), ...(until === undefined ? [] : [dayAfter(until)])])),
  ])
  return days.filter((day) => day > today).sort()[0] ?? null
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
