/** Where a parcel stands, in the order it usually goes. */
export const states = ['label_created', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'returned', 'lost'] as const
export type State = (typeof states)[number]

const usual: Readonly<Partial<Record<State, State>>> = { label_created: 'picked_up', picked_up: 'in_transit', in_transit: 'out_for_delivery', out_for_delivery: 'delivered' }

/** What usually comes next; nothing after an end. */
export const nextOf = (state: State): State | undefined => usual[state]

export const isState = (text: unknown): text is State => states.some((state) => state === text)
export const isEnd = (state: State): boolean => nextOf(state) === undefined
