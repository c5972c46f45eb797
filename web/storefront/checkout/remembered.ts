import { addressSchema } from '@octavo/address'
import { z } from 'zod'

/** What a shopper told so far, kept in the shopper's own browser until the order is placed. */
const rememberedSchema = z.object({ email: z.email().max(254), address: addressSchema, deliveryOption: z.string().max(60).optional() })
export type Remembered = z.infer<typeof rememberedSchema>

export const rememberedCookie = 'octavo_checkout'
const hourSeconds = 3600

/** What the cookie says, if it is whole; a basket's next page asks anew otherwise. */
export function readRemembered(cookie: string | undefined): Remembered | undefined {
  if (!cookie) return undefined
  try {
    return rememberedSchema.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

/** Seen by checkout pages only; `Lax`, because the card network's page leads back here. */
export function writeRemembered(remembered: Remembered, secure: boolean): string {
  return `${rememberedCookie}=${Buffer.from(JSON.stringify(remembered)).toString('base64url')}; Path=/checkout; HttpOnly; SameSite=Lax; Max-Age=${hourSeconds}${secure ? '; Secure' : ''}`
}

export const forgetRemembered = `${rememberedCookie}=; Path=/checkout; HttpOnly; SameSite=Lax; Max-Age=0`
