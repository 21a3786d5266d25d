/** Digits of GTIN-8 (EAN-8), GTIN-12 (UPC-A), GTIN-13 (EAN-13) and GTIN-14 with their check digit. */
const gtinShape = /^(\d{8}|\d{12,14})$/

/** The check digit of a GTIN, from the digits before it: weights 3, 1, 3 … from the right (GS1 General Specifications 7.9). */
export const gtinCheckDigit = (body: string): string => {
  let sum = 0
  for (let index = 0; index < body.length; index++) {
    const digit = body.charCodeAt(body.length - 1 - index) - 48
    if (digit < 0 || digit > 9) throw new RangeError(`not digits: ${JSON.stringify(body)}`)
    sum += index % 2 === 0 ? 3 * digit : digit
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether `text` is a GTIN of 8, 12, 13 or 14 digits whose check digit is right. */
export const isGtin = (text: string): boolean =>
  gtinShape.test(text) && gtinCheckDigit(text.slice(0, -1)) === text.slice(-1)

/**
 * Every way to write the GTIN in `text`, as given first: a shorter one is the longer one without leading zeros, so UPC-A
 * is EAN-13 with a leading 0. Only `text` itself when it is no valid GTIN; a GTIN-14 of a case has no other form.
 */
export const gtinForms = (text: string): readonly string[] => {
  if (!isGtin(text)) return [text]
  const full = text.padStart(14, '0')
  const others = [13, 12, 14, 8].flatMap((length) =>
    Number(full.slice(0, 14 - length)) === 0 ? [full.slice(14 - length)] : [],
  )
  return [...new Set([text, ...others])]
}
