import { failure } from '@octavo/failure'

type Step = { readonly checkoutId: string; readonly attempt: number; readonly fence: number }

export const staleFence = ({ checkoutId, fence }: Step) =>
  failure('STALE_FENCE', `A later process than ${fence} has taken over ${checkoutId}. Leave it to that one.`, { checkoutId, fence })

export const undone = ({ checkoutId, attempt }: Step) =>
  failure('UNDONE', `Attempt ${attempt} of ${checkoutId} was undone already. Begin another attempt.`, { checkoutId, attempt })
