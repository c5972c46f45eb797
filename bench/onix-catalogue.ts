import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Writes a message of ONIX 3.0 with so many records, the same ones each time: two editions each of half as many works. */
export async function writeOnix(file: string, records: number): Promise<void> {
  const out = createWriteStream(file)
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">\n<Header><Sender><SenderName>Octavo Press</SenderName></Sender><SentDateTime>20260101</SentDateTime></Header>\n')
  for (let n = 0; n < records; n++) if (!out.write(record(n))) await once(out, 'drain')
  out.end('</ONIXMessage>\n')
  await once(out, 'close')
}

const forms = ['BC', 'BB']

function record(n: number): string {
  const work = Math.floor(n / 2)
  return `<Product><RecordReference>press.octavo.${n}</RecordReference><NotificationType>03</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbn(n)}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductComposition>00</ProductComposition><ProductForm>${forms[n % 2]}</ProductForm>
<Measure><MeasureType>01</MeasureType><Measurement>198</Measurement><MeasureUnitCode>mm</MeasureUnitCode></Measure><Measure><MeasureType>02</MeasureType><Measurement>129</Measurement><MeasureUnitCode>mm</MeasureUnitCode></Measure><Measure><MeasureType>08</MeasureType><Measurement>${200 + (n % 300)}</Measurement><MeasureUnitCode>gr</MeasureUnitCode></Measure>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>The measured book ${work}</TitleText><Subtitle>A catalogue to measure with</Subtitle></TitleElement></TitleDetail>
<Contributor><SequenceNumber>1</SequenceNumber><ContributorRole>A01</ContributorRole><PersonName>Writer ${work % 500}</PersonName></Contributor><Contributor><SequenceNumber>2</SequenceNumber><ContributorRole>B06</ContributorRole><PersonName>Translator ${work % 50}</PersonName></Contributor>
<Language><LanguageRole>01</LanguageRole><LanguageCode>eng</LanguageCode></Language><Extent><ExtentType>00</ExtentType><ExtentValue>${100 + (n % 600)}</ExtentValue><ExtentUnit>03</ExtentUnit></Extent>
<Subject><SubjectSchemeIdentifier>93</SubjectSchemeIdentifier><SubjectCode>FBA</SubjectCode></Subject><Subject><SubjectSchemeIdentifier>10</SubjectSchemeIdentifier><SubjectCode>FIC019000</SubjectCode></Subject><Subject><SubjectSchemeIdentifier>20</SubjectSchemeIdentifier><SubjectHeadingText>measure; figure; rate</SubjectHeadingText></Subject></DescriptiveDetail>
<CollateralDetail><TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience><Text textformat="05"><p>Number ${work} of the books that the shop is measured with, in <em>two</em> editions.</p><p>${'It has been measured often. '.repeat(12)}</p></Text></TextContent></CollateralDetail>
<PublishingDetail><Imprint><ImprintName>Octavo</ImprintName></Imprint><Publisher><PublishingRole>01</PublishingRole><PublisherName>Octavo Press</PublisherName></Publisher><PublishingStatus>04</PublishingStatus><PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>${1990 + (n % 30)}0301</Date></PublishingDate></PublishingDetail>
<RelatedMaterial><RelatedWork><WorkRelationCode>01</WorkRelationCode><WorkIdentifier><WorkIDType>01</WorkIDType><IDTypeName>Octavo</IDTypeName><IDValue>w${work}</IDValue></WorkIdentifier></RelatedWork></RelatedMaterial>
<ProductSupply><SupplyDetail><Supplier><SupplierRole>01</SupplierRole><SupplierName>Octavo Press</SupplierName></Supplier><ProductAvailability>20</ProductAvailability><Price><PriceType>02</PriceType><PriceAmount>${5 + (n % 20)}.99</PriceAmount><CurrencyCode>GBP</CurrencyCode></Price></SupplyDetail></ProductSupply></Product>
`
}

function isbn(n: number): string {
  const twelve = `979${String(100_000_000 + n)}`
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return twelve + String((10 - (sum % 10)) % 10)
}
