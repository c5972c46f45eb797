import type { UnknownCode } from '../../entry.ts'
import { text, wordsOf, type Element } from '../tree.ts'
import { codesOf } from './lists.ts'

/** The list that each coded element draws on. */
const both = {
  NotificationType: 1, ProductIDType: 5, WorkIDType: 16, ContributorRole: 17, TitleType: 15, LanguageRole: 22, LanguageCode: 74, MeasureUnitCode: 50, SubjectSchemeIdentifier: 27,
  AudienceCodeType: 29, PublishingRole: 45, PublishingStatus: 64, SalesRightsType: 46, ProductAvailability: 65, PriceQualifier: 59, CurrencyCode: 96,
} as const
const release2: Readonly<Record<string, number>> = {
  ...both, ProductForm: 7, ProductFormDetail: 78, MeasureTypeCode: 48, MainSubjectSchemeIdentifier: 26, AudienceCode: 28, TextTypeCode: 33, RelationCode: 51, AvailabilityCode: 54, PriceTypeCode: 58,
}
const release3: Readonly<Record<string, number>> = {
  ...both, ProductForm: 150, ProductFormDetail: 175, ProductFormFeatureType: 79, EditionType: 21, ExtentType: 23, ExtentUnit: 24, MeasureType: 48, CollectionType: 148, TitleElementLevel: 149, TextType: 153,
  PublishingDateRole: 163, ROWSalesRightsType: 46, WorkRelationCode: 164, ProductRelationCode: 51, SupplyDateRole: 166, PriceType: 58, PriceDateRole: 173, TaxType: 171,
}

/** Elements whose list hangs on the type beside them: audiences of ONIX's own, and accessibility. */
const dependent: Readonly<Record<string, { readonly type: string; readonly is: string; readonly list: number }>> = {
  AudienceCodeValue: { type: 'AudienceCodeType', is: '01', list: 28 },
  ProductFormFeatureValue: { type: 'ProductFormFeatureType', is: '09', list: 196 },
}

/** Codes of a record that the lists do not have: what they stand beside is read all the same, and whoever imports is told. */
export function unknownCodesIn(record: Element, release: '2.1' | '3.0' | '3.1'): UnknownCode[] {
  const lists = release === '2.1' ? release2 : release3
  const found: UnknownCode[] = []
  const look = (composite: Element): void => {
    for (const one of composite.children) {
      if (typeof one === 'string') continue
      const own = dependent[one.name]
      const list = own ? (text(composite, own.type) === own.is ? own.list : undefined) : lists[one.name]
      const code = list === undefined ? undefined : wordsOf(one)
      if (list !== undefined && code !== undefined && !codesOf(list).has(code)) found.push({ list, element: one.name, code: code.slice(0, 40) })
      look(one)
    }
  }
  look(record)
  return found
}
