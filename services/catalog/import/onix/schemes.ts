/**
 * What ONIX has no place for, Octavo writes among the subjects, under schemes of its own (list 27, code 24): a name and a value. Others
 * pass it by; it makes a catalogue come back as it was.
 */
export const factScheme = 'Octavo'
/** Sections of the shop, and those above them: a path of handles, and the name in each language. */
export const sectionScheme = 'Octavo section'
export const aboveScheme = 'Octavo section above'

/** Proprietary product identifiers (list 5, code 01) that say where a record's product came from. */
export const sourceName = 'Octavo source'
export const productName = 'Octavo product'
export const variantName = 'Octavo variant'
export const workName = 'Octavo work'

/** Before the names of what a supplier says of an offer by codes of its own. */
export const codingPrefix = 'Octavo '
