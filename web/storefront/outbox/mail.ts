/** A mail as it stands in a frame of its own: without scripts, and its links lead the whole page. */
export const inFrame = (html: string): string => (/<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`) : `<base target="_top">${html}`)
