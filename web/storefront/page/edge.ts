/**
 * Lets the edge keep a page that holds nothing personal: for so long, and until something it shows changes. The tags are those of the
 * gateway's own policies: `product:ID`, `category:ID`, `lists` and `categories`.
 */
export function keepAtEdge(headers: Headers, seconds: number, tags: Iterable<string>): void {
  headers.set('surrogate-control', `max-age=${seconds}`)
  headers.set('surrogate-key', [...new Set(tags)].join(' '))
}

export const productTags = (shown: readonly { readonly id: string }[]): string[] => shown.map(({ id }) => `product:${id}`)
