import type { Address } from '@octavo/address'
import { z } from 'zod'
import { field } from '../page/form.ts'
import type { Texts } from '../texts/texts.ts'

export const addressFields = ['name', 'line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const
export type AddressField = (typeof addressFields)[number]
export type Typed<Field extends string = AddressField> = Record<Field, string>
export type Wrong<Field extends string = AddressField> = Partial<Record<Field, string>>

/** As long as the address on a parcel may be. */
const most: Readonly<Record<AddressField, number>> = { name: 120, line1: 200, line2: 200, city: 120, region: 120, postalCode: 20, country: 2 }
const optional = new Set<AddressField>(['line2', 'region'])

/** What postcodes look like where most parcels go; elsewhere anything is taken. */
const postcodes: Readonly<Record<string, { readonly pattern: RegExp; readonly example: string }>> = {
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, example: 'YO1 9NT' },
  US: { pattern: /^\d{5}(-\d{4})?$/, example: '10001' },
  DE: { pattern: /^\d{5}$/, example: '10115' },
  FR: { pattern: /^\d{5}$/, example: '75001' },
  NL: { pattern: /^\d{4} ?[A-Z]{2}$/i, example: '1012 AB' },
  AT: { pattern: /^\d{4}$/, example: '1010' },
}

export const typedAddress = (form: FormData): Typed => Object.fromEntries(addressFields.map((name) => [name, field(form, name)])) as Typed

/** The address as typed, or what is wrong with each field, in words for the person who typed it. */
export function readAddress(typed: Typed, countries: readonly string[], { checkout: { wrong: words } }: Texts): { address: Address } | { wrong: Wrong } {
  const wrong: Wrong = {}
  for (const name of addressFields) {
    if (typed[name] === '' && !optional.has(name)) wrong[name] = words.empty
    else if (typed[name].length > most[name]) wrong[name] = words.long
  }
  if (!wrong.country && !countries.includes(typed.country)) wrong.country = words.country
  const known = postcodes[typed.country]
  if (!wrong.postalCode && known && !known.pattern.test(typed.postalCode)) wrong.postalCode = words.postalCode(known.example)
  if (Object.keys(wrong).length > 0) return { wrong }
  const { line2, region, ...rest } = typed
  return { address: { ...rest, ...(line2 && { line2 }), ...(region && { region }) } }
}

/** An address as a form shows it again. */
export const typedFrom = (address: Address): Typed => ({ ...address, line2: address.line2 ?? '', region: address.region ?? '' })

/** An address on one line. */
export const onOneLine = ({ name, line1, line2, city, region, postalCode }: Address): string => [name, line1, line2, city, region, postalCode].filter(Boolean).join(', ')

/** What the services take as an address for mail. */
const email = z.email().max(254)
export const isEmail = (text: string): boolean => email.safeParse(text).success
