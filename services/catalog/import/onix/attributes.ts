import { children, text, wordsOf, type Element } from './tree.ts'

/** Audiences of list 28, and ages. Both releases name them the same. */
const audienceWords: Readonly<Record<string, string>> = { '01': 'General', '02': 'Children', '03': 'Young adults', '04': 'Primary and secondary education', '05': 'College and higher education', '06': 'Professional and scholarly', '07': 'Language learning', '08': 'Adult education', '09': 'Second language teaching', '11': 'Pre-school', '12': 'Primary education', '13': 'Lower secondary education', '14': 'Upper secondary education' }

export function audienceIn(described: Element | undefined): Record<string, string> {
  const audience = children(described, 'Audience').filter((one) => text(one, 'AudienceCodeType') === '01').flatMap((one) => audienceWords[text(one, 'AudienceCodeValue') ?? ''] ?? [])
  const range = children(described, 'AudienceRange').find((one) => text(one, 'AudienceRangeQualifier') === '17')
  const ages = range && agesOf(children(range, 'AudienceRangePrecision').map((one) => wordsOf(one)), children(range, 'AudienceRangeValue').map((one) => wordsOf(one)))
  return { ...(audience.length > 0 && { audience: audience.join(', ') }), ...(ages !== undefined && { ages }) }
}

/** Precisions of list 31: 01 exact, 03 from, 04 to; ages in years. */
function agesOf(precisions: readonly (string | undefined)[], values: readonly (string | undefined)[]): string | undefined {
  const value = (precision: string) => values[precisions.indexOf(precision)]
  const [exact, from, to] = [value('01'), value('03'), value('04')]
  return exact ?? (from !== undefined && to !== undefined ? `${from} to ${to}` : from !== undefined ? `from ${from}` : to !== undefined ? `to ${to}` : undefined)
}

/** Accessibility features of an e-book, list 196, by what a reader gains. */
const accessibilityWords: Readonly<Record<string, string>> = {
  '02': 'EPUB Accessibility 1.0, level A', '03': 'EPUB Accessibility 1.0, level AA', '04': 'EPUB Accessibility 1.1', '10': 'No reading system accessibility options disabled', '11': 'Table of contents navigation', '12': 'Index navigation',
  '13': 'Single logical reading order', '14': 'Short alternative texts', '15': 'Full alternative descriptions', '16': 'Visualised data also as text', '17': 'Accessible mathematics', '18': 'Accessible chemistry', '19': 'Print page numbers',
  '20': 'Synchronised pre-recorded audio', '21': 'Text to speech hinting', '22': 'Language tagging', '24': 'Dyslexia readability', '25': 'Colour is not the only means of conveying information', '26': 'High contrast between text and background', '29': 'Next and previous structural navigation',
  '36': 'Appearance of all text can be changed', '52': 'All non-decorative content can be read without sight', '85': 'WCAG level AA', '84': 'WCAG level A', '86': 'WCAG level AAA',
}

export function accessibilityIn(described: Element | undefined): Record<string, string> {
  const features = children(described, 'ProductFormFeature').filter((one) => text(one, 'ProductFormFeatureType') === '09').flatMap((one) => accessibilityWords[text(one, 'ProductFormFeatureValue') ?? ''] ?? [])
  return features.length > 0 ? { accessibility: features.join('; ').slice(0, 1000) } : {}
}

const statusWords: Readonly<Record<string, string>> = { '01': 'Cancelled', '02': 'Forthcoming', '03': 'Postponed indefinitely', '04': 'Active', '05': 'No longer our product', '06': 'Out of stock indefinitely', '07': 'Out of print', '08': 'Inactive', '11': 'Withdrawn from sale', '12': 'Recalled', '15': 'Recalled', '16': 'Temporarily withdrawn from sale', '17': 'Withdrawn from sale' }

export const statusIn = (published: Element | undefined): Record<string, string> => {
  const words = statusWords[text(published, 'PublishingStatus') ?? '']
  return words === undefined ? {} : { 'publishing status': words }
}
