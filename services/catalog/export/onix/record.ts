import type { ProductDraft } from '../../draft.ts'
import { languageCode } from '../../import/onix/codes/languages.ts'
import { productName, sourceName, variantName, workName } from '../../import/onix/schemes.ts'
import type { ExportWorld } from '../format.ts'
import type { Exported } from '../products.ts'
import { formCodes, identifierType, roleCodes, subjectScheme } from './codes.ts'
import { fact, sectionSubjects } from './fact.ts'
import { supplyOf } from './supply.ts'
import { el, type Element } from './xml.ts'

type Variant = ProductDraft['variants'][number]

/** A record for each variant of a product. */
export const recordsOf = (exported: Exported, world: ExportWorld): Element[] => exported.draft.variants.map((variant) => recordOf(exported, variant, world))

function recordOf({ source, draft }: Exported, variant: Variant, world: ExportWorld): Element {
  const { descriptionHtml, work, media, withdrawn } = draft
  const today = world.now.toISOString().slice(0, 10)
  const awaited = (variant.publishedOn ?? '') > today
  return el('Product',
    el('RecordReference', [source, draft.key, variant.key].join(':')),
    el('NotificationType', withdrawn ? '05' : awaited ? '02' : '03'),
    proprietary(sourceName, source), proprietary(productName, draft.key), proprietary(variantName, variant.key),
    variant.identifiers.map(({ scheme, value }) => {
      const [type, name] = identifierType(scheme, value)
      return el('ProductIdentifier', el('ProductIDType', type), name && el('IDTypeName', name), el('IDValue', value))
    }),
    describedOf(draft, variant, world),
    el('CollateralDetail',
      descriptionHtml && el('TextContent', el('TextType', '03'), el('ContentAudience', '00'), { name: 'Text', attributes: ' textformat="02"', inside: descriptionHtml }),
      media.map(resourceOf)),
    el('PublishingDetail',
      variant.imprint && el('Imprint', el('ImprintName', variant.imprint)),
      variant.imprint === undefined && variant.publisher === undefined && unknownImprint,
      variant.publisher && el('Publisher', el('PublishingRole', '01'), el('PublisherName', variant.publisher)),
      el('PublishingStatus', withdrawn ? '11' : awaited ? '02' : '04'),
      dateOf('01', variant.publishedOn), dateOf('11', draft.firstPublishedYear?.toString()),
      rightsOf(variant.salesRights)),
    el('RelatedMaterial',
      work && el('RelatedWork', el('WorkRelationCode', '01'), el('WorkIdentifier', el('WorkIDType', '01'), el('IDTypeName', workName), el('IDValue', work.key))),
      variant.replaces?.map((isbn) => el('RelatedProduct', el('ProductRelationCode', '03'), el('ProductIdentifier', el('ProductIDType', '15'), el('IDValue', isbn))))),
    supplyOf(variant, today, world)) as Element
}

/** Nothing may be said of publishing before who does it. */
const unknownImprint = el('Imprint', el('ImprintIdentifier', el('ImprintIDType', '01'), el('IDTypeName', 'Octavo'), el('IDValue', 'unknown')))

const proprietary = (name: string, value: string) => el('ProductIdentifier', el('ProductIDType', '01'), el('IDTypeName', name), el('IDValue', value))

function describedOf(draft: ProductDraft, variant: Variant, { sections }: ExportWorld): Element | undefined {
  const [form, ...details] = formCodes(variant.format, draft.kind, variant.digital)
  return el('DescriptiveDetail',
    el('ProductComposition', '00'), el('ProductForm', form), details.map((detail) => el('ProductFormDetail', detail)),
    measureOf('01', variant.heightMm, 'mm'), measureOf('02', variant.widthMm, 'mm'), measureOf('03', variant.thicknessMm, 'mm'), measureOf('08', variant.weightGrams, 'gr'),
    draft.series?.map(({ name, position }) => el('Collection', el('CollectionType', '00'),
      el('TitleDetail', el('TitleType', '01'), el('TitleElement', el('TitleElementLevel', '02'), position && el('PartNumber', position), el('TitleText', name))))),
    el('TitleDetail', el('TitleType', '01'), el('TitleElement', el('TitleElementLevel', '01'), el('TitleText', draft.title), draft.subtitle && el('Subtitle', draft.subtitle))),
    [...draft.contributors, ...variant.contributors ?? []].map(({ name, sortName, role }, at) =>
      el('Contributor', el('SequenceNumber', at + 1), el('ContributorRole', roleCodes[role]), el('PersonName', name), sortName && el('PersonNameInverted', sortName))),
    variant.format === 'large_print' && el('EditionType', 'LTE'), variant.edition && el('EditionStatement', variant.edition),
    languageOf('01', variant.language ?? draft.language), languageOf('02', draft.originalLanguage),
    extentOf('00', variant.pages, '03'), extentOf('09', variant.durationMinutes, '05'),
    draft.subjects.map(subjectOf), factsOf(draft, variant), sectionSubjects(draft.categories, sections))
}

function subjectOf(subject: ProductDraft['subjects'][number]): Element | undefined {
  const { scheme, code, label } = subject
  if (scheme === 'keyword') return el('Subject', el('SubjectSchemeIdentifier', '20'), el('SubjectHeadingText', code))
  return el('Subject', el('SubjectSchemeIdentifier', subjectScheme(subject)), el('SubjectCode', code), label && el('SubjectHeadingText', label))
}

function factsOf(draft: ProductDraft, variant: Variant): (Element | undefined)[] {
  const { rating } = draft
  return [
    fact('handle', draft.handle), fact('kind', draft.kind), fact('language', draft.language), fact('original language', draft.originalLanguage), fact('brand', draft.brand),
    fact('work title', draft.work?.title), fact('first published', draft.firstPublishedYear), fact('featured rank', draft.featuredRank),
    fact('rating', rating && [rating.average, rating.count, ...rating.histogram ?? []].join(' ')),
    ...Object.entries(draft.attributes ?? {}).map(([name, value]) => fact(`attribute ${name}`, value)),
    fact('contributors', draft.contributors.length),
    fact('format', variant.format), fact('digital', variant.digital ? 'yes' : 'no'), fact('tax class', variant.taxClass),
    fact('variant title', variant.title), fact('variant language', variant.language), fact('published', variant.publishedOn),
  ]
}

/** List 158: 01 front cover, 04 other; a picture (list 159, 03) that is linked to (list 161, 01); list 160, 07: what it shows. */
const resourceOf = ({ kind, url, alt }: ProductDraft['media'][number]): Element | undefined =>
  el('SupportingResource', el('ResourceContentType', kind === 'cover' ? '01' : '07'), el('ContentAudience', '00'), el('ResourceMode', '03'),
    alt && el('ResourceFeature', el('ResourceFeatureType', '07'), el('FeatureNote', alt)), el('ResourceVersion', el('ResourceForm', '01'), el('ResourceLink', url)))

const measureOf = (type: string, amount: number | undefined, unit: string): Element | undefined =>
  amount === undefined ? undefined : el('Measure', el('MeasureType', type), el('Measurement', amount), el('MeasureUnitCode', unit))

const extentOf = (type: string, value: number | undefined, unit: string): Element | undefined =>
  value === undefined ? undefined : el('Extent', el('ExtentType', type), el('ExtentValue', value), el('ExtentUnit', unit))

function languageOf(role: string, tag: string | undefined): Element | undefined {
  const code = tag === undefined ? undefined : languageCode(tag)
  return code === undefined ? undefined : el('Language', el('LanguageRole', role), el('LanguageCode', code))
}

/** Formats of list 55 by how much of the date is known. */
function dateOf(role: string, day: string | undefined): Element | undefined {
  const format = /^\d{4}$/.test(day ?? '') ? '05' : /^\d{4}-\d\d$/.test(day ?? '') ? '01' : /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? '00' : undefined
  return format && day && el('PublishingDate', el('PublishingDateRole', role), { name: 'Date', attributes: ` dateformat="${format}"`, inside: day.replaceAll('-', '') }) || undefined
}

/** Types of list 46: 01 for sale, 03 not for sale. */
function rightsOf(rights: Variant['salesRights']): (Element | undefined)[] {
  if (!rights) return []
  const excluded = rights.excluded.join(' ')
  if (rights.included.length === 0) return [el('SalesRights', el('SalesRightsType', '03'), el('Territory', el('RegionsIncluded', 'WORLD')))]
  if (rights.included.includes('WORLD')) return [el('SalesRights', el('SalesRightsType', '01'), el('Territory', el('RegionsIncluded', 'WORLD'), excluded && el('CountriesExcluded', excluded)))]
  const sold = rights.included.filter((country) => !rights.excluded.includes(country))
  return [el('SalesRights', el('SalesRightsType', '01'), el('Territory', el('CountriesIncluded', sold.join(' ')))), el('ROWSalesRightsType', '03')]
}
