/**
 * Reference names of the short tags that are read or written, from releases 2.1 to 3.1 of ONIX for Books. What is not here is not looked at, and
 * keeps the name it came with.
 */
export const referenceNames: Readonly<Record<string, string>> = Object.fromEntries(`
onixmessage ONIXMessage, header Header, sender Sender, x298 SenderName, m174 FromCompany, m184 DefaultLanguageOfText, x310 DefaultPriceType, m185 DefaultPriceTypeCode, m186 DefaultCurrencyCode,
product Product, a001 RecordReference, a002 NotificationType, a199 DeletionText, productidentifier ProductIdentifier, b221 ProductIDType, b233 IDTypeName, b244 IDValue, b004 ISBN, b005 EAN13, b006 UPC,
descriptivedetail DescriptiveDetail, x314 ProductComposition, b012 ProductForm, b333 ProductFormDetail, productformfeature ProductFormFeature, b334 ProductFormFeatureType, b335 ProductFormFeatureValue, b336 ProductFormFeatureDescription, b211 EpubType,
measure Measure, x315 MeasureType, c093 MeasureTypeCode, c094 Measurement, c095 MeasureUnitCode,
collection Collection, x329 CollectionType, titledetail TitleDetail, b202 TitleType, titleelement TitleElement, x409 TitleElementLevel, b203 TitleText, b030 TitlePrefix, b031 TitleWithoutPrefix, b029 Subtitle, x410 PartNumber,
title Title, b028 DistinctiveTitle, series Series, b018 TitleOfSeries, b019 NumberWithinSeries, set Set, b023 TitleOfSet,
contributor Contributor, b034 SequenceNumber, b035 ContributorRole, b036 PersonName, b037 PersonNameInverted, b038 TitlesBeforeNames, b039 NamesBeforeKey, b247 PrefixToKey, b040 KeyNames, b041 NamesAfterKey, b248 SuffixToKey, b047 CorporateName,
b057 EditionNumber, b058 EditionStatement, language Language, b253 LanguageRole, b252 LanguageCode, b059 LanguageOfText, b060 OriginalLanguage,
extent Extent, b218 ExtentType, b219 ExtentValue, b220 ExtentUnit, b061 NumberOfPages,
subject Subject, mainsubject MainSubject, x425 MainSubject, b191 MainSubjectSchemeIdentifier, b067 SubjectSchemeIdentifier, b069 SubjectCode, b070 SubjectHeadingText, b064 BASICMainSubject, b065 BICMainSubject,
audience Audience, b204 AudienceCodeType, b206 AudienceCodeValue, b073 AudienceCode, audiencerange AudienceRange, b074 AudienceRangeQualifier, b075 AudienceRangePrecision, b076 AudienceRangeValue,
collateraldetail CollateralDetail, textcontent TextContent, x426 TextType, x427 ContentAudience, d104 Text, othertext OtherText, d102 TextTypeCode, d103 TextFormat,
publishingdetail PublishingDetail, imprint Imprint, b079 ImprintName, publisher Publisher, b291 PublishingRole, b081 PublisherName, b394 PublishingStatus, publishingdate PublishingDate, x448 PublishingDateRole, b306 Date, j260 DateFormat, b003 PublicationDate, b088 YearFirstPublished,
salesrights SalesRights, b089 SalesRightsType, x456 ROWSalesRightsType, territory Territory, x449 CountriesIncluded, x450 RegionsIncluded, x451 CountriesExcluded, x452 RegionsExcluded, b090 RightsCountry, b388 RightsTerritory, notforsale NotForSale,
relatedmaterial RelatedMaterial, relatedwork RelatedWork, x454 WorkRelationCode, workidentifier WorkIdentifier, b201 WorkIDType, relatedproduct RelatedProduct, x455 ProductRelationCode, h208 RelationCode,
productsupply ProductSupply, market Market, supplydetail SupplyDetail, supplier Supplier, j292 SupplierRole, j137 SupplierName, j396 ProductAvailability, j141 AvailabilityCode, j142 ExpectedShipDate, supplydate SupplyDate, x461 SupplyDateRole, stock Stock, j350 OnHand, j192 UnpricedItemType,
imprintidentifier ImprintIdentifier, x445 ImprintIDType, b171 SubjectSchemeName, x307 SentDateTime, x419 EditionType, supplieridentifier SupplierIdentifier, j345 SupplierIDType, supplierowncoding SupplierOwnCoding, x458 SupplierCodeType, x513 SupplierCodeTypeName, x459 SupplierCodeValue,
supportingresource SupportingResource, x436 ResourceContentType, x437 ResourceMode, resourcefeature ResourceFeature, x438 ResourceFeatureType, x440 FeatureNote, resourceversion ResourceVersion, x441 ResourceForm, x435 ResourceLink,
price Price, x462 PriceType, j148 PriceTypeCode, j261 PriceQualifier, j263 MinimumOrderQuantity, pricecondition PriceCondition, x463 PriceConditionType, j154 TaxRatePercent1, j151 PriceAmount, j152 CurrencyCode, tax Tax, x470 TaxType, x472 TaxRatePercent, pricedate PriceDate, x476 PriceDateRole, j161 PriceEffectiveFrom, j162 PriceEffectiveUntil, b251 CountryCode, j303 Territory, j304 CountryExcluded, j308 TerritoryExcluded`
  .trim().split(/,\s+/).map((pair) => pair.split(' ') as [string, string]))

/** Short tags by their reference names; of several it is the latest release's. */
export const shortTags: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(referenceNames).map(([tag, name]) => [name, tag] as const).reverse())
