/** A field as it stands in a table of RFC 4180. */
export const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
