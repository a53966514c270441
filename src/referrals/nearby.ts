/** Facts about a home that a search joins to it: who of the child's own family, and of the council's children, is there. */

import type { Home, HomeId } from '#provision'
import { type Position, milesBetween } from '#reference'
import { counted } from './factors/factor.ts'

/** Where a brother or sister lives now, as far as the council's own record says. */
export type SiblingHome = { readonly home: HomeId | null; readonly position: Position | null }

export function siblingsNear(home: Home, siblings: readonly SiblingHome[]): string | null {
  const here = siblings.filter(each => each.home === home.id).length
  if (here > 0)
    return here === 1 ? 'A brother or sister lives here' : `${here} brothers and sisters live here`
  const miles = siblings.flatMap(({ position }) => (position ? [milesBetween(position, home.position)] : []))
  return miles.length === 0 ? null : `${counted(Math.min(...miles), 'mile')} from a brother or sister`
}

/** Ages, and never who. */
export function livingHere(ages: readonly number[]): string | null {
  if (ages.length === 0) return null
  const said = ages.toSorted((a, b) => a - b).join(', ')
  return ages.length === 1
    ? `A child of your own council lives here, aged ${said}`
    : `Children of your own council live here, aged ${said}`
}
