/** A number of our own for a parcel whose carrier gave none: two letters, twelve digits out of the shipment's id, and a check digit. */
export function trackingNumber(shipmentId: string): string {
  let number = 0n
  for (const letter of shipmentId) number = (number * 131n + BigInt(letter.codePointAt(0) ?? 0)) % 1_000_000_000_000n
  const digits = number.toString().padStart(12, '0')
  return `OC${digits}${checkDigit(digits)}`
}

/** Modulus 10 with weights 3 and 1 from the right, as on a GTIN. Source: GS1 General Specifications, 7.9. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
