/** How far from home children of each kind of placement are placed, as the history tells it. */

import { type History, endings } from '../history.ts'
import { distanceCount, groupOf, kindCount } from '../kinds.ts'

/** Miles at which each band but the last begins. 20 is that of the Department's own figures. */
const starts = [0, 5, 10, 20, 50]
const notKnown = starts.length

export const bandOfMiles = (miles: number): number =>
  miles < 0 || Number.isNaN(miles) ? notKnown : starts.findLastIndex(each => miles >= each)

/**
 * Placements that began, by kind and distance band: as many as were seen, and five spread as those of the
 * kind's group were, so that a kind seldom seen is like its group.
 */
export function distancesFrom(history: History): Float64Array {
  const seen = new Float64Array(kindCount * distanceCount)
  const ofGroup = new Map<number, Float64Array>()
  for (let at = 0; at < history.count; at += 1) {
    if (!hasBegun(history, at)) continue
    const band = bandOfMiles(history.miles[at]!)
    const group = groupOf[history.kind[at]!]!
    const own = ofGroup.get(group) ?? new Float64Array(distanceCount)
    ofGroup.set(group, own)
    seen[history.kind[at]! * distanceCount + band]! += 1
    own[band]! += 1
  }
  return seen.map((count, cell) => {
    const own = ofGroup.get(groupOf[Math.floor(cell / distanceCount)]!)
    const all = own?.reduce((sum, each) => sum + each, 0) ?? 0
    const usual =
      own && all > 0 ? own[cell % distanceCount]! / all : cell % distanceCount === notKnown ? 1 : 0
    return count + 5 * usual + 0.001
  })
}

/** By entry or by move, in the time of which the returns tell. */
const hasBegun = ({ entered, ending, from, startsOn, authority, endsOn }: History, at: number): boolean =>
  (entered[at] === 1 || (at > 0 && ending[at - 1] === endings.move)) &&
  from[at]! >= startsOn[authority[at]!]! &&
  from[at]! <= endsOn
