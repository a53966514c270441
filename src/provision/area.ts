/** Areas by name: Ofsted's list names authorities, and we hold their codes. */

import { type Area, type Position, authorities, authorityByCode, outwardCodes } from '#reference'

const letters = (text: string) => text.toLowerCase().replace(/\band\b|[^a-z]/g, '')
const codesByName = new Map(authorities.map(({ name, code }) => [letters(name), code]))

/** The code of the authority of this name, however it is written. */
export const areaNamed = (name: string): Area | undefined => codesByName.get(letters(name))

export const areaName = (code: string): string => authorityByCode.get(code)?.name ?? 'Outside England'

/** Where a home is taken to be when its address is withheld: the mean of its area's outward codes. */
export function middleOf(area: Area): Position {
  const within = outwardCodes().flatMap(code => (code.area === area && code.position ? [code.position] : []))
  const mean = (of: (position: Position) => number) =>
    Math.round(within.reduce((sum, each) => sum + of(each), 0) / Math.max(1, within.length))
  return { easting: mean(each => each.easting), northing: mean(each => each.northing) }
}
