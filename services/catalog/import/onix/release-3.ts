import { Refused } from '../entry.ts'
import { accessibilityIn, audienceIn, statusIn } from './attributes.ts'
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
import { child, children, has, text, wordsOf, type Element } from './tree.ts'

/**
 * What a record of release 3.0 or 3.1 says of its edition.
 * @throws {Refused} when it has no reference, or no title
 */
export function editionOf(product: Element, defaults: Defaults): Edition {
  const reference = text(product, 'RecordReference')
  if (reference === undefined) throw new Refused('The record has no RecordReference, so that nothing tells it from others.')
  const notice = noticeOf(text(product, 'NotificationType'))
  const described = child(product, 'DescriptiveDetail')
  const published = child(product, 'PublishingDetail')
  const supplies = children(product, 'ProductSupply').flatMap((supply) => children(supply, 'SupplyDetail').map((detail) => ({ supply, detail })))
  const identifiers = identifiersOf(idsIn(product, 'ProductIdentifier', 'ProductIDType'))
  const title = titleOf(described)
  if (title === undefined && notice !== 'delete' && notice !== 'update') throw new Refused('The record has no title (TitleDetail with TitleType 01).')

  const formCode = text(described, 'ProductForm')
  const detailCodes = children(described, 'ProductFormDetail').flatMap((one) => wordsOf(one) ?? [])
  const form = formOf(formCode, detailCodes, children(described, 'EditionType').some((one) => ['LTE', 'ULP'].includes(wordsOf(one) ?? '')))
  const { alternatives, replaces } = relatedTo(child(product, 'RelatedMaterial'))
  const rights = rightsIn(published)
  const prices = supplies.flatMap(({ supply, detail }) => pricesIn(detail, supply, defaults))
  const stock = supplies.flatMap(({ detail }) => children(detail, 'Stock').flatMap((one) => text(one, 'OnHand') ?? []))[0]
  const expectedOn = supplies.map(({ detail }) => dateIn(detail, 'SupplyDate', 'SupplyDateRole', ['08'])).find(Boolean)
  const out = dateIn(published, 'PublishingDate', 'PublishingDateRole', ['01', '37'])
  const embargo = dateIn(published, 'PublishingDate', 'PublishingDateRole', ['02']) ?? supplies.map(({ detail }) => dateIn(detail, 'SupplyDate', 'SupplyDateRole', ['02'])).find(Boolean)
  // Nothing is handed over before its embargo ends.
  const publishedOn = embargo !== undefined && embargo > (out ?? '') ? embargo : out ?? expectedOn
  const firstPublished = dateIn(published, 'PublishingDate', 'PublishingDateRole', ['11', '20'])
  const description = descriptionIn(child(product, 'CollateralDetail'))
  const attributes = { ...audienceIn(described), ...accessibilityIn(described), ...statusIn(published) }
  const contributors = children(described, 'Contributor').sort((a, b) => Number(text(a, 'SequenceNumber') ?? 999) - Number(text(b, 'SequenceNumber') ?? 999)).flatMap(contributorIn)

  return {
    reference, notice, identifiers, alternatives, replaces,
    works: worksIn(child(product, 'RelatedMaterial')),
    title: title?.title ?? reference,
    ...(title?.subtitle !== undefined && { subtitle: title.subtitle }),
    series: children(described, 'Collection').flatMap(seriesIn),
    contributors,
    form: form ?? { kind: 'book', format: 'other', digital: false, taxClass: 'book' },
    ...given('edition', text(described, 'EditionStatement') ?? ordinal(text(described, 'EditionNumber'))),
    ...given('language', languageIn(described, '01') ?? languageTag(defaults.language)),
    ...given('originalLanguage', languageIn(described, '02')),
    ...extentsIn(described),
    ...Object.assign({}, ...children(described, 'Measure').map((one) => measured(text(one, 'MeasureType'), text(one, 'Measurement'), text(one, 'MeasureUnitCode')))),
    subjects: subjectsOf(children(described, 'Subject').map((one) => ({ scheme: text(one, 'SubjectSchemeIdentifier'), code: text(one, 'SubjectCode'), heading: text(one, 'SubjectHeadingText') }))),
    ...given('descriptionHtml', description),
    ...given('imprint', text(child(published, 'Imprint'), 'ImprintName')),
    ...given('publisher', publisherIn(published)),
    ...given('publishedOn', publishedOn), ...given('expectedOn', expectedOn?.length === 10 ? expectedOn : undefined),
    ...(firstPublished !== undefined && { firstPublishedYear: Number(firstPublished.slice(0, 4)) }),
    availability: availabilityOf(supplies.map(({ detail }) => text(detail, 'ProductAvailability')).find((code) => code !== undefined), text(published, 'PublishingStatus')),
    ...given('rights', rights),
    prices,
    ...(stock !== undefined && /^\d{1,8}$/.test(stock) && { onHand: Number(stock) }),
    attributes,
  }
}

const publisherIn = (published: Element | undefined): string | undefined =>
  text(children(published, 'Publisher').find((one) => text(one, 'PublishingRole') === '01') ?? child(published, 'Publisher'), 'PublisherName')

function idsIn(element: Element | undefined, name: string, typeName: string): { type: string | undefined; value: string | undefined }[] {
  return children(element, name).map((one) => ({ type: text(one, typeName), value: text(one, 'IDValue') }))
}

function titleOf(described: Element | undefined): { title: string; subtitle?: string } | undefined {
  const details = children(described, 'TitleDetail')
  const detail = details.find((one) => text(one, 'TitleType') === '01') ?? details[0]
  const elements = children(detail, 'TitleElement')
  return titled(elements.find((one) => text(one, 'TitleElementLevel') === '01') ?? elements[0])
}

function seriesIn(collection: Element): { name: string; position?: string }[] {
  const elements = children(child(collection, 'TitleDetail'), 'TitleElement')
  const name = titled(elements.find((one) => text(one, 'TitleElementLevel') === '02'))?.title
  const position = elements.map((one) => text(one, 'PartNumber')).find((part) => part !== undefined)
  return name === undefined ? [] : [{ name, ...given('position', position?.slice(0, 40)) }]
}

function contributorIn(element: Element): Edition['contributors'][number][] {
  const who = named(element)
  if (!who) return []
  const code = text(element, 'ContributorRole') ?? 'A01'
  const role = roleOf(code)
  return [{ ...who, role: role ?? 'other' }]
}

const languageIn = (described: Element | undefined, role: string): string | undefined =>
  languageTag(text(children(described, 'Language').find((one) => text(one, 'LanguageRole') === role), 'LanguageCode'))

/** Extents of list 23: pages (main content first), and minutes of sound. */
function extentsIn(described: Element | undefined): { pages?: number; durationMinutes?: number } {
  const extents = children(described, 'Extent').map((one) => ({ type: text(one, 'ExtentType'), value: text(one, 'ExtentValue') ?? '', unit: text(one, 'ExtentUnit') }))
  const pages = ['00', '05', '06', '07', '08', '11', '10'].map((type) => extents.find((one) => one.type === type && one.unit === '03')?.value).find((value) => value !== undefined && /^[1-9]\d{0,4}$/.test(value))
  const sound = extents.find(({ type }) => type === '09')
  return { ...(pages !== undefined && { pages: Number(pages) }), ...given('durationMinutes', sound && minutesOf(sound.value, sound.unit)) }
}

/** Units of list 24: 04 hours, 05 minutes, 06 seconds, 14 HHH, 15 HHHMM, 16 HHHMMSS. */
function minutesOf(value: string, unit: string | undefined): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{3})(\d\d)?(\d\d)?$/.exec(value) ?? []
  const total = unit === '04' ? Number(value) * 60 : unit === '05' ? Number(value) : unit === '06' ? Number(value) / 60 : unit !== undefined && ['14', '15', '16'].includes(unit) && hours !== '' ? Number(hours) * 60 + Number(minutes) : Number.NaN
  return total >= 1 ? Math.round(total) : undefined
}

/** Text types of list 153: a description (03), else a short one (02), else what stands on the back (05) or what is promised (10). */
function descriptionIn(collateral: Element | undefined): string | undefined {
  const texts = children(collateral, 'TextContent')
  const chosen = ['03', '30', '02', '05', '10'].map((type) => texts.find((one) => text(one, 'TextType') === type)).find((one) => one !== undefined)
  return htmlOf(child(chosen, 'Text'))
}

function dateIn(element: Element | undefined, name: string, roleName: string, roles: readonly string[]): string | undefined {
  const dates = children(element, name)
  return roles.map((role) => dayOf(text(dates.find((one) => text(one, roleName) === role), 'Date'))).find((day) => day !== undefined)
}

/** Product relations of list 51: another form of the same text (06, 13, 16, 17, 27), what has taken its place (05), and what it replaces (03). */
function relatedTo(related: Element | undefined): Pick<Edition, 'alternatives' | 'replaces'> {
  const products = children(related, 'RelatedProduct').flatMap((one) => {
    const isbn = isbnIn(idsIn(one, 'ProductIdentifier', 'ProductIDType'))
    return isbn === undefined ? [] : [{ codes: children(one, 'ProductRelationCode').flatMap((code) => wordsOf(code) ?? []), isbn }]
  })
  const of = (wanted: readonly string[]): string[] => products.filter(({ codes }) => codes.some((code) => wanted.includes(code))).map(({ isbn }) => isbn)
  return { alternatives: of(['05', '06', '13', '16', '17', '27']), replaces: of(['03']) }
}

/** The works it is a manifestation of (list 164, code 01). */
const worksIn = (related: Element | undefined): string[] =>
  children(related, 'RelatedWork').filter((one) => text(one, 'WorkRelationCode') === '01')
    .flatMap((one) => idsIn(one, 'WorkIdentifier', 'WorkIDType').flatMap(({ type, value }) => (value === undefined ? [] : [`${type ?? '01'}:${value}`])))

const territoryIn = (element: Element | undefined): Territory | undefined => {
  const territory = child(element, 'Territory')
  return territory && territoryOf({ countries: text(territory, 'CountriesIncluded'), regions: text(territory, 'RegionsIncluded'), notCountries: text(territory, 'CountriesExcluded'), notRegions: text(territory, 'RegionsExcluded') })
}

function rightsIn(published: Element | undefined): Territory | undefined {
  const statements = children(published, 'SalesRights').flatMap((one) => {
    const territory = territoryIn(one)
    return territory ? [{ type: text(one, 'SalesRightsType') ?? '00', territory }] : []
  })
  return rightsOf(statements, text(published, 'ROWSalesRightsType'))
}

/** Price types of list 58: recommended and fixed retail prices, without tax (01, 03) and with it (02, 04); others are not for shoppers. */
function pricesIn(detail: Element, supply: Element, defaults: Defaults): OnixPrice[] {
  const market = territoryIn(child(supply, 'Market'))
  return children(detail, 'Price').flatMap((one) => {
    const type = text(one, 'PriceType') ?? defaults.priceType ?? '01'
    const amount = text(one, 'PriceAmount')
    const currency = text(one, 'CurrencyCode') ?? defaults.currency
    if (amount === undefined || currency === undefined || !['01', '02', '03', '04'].includes(type) || !isForAll(one)) return []
    const tax = text(child(one, 'Tax'), 'TaxRatePercent')
    const dates = children(one, 'PriceDate')
    const day = (role: string) => dayOf(text(dates.find((date) => text(date, 'PriceDateRole') === role), 'Date'))
    return [{
      currency: currency.toUpperCase(), amount, taxIncluded: type === '02' || type === '04', fixed: type === '03' || type === '04', ...given('taxPercent', tax !== undefined && /^\d+(\.\d+)?$/.test(tax) ? Number(tax) : undefined),
      ...given('territory', has(one, 'Territory') ? territoryIn(one) : market), ...given('from', day('14')), ...given('until', day('15')),
    }]
  })
}

const ordinal = (number: string | undefined): string | undefined => (number === undefined || number === '1' ? undefined : `Edition ${number}`.slice(0, 200))
