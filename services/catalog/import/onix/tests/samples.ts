/*
 * Messages of release 3.1 as publishers and wholesalers send them, each telling one story of the trade. EDItEUR's schemas accept them;
 * the books are real and long out of copyright, the numbers made up.
 */

interface Sample {
  readonly reference: string
  readonly notice?: string
  readonly isbn: string
  readonly title: string
  /** Product form, its details and features, and measures. */
  readonly form?: string
  readonly contributors?: string
  readonly language?: string
  /** Extents, subjects and audiences. */
  readonly about?: string
  readonly text?: string
  /** Status and dates, then rights. */
  readonly published?: string
  readonly related?: string
  readonly supply?: string
}

const sample = ({ reference, notice = '03', isbn, title, form = '<ProductForm>BC</ProductForm>', contributors = by('Herman Melville', 'Melville, Herman'), language = 'eng', about = '', text, published = date('01', '20240305'), related = '', supply }: Sample): string => `
<Product>
<RecordReference>${reference}</RecordReference><NotificationType>${notice}</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductComposition>00</ProductComposition>${form}
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>${title}</TitleText></TitleElement></TitleDetail>
${contributors}<Language><LanguageRole>01</LanguageRole><LanguageCode>${language}</LanguageCode></Language>${about}</DescriptiveDetail>
${text === undefined ? '' : `<CollateralDetail><TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience><Text textformat="05">${text}</Text></TextContent></CollateralDetail>`}
<PublishingDetail><Imprint><ImprintName>Harbour Classics</ImprintName></Imprint><Publisher><PublishingRole>01</PublishingRole><PublisherName>Harbour Press</PublisherName></Publisher>
${published}</PublishingDetail>
${related && `<RelatedMaterial>${related}</RelatedMaterial>`}
${supply === undefined ? '' : `<ProductSupply><SupplyDetail><Supplier><SupplierRole>01</SupplierRole><SupplierName>Harbour Distribution</SupplierName></Supplier>${supply}</SupplyDetail></ProductSupply>`}
</Product>`

const by = (name: string, inverted: string, sequence = 1, role = 'A01'): string =>
  `<Contributor><SequenceNumber>${sequence}</SequenceNumber><ContributorRole>${role}</ContributorRole><PersonName>${name}</PersonName><PersonNameInverted>${inverted}</PersonNameInverted></Contributor>`
const date = (role: string, day: string): string => `<PublishingDate><PublishingDateRole>${role}</PublishingDateRole><Date dateformat="00">${day}</Date></PublishingDate>`
const price = (type: string, amount: string, currency: string, more = ''): string => `<Price><PriceType>${type}</PriceType><PriceAmount>${amount}</PriceAmount><CurrencyCode>${currency}</CurrencyCode>${more}</Price>`
const territory = (countries: string): string => `<Territory><CountriesIncluded>${countries}</CountriesIncluded></Territory>`
const priceDate = (role: string, day: string): string => `<PriceDate><PriceDateRole>${role}</PriceDateRole><Date dateformat="00">${day}</Date></PriceDate>`
const replaces = (code: string, isbn: string): string => `<RelatedProduct><ProductRelationCode>${code}</ProductRelationCode><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn}</IDValue></ProductIdentifier></RelatedProduct>`

const message = (...records: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<ONIXMessage release="3.1" xmlns="http://ns.editeur.org/onix/3.1/reference">
<Header><Sender><SenderName>Harbour Press</SenderName></Sender><SentDateTime>20261101T0900Z</SentDateTime></Header>${records.join('')}
</ONIXMessage>
`

const whale = { reference: 'harbour.whale', isbn: '9781999000158', title: 'Moby-Dick' }

/** By what each tells. */
export const samples = {
  'preorder': message(sample({
    ...whale, notice: '02', text: '<p>The whale, again, <em>annotated</em>.</p>', published: `<PublishingStatus>02</PublishingStatus>${date('01', '20990914')}${date('02', '20990914')}`,
    supply: `<ProductAvailability>10</ProductAvailability><SupplyDate><SupplyDateRole>08</SupplyDateRole><Date dateformat="00">20990910</Date></SupplyDate>${price('02', '18.99', 'GBP')}`,
  })),
  'price-change': message(sample({
    reference: 'harbour.typee', isbn: '9781999000165', title: 'Typee', published: `<PublishingStatus>04</PublishingStatus>${date('01', '20240305')}`,
    supply: `<ProductAvailability>21</ProductAvailability><Stock><OnHand>40</OnHand></Stock>${price('02', '8.99', 'GBP', priceDate('15', '20300131'))}${price('02', '10.99', 'GBP', priceDate('14', '20300201'))}`,
  })),
  'markets': message(sample({
    reference: 'harbour.omoo', isbn: '9781999000172', title: 'Omoo', published: `<PublishingStatus>04</PublishingStatus>${date('01', '20240305')}`,
    supply: `<ProductAvailability>21</ProductAvailability><Stock><OnHand>40</OnHand></Stock>${price('02', '9.99', 'GBP', territory('GB'))}${price('02', '13.50', 'EUR', territory('AT'))}${price('04', '12.90', 'EUR', territory('DE'))}${price('01', '14.00', 'USD', territory('US'))}`,
  })),
  'rights': message(sample({
    reference: 'harbour.redburn', isbn: '9781999000189', title: 'Redburn',
    published: `<PublishingStatus>04</PublishingStatus>${date('01', '20240305')}<SalesRights><SalesRightsType>01</SalesRightsType>${territory('DE AT CH')}</SalesRights><SalesRights><SalesRightsType>03</SalesRightsType>${territory('GB IE')}</SalesRights><ROWSalesRightsType>03</ROWSalesRightsType>`,
    supply: `<ProductAvailability>21</ProductAvailability><Stock><OnHand>40</OnHand></Stock>${price('02', '11.99', 'GBP')}${price('02', '12.99', 'EUR')}`,
  })),
  'delete': message(`
<Product><RecordReference>harbour.typee</RecordReference><NotificationType>05</NotificationType><DeletionText>Rights have gone back</DeletionText>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9781999000165</IDValue></ProductIdentifier></Product>`),
  'replacement': message(
    sample({ reference: 'harbour.mardi.1', isbn: '9781999000196', title: 'Mardi', published: `<PublishingStatus>07</PublishingStatus>${date('01', '20100101')}`, related: replaces('05', '9781999000202'), supply: '<ProductAvailability>41</ProductAvailability><UnpricedItemType>02</UnpricedItemType>' }),
    sample({ reference: 'harbour.mardi.2', isbn: '9781999000202', title: 'Mardi and a Voyage Thither', published: `<PublishingStatus>04</PublishingStatus>${date('01', '20250110')}`, related: replaces('03', '9781999000196'), supply: `<ProductAvailability>21</ProductAvailability><Stock><OnHand>40</OnHand></Stock>${price('02', '14.99', 'GBP')}` })),
  'e-book': message(sample({
    reference: 'harbour.billy', isbn: '9781999000219', title: 'Billy Budd, Sailor',
    form: `<ProductForm>ED</ProductForm><ProductFormDetail>E101</ProductFormDetail>${['04', '11', '13', '15', '36', '52', '85'].map((code) => `<ProductFormFeature><ProductFormFeatureType>09</ProductFormFeatureType><ProductFormFeatureValue>${code}</ProductFormFeatureValue></ProductFormFeature>`).join('')}<ProductFormFeature><ProductFormFeatureType>09</ProductFormFeatureType><ProductFormFeatureValue>00</ProductFormFeatureValue><ProductFormFeatureDescription>Every picture is described; there is no sound.</ProductFormFeatureDescription></ProductFormFeature>`,
    contributors: by('Herman Melville', 'Melville, Herman') + by('Harrison Hayford', 'Hayford, Harrison', 2, 'B01') + by('Merton M. Sealts', 'Sealts, Merton M.', 3, 'B01'),
    about: `<Extent><ExtentType>00</ExtentType><ExtentValue>152</ExtentValue><ExtentUnit>03</ExtentUnit></Extent><Subject><MainSubject/><SubjectSchemeIdentifier>93</SubjectSchemeIdentifier><SubjectCode>FBC</SubjectCode></Subject><Subject><SubjectSchemeIdentifier>20</SubjectSchemeIdentifier><SubjectHeadingText>sea; navy; mutiny</SubjectHeadingText></Subject>
<Audience><AudienceCodeType>01</AudienceCodeType><AudienceCodeValue>01</AudienceCodeValue></Audience><AudienceRange><AudienceRangeQualifier>17</AudienceRangeQualifier><AudienceRangePrecision>03</AudienceRangePrecision><AudienceRangeValue>14</AudienceRangeValue></AudienceRange>`,
    published: `<PublishingStatus>04</PublishingStatus>${date('01', '20240305')}`,
    supply: `<ProductAvailability>20</ProductAvailability>${price('02', '3.99', 'GBP')}`,
  })),
} as const satisfies Readonly<Record<string, string>>
