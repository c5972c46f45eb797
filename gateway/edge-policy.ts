/** How long the edge keeps an operation's answer, and under which tags: what it shows, so that a change of it ends the answer. */
export interface EdgePolicy {
  readonly tags: readonly string[]
  readonly ttlMs: number
}

const minuteMs = 60_000
type Shown = { readonly id: string }

/** By operation's name. Only what holds nothing personal stands here. */
export const edgePolicies: Readonly<Record<string, (output: never) => EdgePolicy>> = {
  listProducts: ({ items }: { items: readonly Shown[] }) => ({ tags: ['lists', ...items.map(({ id }) => `product:${id}`)], ttlMs: minuteMs }),
  getProduct: ({ id }: Shown) => ({ tags: [`product:${id}`], ttlMs: 5 * minuteMs }),
  listCategories: () => ({ tags: ['categories', 'lists'], ttlMs: 5 * minuteMs }),
  moreLikeThis: ({ items }: { items: readonly Shown[] }) => ({ tags: items.map(({ id }) => `product:${id}`), ttlMs: minuteMs }),
  getCategory: ({ id }: Shown) => ({ tags: ['categories', `category:${id}`, 'lists'], ttlMs: 5 * minuteMs }),
  getContributor: ({ id }: Shown) => ({ tags: [`contributor:${id}`, 'lists'], ttlMs: 5 * minuteMs }),
  getSeries: ({ id }: Shown) => ({ tags: [`series:${id}`, 'lists'], ttlMs: 5 * minuteMs }),
  getSubject: () => ({ tags: ['lists'], ttlMs: 5 * minuteMs }),
  getSeller: ({ id }: Shown) => ({ tags: [`seller:${id}`, 'sellers'], ttlMs: minuteMs }),
  listSellers: () => ({ tags: ['sellers'], ttlMs: minuteMs }),
  listMarkets: () => ({ tags: ['markets'], ttlMs: 5 * minuteMs }),
}
