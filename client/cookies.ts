/** Keeps the cookies of one shop where no browser does. Only names and values: the shop's cookies all belong to its whole address. */
export class Cookies {
  readonly #kept = new Map<string, string>()

  /** `from`: what `header` gave at another time. */
  constructor(from = '') {
    for (const pair of from.split(';')) this.#keep(pair)
  }

  /** As the Cookie header has them; to be kept somewhere safe, and given to another client later. */
  get header(): string {
    return [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Takes what an answer sets, and lets go what it ends. */
  take(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';')
      if (attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))) this.#kept.delete(pair.slice(0, pair.indexOf('=')).trim())
      else this.#keep(pair)
    }
  }

  #keep(pair: string): void {
    const at = pair.indexOf('=')
    if (at > 0) this.#kept.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
}
