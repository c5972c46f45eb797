/** Words for a count, by the language's own rules: `{n}` becomes the number as that language writes it. */
export type Forms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string }

export function pluralsIn(language: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (n, forms) => (forms[rules.select(n)] ?? forms.other).replace('{n}', numbers.format(n))
}
