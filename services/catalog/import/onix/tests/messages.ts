import { onix } from '../onix.ts'
import type { Entry } from '../../entry.ts'
import type { ImportOptions } from '../../wire.ts'

export interface Told {
  readonly reference?: string
  readonly notice?: string
  readonly isbn?: string
  readonly title?: string
  readonly form?: string
  readonly related?: string
  readonly more?: string
  readonly supply?: string
  readonly publishing?: string
}

/** A record of release 3.1 in reference names. */
export const record = ({ reference = 'example.1', notice = '03', isbn = '9780140449136', title = 'The Odyssey', form = 'BC', related = '', more = '', supply = price('GBP', '9.99'), publishing = '' }: Told = {}): string => `
<Product><RecordReference>${reference}</RecordReference><NotificationType>${notice}</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductComposition>00</ProductComposition><ProductForm>${form}</ProductForm>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>${title}</TitleText></TitleElement></TitleDetail>
<Contributor><SequenceNumber>2</SequenceNumber><ContributorRole>B06</ContributorRole><NamesBeforeKey>Emily</NamesBeforeKey><KeyNames>Wilson</KeyNames></Contributor>
<Contributor><SequenceNumber>1</SequenceNumber><ContributorRole>A01</ContributorRole><PersonName>Homer</PersonName></Contributor>
<Language><LanguageRole>01</LanguageRole><LanguageCode>eng</LanguageCode></Language>
<Extent><ExtentType>00</ExtentType><ExtentValue>560</ExtentValue><ExtentUnit>03</ExtentUnit></Extent>
<Measure><MeasureType>01</MeasureType><Measurement>19.8</Measurement><MeasureUnitCode>cm</MeasureUnitCode></Measure>
<Measure><MeasureType>08</MeasureType><Measurement>14</Measurement><MeasureUnitCode>oz</MeasureUnitCode></Measure>
<Subject><SubjectSchemeIdentifier>93</SubjectSchemeIdentifier><SubjectCode>DCA</SubjectCode></Subject>
<Subject><SubjectSchemeIdentifier>20</SubjectSchemeIdentifier><SubjectHeadingText>epic; Greece</SubjectHeadingText></Subject>${more}</DescriptiveDetail>
<CollateralDetail><TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience><Text textformat="05"><p>A <em>new</em> translation.</p><script>alert(1)</script></Text></TextContent></CollateralDetail>
<PublishingDetail><Imprint><ImprintName>Norton</ImprintName></Imprint><PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>20171107</Date></PublishingDate>${publishing}</PublishingDetail>
${related && `<RelatedMaterial>${related}</RelatedMaterial>`}
<ProductSupply><SupplyDetail><ProductAvailability>20</ProductAvailability>${supply}</SupplyDetail></ProductSupply></Product>`

export const price = (currency: string, amount: string, more = ''): string =>
  `<Price><PriceType>02</PriceType><PriceAmount>${amount}</PriceAmount><CurrencyCode>${currency}</CurrencyCode>${more}</Price>`

export const alternative = (isbn: string): string =>
  `<RelatedProduct><ProductRelationCode>06</ProductRelationCode><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn}</IDValue></ProductIdentifier></RelatedProduct>`

export const message = (...records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ONIXMessage release="3.1" xmlns="http://ns.editeur.org/onix/3.1/reference"><Header><Sender><SenderName>Example</SenderName></Sender></Header>${records.join('')}</ONIXMessage>`

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

/** Entries of bytes that come in pieces of a size. */
export async function read(bytes: string | Buffer, { options = {}, pieces = 977, whole = true }: { options?: ImportOptions; pieces?: number; whole?: boolean } = {}): Promise<Entry[]> {
  const message = Buffer.from(bytes as string)
  async function* piecewise(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < message.length; at += pieces) yield message.subarray(at, at + pieces)
  }
  return all(onix.read(piecewise(), { from: { position: 0, line: 1 }, whole, options }))
}
