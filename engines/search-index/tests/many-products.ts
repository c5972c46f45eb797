import type { IndexedProduct } from '../port.ts'

const subjects = ['The Sea', 'A History of Salt', 'Letters Home', 'The Clockmaker', 'Winter Gardens', 'Field Notes', 'The Long Road', 'Small Islands']
const names = ['Ada Byron', 'Mary Somerville', 'Edward Lear', 'Anna Sewell', 'Wilkie Collins', 'Kate Chopin', 'Thomas Hardy', 'Emily Eden', 'Robert Burton', 'Aphra Behn']

/** The nth of as many products as wanted, the same ones each time: two variants each, and few words, so that the common ones stand in an eighth of all and one in all of them. */
export function manyProducts(n: number): IndexedProduct {
  const title = `${subjects[n % 8]}, volume ${n}`
  const author = names[(n * 7) % 10] as string
  const year = 1950 + (n % 75)
  return {
    id: `prd_${String(n).padStart(26, '0')}`, handle: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), title, description: `${title} is number ${n} of the books that the shop is measured with.`, brand: 'Octavo Press', language: 'en', year,
    series: [], contributors: [{ value: author.toLowerCase().replace(' ', '-'), label: author }], subjects: [], identifiers: [`title:${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')}`], categories: [], attributes: [],
    publishedOn: year * 10_000 + 301, popularity: ((n * 7919) % 1000) / 1000,
    variants: (['paperback', 'hardback'] as const).map((format, at) => ({
      id: `var_${n}${at}`, format, language: 'en', offers: [{ id: `off_${n}${at}`, seller: { value: 'house', label: 'Octavo' }, condition: 'new', availability: 'in_stock', prices: { GBP: 500 + (n % 3000) } }],
    })),
  }
}

export const commonWords = ['sea', 'salt', 'letters', 'clockmaker', 'winter', 'notes', 'road', 'islands'] as const
export const surnames = names.map((name) => name.split(' ')[1]?.toLowerCase() ?? '')
export const misspelt = ['clokmaker', 'gardnes', 'somervile', 'isalnds', 'letetrs'] as const
