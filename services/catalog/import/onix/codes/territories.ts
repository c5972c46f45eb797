import type { Territory } from '../edition.ts'

/** Countries and regions as ONIX writes them, several in one element. `WORLD` and `ROW` stand for everywhere; parts of countries are left out. */
export function territoryOf({ countries = '', regions = '', notCountries = '', notRegions = '' }: { countries?: string | undefined; regions?: string | undefined; notCountries?: string | undefined; notRegions?: string | undefined }): Territory | undefined {
  const everywhere = /\b(WORLD|ROW)\b/.test(regions)
  const zone = /\bECZ\b/.test(regions) ? euroZone : []
  const included = everywhere ? ['WORLD'] : [...new Set([...listOf(countries), ...zone])]
  const excluded = [...new Set([...listOf(notCountries), ...(/\bECZ\b/.test(notRegions) ? euroZone : [])])]
  return included.length === 0 ? undefined : { included, excluded: everywhere ? excluded : [] }
}

const listOf = (countries: string): string[] => countries.toUpperCase().match(/\b[A-Z]{2}\b/g) ?? []

const euroZone = ['AT', 'BE', 'BG', 'CY', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PT', 'SI', 'SK']

export const covers = ({ included, excluded }: Territory, country: string): boolean =>
  !excluded.includes(country) && (included.includes('WORLD') || included.includes(country))

/** Where it may be sold: rights for sale joined, rights not for sale taken away. Types of list 46. */
export function rightsOf(statements: readonly { readonly type: string; readonly territory: Territory }[], restOfWorld: string | undefined): Territory | undefined {
  if (statements.length === 0) return undefined
  const sold = statements.filter(({ type }) => forSale(type))
  const refused = statements.filter(({ type }) => !forSale(type)).flatMap(({ territory }) => territory.included.filter((country) => country !== 'WORLD'))
  const rest = restOfWorld !== undefined && forSale(restOfWorld)
  if (rest || sold.some(({ territory }) => territory.included.includes('WORLD'))) {
    const named = new Set(sold.flatMap(({ territory }) => territory.included))
    const excluded = [...sold.flatMap(({ territory }) => territory.excluded), ...refused].filter((country) => !named.has(country))
    return { included: ['WORLD'], excluded: [...new Set(excluded)].sort() }
  }
  const included = sold.flatMap(({ territory }) => territory.included).filter((country) => !refused.includes(country))
  // Only where it is not sold was said: everywhere else it is.
  if (sold.length === 0 && refused.length > 0 && restOfWorld === undefined) return { included: ['WORLD'], excluded: [...new Set(refused)].sort() }
  return { included: [...new Set(included)].sort(), excluded: [] }
}

/** 01 and 02 with exclusive and other rights, 07 and 08 the same with conditions; 03 to 06 are not for sale. */
const forSale = (type: string): boolean => ['01', '02', '07', '08'].includes(type)
