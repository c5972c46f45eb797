/** Fewer products than this tell a fit nothing that their words do not. */
export const leastProducts = 100
/** With so many more, likeness counts for half. */
const halfway = 300

/** How much likeness counts beside words, from 0 to 1, by the products that a model was fitted on. */
export const evidenceOf = (fittedOn: number): number => (fittedOn < leastProducts ? 0 : (fittedOn - leastProducts) / (fittedOn - leastProducts + halfway))

/** A fit is old when the shop has half as many products more, or half of them less. */
export const isOld = (products: number, fitted: number): boolean => products > fitted * 1.5 || products < fitted * 0.5
