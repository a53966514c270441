/** Postcodes as people write them, made one way: in capitals, with one space. */

/** The Royal Mail's shapes, and the older GIR 0AA: see BS 7666. */
const shape = /^([A-Z]{1,2}[0-9][0-9A-Z]?|GIR)([0-9][A-Z]{2})$/

export function normalisePostcode(text: string): string | undefined {
  const parts = shape.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  return parts ? `${parts[1]} ${parts[2]}` : undefined
}

/** RG1 of RG1 4AB. An outward code alone is itself. */
export function outwardCodeOf(postcode: string): string | undefined {
  const whole = normalisePostcode(postcode)
  if (whole) return whole.split(' ')[0]
  const alone = postcode.trim().toUpperCase()
  return /^[A-Z]{1,2}[0-9][0-9A-Z]?$/.test(alone) ? alone : undefined
}

/** RG1 4 of RG1 4AB: near enough to plan by, too wide to find a child by. */
export const sectorOf = (postcode: string): string | undefined => normalisePostcode(postcode)?.slice(0, -2)
