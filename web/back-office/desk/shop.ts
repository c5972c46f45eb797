import { QueryClient } from '@tanstack/react-query'
import { isProblem, openClient } from '@octavo/client'

/** The shop this page came from, asked as whoever is signed in here. */
export const shop = openClient()

export const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2000 } } })

/** What to tell somebody of what went wrong: the shop's own words. */
export function wordsOf(error: unknown): string {
  if (isProblem(error)) return error.message
  return 'The shop does not answer. See whether it is open, then try again.'
}
