/** The key of a movement that gives back what an order agreed to. */
export const refundKey = (refundId: string): string => `order ${refundId}`

/** The order's refund that a movement is; null when it is none. */
export const refundIdOf = (key: string): string | null => /^order (ref_.+)$/.exec(key)?.[1] ?? null
