import { Refused } from '../entry.ts'
import { audienceIn, statusIn } from './attributes.ts'
import { availabilityOf } from './codes/availability.ts'
import { dayOf } from './codes/dates.ts'
import { formOf } from './codes/forms.ts'
import { languageTag } from './codes/languages.ts'
import { measured } from './codes/measures.ts'
import { roleOf } from './codes/roles.ts'
import { rightsOf, territoryOf } from './codes/territories.ts'
import type { Edition, OnixPrice, Territory } from './edition.ts'
import { given } from '../given.ts'
import { identifiersOf, isbnIn } from './identifiers.ts'
import { named, noticeOf, titled, type Defaults } from './reading.ts'
import { isForAll } from './for-all.ts'
import { subjectsOf } from './subjects.ts'
import { htmlOf } from './texts.ts'
import { child, children, text, wordsOf, type Element } from './tree.ts'

/**
 * What a record of release 2.1 says of its edition: the same facts as later releases, laid flat.
 * @throws {Refused} when it has no reference, or no title
 */
export function editionOf(product: Element, defaults: Defaults): Edition {
  const reference = text(product, 'RecordReference')
  if (reference === undefined) throw new Refused('The record has no RecordReference, so that nothing tells it from others.')
  const notice = noticeOf(text(product, 'NotificationType'))
  const titles = children(product, 'Title')
  const title = titled(titles.find((one) => text(one, 'TitleType') === '01') ?? titles[0]) ?? plainTitle(product)
  if (title === undefined && notice !== 'delete' && notice !== 'update') throw new Refused('The record has no title (Title with TitleType 01).')
  const formCode = text(product, 'ProductForm')
  const form = formOf(formCode, children(product, 'ProductFormDetail').flatMap((one) => wordsOf(one) ?? []), false)
  const supplies = children(product, 'SupplyDetail')
  const related = children(product, 'RelatedProduct').flatMap((one) => {
    const isbn = isbnIn([...idsIn(one, 'ProductIdentifier', 'ProductIDType'), ...flatIds(one)])
    return isbn === undefined ? [] : [{ code: text(one, 'RelationCode') ?? '', isbn }]
  })
  const first = text(product, 'YearFirstPublished')
  const stock = supplies.flatMap((one) => children(one, 'Stock').flatMap((each) => text(each, 'OnHand') ?? []))[0]

  return {
    reference, notice,
    identifiers: identifiersOf([...idsIn(product, 'ProductIdentifier', 'ProductIDType'), ...flatIds(product)]),
    alternatives: related.filter(({ code }) => ['05', '06', '13', '27'].includes(code)).map(({ isbn }) => isbn),
    replaces: related.filter(({ code }) => code === '03').map(({ isbn }) => isbn),
    works: idsIn(product, 'WorkIdentifier', 'WorkIDType').flatMap(({ type, value }) => (value === undefined ? [] : [`${type ?? '01'}:${value}`])),
    title: title?.title ?? reference,
    ...given('subtitle', title?.subtitle),
    series: children(product, 'Series').flatMap((one) => {
      const name = text(one, 'TitleOfSeries') ?? titled(child(one, 'Title'))?.title
      return name === undefined ? [] : [{ name, ...given('position', text(one, 'NumberWithinSeries')?.slice(0, 40)) }]
    }),
    contributors: children(product, 'Contributor').sort((a, b) => Number(text(a, 'SequenceNumber') ?? 999) - Number(text(b, 'SequenceNumber') ?? 999)).flatMap((one) => {
      const who = named(one)
      if (!who) return []
      const code = text(one, 'ContributorRole') ?? 'A01'
      const role = roleOf(code)
      return [{ ...who, role: role ?? 'other' }]
    }),
    form: form ?? { kind: 'book', format: 'other', digital: false, taxClass: 'book' },
    ...given('edition', text(product, 'EditionStatement')),
    ...given('language', languageIn(product, '01') ?? languageTag(text(product, 'LanguageOfText')) ?? languageTag(defaults.language)),
    ...given('originalLanguage', languageIn(product, '02') ?? languageTag(text(product, 'OriginalLanguage'))),
    ...given('pages', /^[1-9]\d{0,4}$/.test(text(product, 'NumberOfPages') ?? '') ? Number(text(product, 'NumberOfPages')) : undefined),
    ...Object.assign({}, ...children(product, 'Measure').map((one) => measured(text(one, 'MeasureTypeCode'), text(one, 'Measurement'), text(one, 'MeasureUnitCode')))),
    subjects: subjectsOf([
      ...(text(product, 'BASICMainSubject') === undefined ? [] : [{ scheme: '10', code: text(product, 'BASICMainSubject'), heading: undefined }]),
      ...children(product, 'MainSubject').map((one) => ({ scheme: text(one, 'MainSubjectSchemeIdentifier'), code: text(one, 'SubjectCode'), heading: text(one, 'SubjectHeadingText') })),
      ...children(product, 'Subject').map((one) => ({ scheme: text(one, 'SubjectSchemeIdentifier'), code: text(one, 'SubjectCode'), heading: text(one, 'SubjectHeadingText') })),
    ]),
    ...given('descriptionHtml', descriptionIn(product)),
    ...given('imprint', text(child(product, 'Imprint'), 'ImprintName')),
    ...given('publisher', text(children(product, 'Publisher').find((one) => text(one, 'PublishingRole') === '01') ?? child(product, 'Publisher'), 'PublisherName')),
    ...given('publishedOn', dayOf(text(product, 'PublicationDate'))),
    ...(first !== undefined && /^\d{4}$/.test(first) && { firstPublishedYear: Number(first) }),
    availability: availabilityOf(supplies.map((one) => text(one, 'ProductAvailability') ?? text(one, 'AvailabilityCode')).find((code) => code !== undefined), text(product, 'PublishingStatus')),
    ...given('rights', rightsIn(product)),
    prices: supplies.flatMap((one) => pricesIn(one, defaults)),
    ...given('expectedOn', supplies.map((one) => dayOf(text(one, 'ExpectedShipDate'))).find((day) => day?.length === 10)),
    ...(stock !== undefined && /^\d{1,8}$/.test(stock) && { onHand: Number(stock) }),
    attributes: { ...audienceIn(product), ...statusIn(product) },
  }
}

function idsIn(element: Element, name: string, typeName: string): { type: string | undefined; value: string | undefined }[] {
  return children(element, name).map((one) => ({ type: text(one, typeName), value: text(one, 'IDValue') }))
}

/** As releases before 2.1 wrote them, and many still do. */
const flatIds = (element: Element): { type: string; value: string | undefined }[] => [{ type: '03', value: text(element, 'EAN13') }, { type: '02', value: text(element, 'ISBN') }, { type: '04', value: text(element, 'UPC') }]

function plainTitle(product: Element): { title: string; subtitle?: string } | undefined {
  const title = text(product, 'DistinctiveTitle')
  return title === undefined ? titled(product) : { title, ...given('subtitle', text(product, 'Subtitle')) }
}

const languageIn = (product: Element, role: string): string | undefined =>
  languageTag(text(children(product, 'Language').find((one) => text(one, 'LanguageRole') === role), 'LanguageCode'))

/** Text types of list 33: the main description (01), a long one (03), a short one (02), what stands on the back (18). */
function descriptionIn(product: Element): string | undefined {
  const texts = children(product, 'OtherText')
  const chosen = ['03', '01', '02', '18'].map((type) => texts.find((one) => text(one, 'TextTypeCode') === type)).find((one) => one !== undefined)
  const element = child(chosen, 'Text')
  return htmlOf(element, text(chosen, 'TextFormat') ?? element?.attributes['textformat'])
}

function rightsIn(product: Element): Territory | undefined {
  const statement = (one: Element, type: string): { type: string; territory: Territory }[] => {
    const territory = territoryOf({ countries: joined(one, 'RightsCountry'), regions: joined(one, 'RightsTerritory') })
    return territory ? [{ type, territory }] : []
  }
  return rightsOf([
    ...children(product, 'SalesRights').flatMap((one) => statement(one, text(one, 'SalesRightsType') ?? '00')),
    ...children(product, 'NotForSale').flatMap((one) => statement(one, '03')),
  ], undefined)
}

const joined = (element: Element, name: string): string => children(element, name).flatMap((one) => wordsOf(one) ?? []).join(' ')

/** Price types of list 58, as in later releases. */
function pricesIn(supply: Element, defaults: Defaults): OnixPrice[] {
  return children(supply, 'Price').flatMap((one) => {
    const type = text(one, 'PriceTypeCode') ?? defaults.priceType ?? '01'
    const amount = text(one, 'PriceAmount')
    const currency = text(one, 'CurrencyCode') ?? defaults.currency
    if (amount === undefined || currency === undefined || !['01', '02', '03', '04'].includes(type) || !isForAll(one)) return []
    const tax = text(one, 'TaxRatePercent1')
    const territory = territoryOf({ countries: joined(one, 'CountryCode'), regions: joined(one, 'Territory'), notCountries: joined(one, 'CountryExcluded'), notRegions: joined(one, 'TerritoryExcluded') })
    return [{
      currency: currency.toUpperCase(), amount, taxIncluded: type === '02' || type === '04', fixed: type === '03' || type === '04', ...given('taxPercent', tax !== undefined && /^\d+(\.\d+)?$/.test(tax) ? Number(tax) : undefined),
      ...given('territory', territory), ...given('from', dayOf(text(one, 'PriceEffectiveFrom'))), ...given('until', dayOf(text(one, 'PriceEffectiveUntil'))),
    }]
  })
}
