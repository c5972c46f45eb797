/** Units of list 50 in millimetres and grams. */
const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4 }
const grams: Readonly<Record<string, number>> = { gr: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 }

export interface Measures {
  heightMm?: number
  widthMm?: number
  thicknessMm?: number
  weightGrams?: number
}

const lengths = { '01': 'heightMm', '02': 'widthMm', '03': 'thicknessMm' } as const

/** One measure of list 48; what is of another kind, or in a unit that does not fit, is left out. */
export function measured(type: string | undefined, amount: string | undefined, unit: string | undefined): Measures {
  const value = Number(amount)
  if (!(value > 0) || unit === undefined) return {}
  const length = lengths[type as keyof typeof lengths]
  const factor = (length ? millimetres : type === '08' ? grams : {})[unit]
  if (factor === undefined) return {}
  const whole = Math.round(value * factor)
  return whole < 1 ? {} : { [length ?? 'weightGrams']: whole }
}
