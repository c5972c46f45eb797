import { formatSchema, conditionSchema, type PriceTerm, type ProductDraft } from '../../draft.ts'
import type { ImportCategory } from '../category.ts'
import { Refused } from '../entry.ts'
import { given } from '../given.ts'
import { readAmount } from '../price.ts'
import { dayOf } from './codes/dates.ts'
import { roleOf } from './codes/roles.ts'
import { aboveScheme, codingPrefix, factScheme, productName, sectionScheme, sourceName, variantName, workName } from './schemes.ts'
import { child, children, type Element } from './tree.ts'
import { languageTag } from './codes/languages.ts'

type Variant = ProductDraft['variants'][number]
type Offer = Variant['offers'][number]

/** A record that a shop of Octavo wrote: one variant, and all that its product's other records say too. */
export interface OwnRecord {
  readonly source: string
  readonly sections: readonly ImportCategory[]
  /** With this variant alone. */
  readonly draft: ProductDraft
}

/**
 * What a record says that Octavo's own export wrote: unlike others it says all there is, and it is read letter by letter. Undefined for
 * others'.
 */
export function ownRecord(product: Element): OwnRecord | undefined {
  const ids = children(product, 'ProductIdentifier').map((one) => ({ type: exact(one, 'ProductIDType'), name: exact(one, 'IDTypeName'), value: exact(one, 'IDValue') ?? '' }))
  const own = (name: string) => ids.find((id) => id.name === name)?.value
  const [source, key, variantKey] = [own(sourceName), own(productName), own(variantName)]
  if (source === undefined || key === undefined || variantKey === undefined) return undefined
  const described = child(product, 'DescriptiveDetail')
  const facts = factsIn(described)
  const contributors = contributorsIn(described)
  const shared = Number(facts.get('contributors') ?? contributors.length)
  const paths = subjectsOf(described, sectionScheme)
  return {
    source,
    sections: [...subjectsOf(described, aboveScheme), ...paths].map(sectionIn),
    draft: {
      key,
      ...productSaid(product, described, facts),
      contributors: contributors.slice(0, shared),
      categories: paths.map((path) => path.code.split('/').at(-1) ?? ''),
      variants: [{
        key: variantKey,
        identifiers: ids.flatMap(({ type, name = '', value }) => (name.startsWith(codingPrefix) ? [] : [{ scheme: schemeOf(type, name), value }])),
        ...variantSaid(product, described, facts),
        ...(contributors.length > shared && { contributors: contributors.slice(shared).map((one, at) => ({ ...one, sequence: at + 1 })) }),
      }],
    },
  }
}

function productSaid(product: Element, described: Element | undefined, facts: ReadonlyMap<string, string>): Omit<ProductDraft, 'key' | 'contributors' | 'categories' | 'variants'> {
  const title = child(children(described, 'TitleDetail')[0], 'TitleElement')
  const work = exact(children(child(child(product, 'RelatedMaterial'), 'RelatedWork'), 'WorkIdentifier').find((one) => exact(one, 'IDTypeName') === workName), 'IDValue')
  const [average, count, ...histogram] = (facts.get('rating') ?? '').split(' ').filter(Boolean).map(Number)
  const attributes = [...facts].filter(([name]) => name.startsWith('attribute ')).map(([name, value]) => [name.slice('attribute '.length), value])
  return {
    kind: facts.get('kind') === 'other' ? 'other' : 'book',
    title: exact(title, 'TitleText') ?? '',
    ...given('handle', facts.get('handle')), ...given('subtitle', exact(title, 'Subtitle')), ...given('language', facts.get('language')), ...given('originalLanguage', facts.get('original language')),
    ...given('descriptionHtml', exact(children(child(product, 'CollateralDetail'), 'TextContent')[0], 'Text')),
    ...(work !== undefined && { work: { key: work, title: facts.get('work title') ?? exact(title, 'TitleText') ?? '' } }),
    ...given('brand', facts.get('brand')),
    series: children(described, 'Collection').map((one) => child(child(one, 'TitleDetail'), 'TitleElement')).map((one) => ({ name: exact(one, 'TitleText') ?? '', ...given('position', exact(one, 'PartNumber')) })),
    subjects: subjectsIn(described),
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    media: mediaIn(child(product, 'CollateralDetail')),
    ...(average !== undefined && count !== undefined && { rating: { average, count, ...(histogram.length > 0 && { histogram }) } }),
    ...given('featuredRank', numberIn(facts.get('featured rank'))), ...given('firstPublishedYear', numberIn(facts.get('first published'))),
    ...(exact(product, 'NotificationType') === '05' && { withdrawn: true }),
  }
}

function variantSaid(product: Element, described: Element | undefined, facts: ReadonlyMap<string, string>): Omit<Variant, 'key' | 'identifiers' | 'contributors'> {
  const published = child(product, 'PublishingDetail')
  const measure = (type: string) => numberIn(exact(children(described, 'Measure').find((one) => exact(one, 'MeasureType') === type), 'Measurement'))
  const extent = (type: string) => numberIn(exact(children(described, 'Extent').find((one) => exact(one, 'ExtentType') === type), 'ExtentValue'))
  const digital = facts.get('digital') === 'yes'
  return {
    format: formatSchema.parse(facts.get('format') ?? 'other'), digital, taxClass: (facts.get('tax class') ?? 'standard') as Variant['taxClass'],
    ...given('title', facts.get('variant title')), ...given('edition', exact(described, 'EditionStatement')), ...given('imprint', exact(child(published, 'Imprint'), 'ImprintName')), ...given('publisher', exact(child(published, 'Publisher'), 'PublisherName')),
    ...given('language', facts.get('variant language')), ...given('publishedOn', facts.get('published')), ...given('pages', extent('00')), ...given('durationMinutes', extent('09')),
    ...given('heightMm', measure('01')), ...given('widthMm', measure('02')), ...given('thicknessMm', measure('03')), ...given('weightGrams', measure('08')),
    ...rightsIn(published),
    ...replacesIn(child(product, 'RelatedMaterial')),
    offers: children(child(product, 'ProductSupply'), 'SupplyDetail').map((detail) => offerIn(detail, digital)),
  }
}

function replacesIn(related: Element | undefined): Pick<Variant, 'replaces'> {
  const replaces = children(related, 'RelatedProduct').flatMap((one) => exact(child(one, 'ProductIdentifier'), 'IDValue') ?? [])
  return replaces.length > 0 ? { replaces } : {}
}

function offerIn(detail: Element, digital: boolean): Offer {
  const coding = new Map(children(detail, 'SupplierOwnCoding').map((one) => [(exact(one, 'SupplierCodeTypeName') ?? '').slice(codingPrefix.length), exact(one, 'SupplierCodeValue') ?? '']))
  const prices: PriceTerm[] = []
  const terms: PriceTerm[] = []
  for (const price of children(detail, 'Price').map(priceIn)) {
    const plain = price.countries === undefined && price.from === undefined && price.until === undefined && !prices.some(({ currency }) => currency === price.currency)
    ;(plain ? prices : terms).push(price)
  }
  const sku = coding.get('SKU')
  return {
    key: coding.get('offer') ?? '', seller: exact(child(child(detail, 'Supplier'), 'SupplierIdentifier'), 'IDValue') ?? 'house', condition: conditionSchema.parse(coding.get('condition') ?? 'new'),
    ...given('conditionNote', coding.get('condition note')), prices, ...(terms.length > 0 && { priceTerms: terms }),
    ...(!digital && sku !== undefined && {
      stock: {
        sku, onHand: numberIn(exact(child(detail, 'Stock'), 'OnHand')) ?? 0, ...given('unitsPerSale', numberIn(coding.get('units per sale'))),
        ...given('promiseLimit', numberIn(coding.get('promise limit'))), ...given('availableOn', dayOf(exact(child(detail, 'SupplyDate'), 'Date'))),
      },
    }),
  }
}

function priceIn(price: Element): PriceTerm {
  const territory = child(price, 'Territory')
  const date = (role: string) => dayOf(exact(children(price, 'PriceDate').find((one) => exact(one, 'PriceDateRole') === role), 'Date'))
  return {
    ...readAmount(exact(price, 'CurrencyCode') ?? '', exact(price, 'PriceAmount') ?? '0'),
    ...(territory && { countries: countriesIn(territory) }), ...given('from', date('14')), ...given('until', date('15')),
  }
}

const countriesIn = (territory: Element) => ({
  included: (exact(territory, 'CountriesIncluded') ?? exact(territory, 'RegionsIncluded') ?? '').split(' ').filter(Boolean), excluded: (exact(territory, 'CountriesExcluded') ?? '').split(' ').filter(Boolean),
})

function rightsIn(published: Element | undefined): Pick<Variant, 'salesRights'> {
  const rights = child(published, 'SalesRights')
  if (!rights) return {}
  const territory = child(rights, 'Territory')
  return { salesRights: exact(rights, 'SalesRightsType') === '03' || !territory ? { included: [], excluded: [] } : countriesIn(territory) }
}

const contributorsIn = (described: Element | undefined): ProductDraft['contributors'] =>
  children(described, 'Contributor').map((one, at) => ({ name: exact(one, 'PersonName') ?? '', ...given('sortName', exact(one, 'PersonNameInverted')), role: roleOf(exact(one, 'ContributorRole') ?? '') ?? 'other', sequence: at + 1 }))

function subjectsIn(described: Element | undefined): ProductDraft['subjects'] {
  return children(described, 'Subject').flatMap((one): ProductDraft['subjects'] => {
    const [scheme = '', code = '', heading] = [exact(one, 'SubjectSchemeIdentifier'), exact(one, 'SubjectCode'), exact(one, 'SubjectHeadingText')]
    if (scheme === '24') return []
    return scheme === '20' ? [{ scheme: 'keyword', code: heading ?? '' }] : [{ scheme: scheme === '10' ? 'bisac' : 'thema', code, ...given('label', heading) }]
  })
}

const mediaIn = (collateral: Element | undefined): ProductDraft['media'] =>
  children(collateral, 'SupportingResource').map((one) => ({
    kind: exact(one, 'ResourceContentType') === '01' ? 'cover' : 'image', url: exact(child(one, 'ResourceVersion'), 'ResourceLink') ?? '', ...given('alt', exact(child(one, 'ResourceFeature'), 'FeatureNote')),
  }))

function schemeOf(type: string | undefined, name: string): Variant['identifiers'][number]['scheme'] {
  switch (type) {
    case '15': return 'isbn13'
    case '02': return 'isbn10'
    case '03': case '14': return 'gtin'
    default: return name.toLowerCase() as 'sku'
  }
}

interface OwnSubject { readonly code: string; readonly headings: readonly Element[] }

const subjectsOf = (described: Element | undefined, scheme: string): OwnSubject[] =>
  children(described, 'Subject').filter((one) => exact(one, 'SubjectSchemeName') === scheme).map((one) => ({ code: exact(one, 'SubjectCode') ?? '', headings: children(one, 'SubjectHeadingText') }))

const factsIn = (described: Element | undefined): ReadonlyMap<string, string> => new Map(subjectsOf(described, factScheme).map(({ code, headings }) => [code, lettersOf(headings[0]) ?? '']))

function sectionIn({ code, headings }: OwnSubject): ImportCategory {
  const [handle = '', parent] = code.split('/').reverse()
  const names = headings.flatMap((one) => { const name = lettersOf(one); return name === undefined ? [] : [[languageTag(one.attributes['language']) ?? 'en', name]] })
  return { handle, name: names.length > 0 ? Object.fromEntries(names) as Record<string, string> : { en: handle }, ...given('parent', parent) }
}

/** Its letters as they are; only blanks around them are none of it. */
const lettersOf = (element: Element | undefined): string | undefined => element?.children.filter((one) => typeof one === 'string').join('').trim() || undefined
const exact = (element: Element | undefined, name: string): string | undefined => lettersOf(child(element, name))

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^-?\d{1,12}$/.test(text)) throw new Refused(`"${text.slice(0, 40)}" stands where a whole number is expected.`)
  return Number(text)
}
