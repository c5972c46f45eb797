import type { PageLocals } from '@octavo/gateway/pages'
import { readAddress, typedAddress, type Typed, type Wrong } from '../checkout/address-form.ts'
import { field } from '../page/form.ts'
import { refusable, type Refusal } from '../page/refusal.ts'
import type { Texts } from '../texts/texts.ts'

export type Changed = { readonly done: true } | { readonly refused: Refusal } | { readonly typed: Typed; readonly wrong: Wrong }

/** What the forms of the account's page ask for. */
export async function changeAccount({ clients: { users, payments } }: PageLocals, form: FormData, countries: readonly string[], t: Texts): Promise<Changed> {
  const id = field(form, 'id')
  switch (field(form, 'do')) {
    case 'add-address': {
      const typed = typedAddress(form)
      const read = readAddress(typed, countries, t)
      if ('wrong' in read) return { typed, wrong: read.wrong }
      return told(users.addAddress({ address: read.address, isDefault: field(form, 'isDefault') === 'yes' }))
    }
    case 'default-address': {
      const kept = (await users.listAddresses({})).find((each) => each.id === id)
      return kept ? told(users.updateAddress({ addressId: id, address: kept.address, isDefault: true })) : { refused: 'NOT_FOUND' }
    }
    case 'remove-address': return told(users.removeAddress({ addressId: id }))
    case 'remove-card': return told(payments.removeSavedCard({ cardId: id }))
    default: return { refused: 'INVALID_INPUT' }
  }
}

async function told(work: Promise<unknown>): Promise<Changed> {
  const { refused } = await refusable(work)
  return refused === undefined ? { done: true } : { refused }
}
