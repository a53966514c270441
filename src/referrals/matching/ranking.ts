/** Where each home stands, and who to ask first. */

import type { HomeId } from '#provision'
import { type Position, outwardCodeOf, positionOf } from '#reference'
import { type PlainDate, daysBetween } from '#shared/dates'
import { type Ranked, type RankedHome, explain } from './matching.ts'
import type { Answers, Urgency } from '../questions/index.ts'

export type Suggested = { readonly match: Ranked; readonly because: string }

/** Few homes, each able to help: a request sent to all is read by none. Our own numbers, which no guidance sets. */
const most = { planned: 5, emergency: 10 } as const

/** A place confirmed within this many days is likely still to be there tonight. */
const freshDays = 2

/**
 * Planned: the best places, one for each home. Emergency: more homes, first those whose place was confirmed within two
 * days; an answer tonight is worth more than a slightly better score.
 */
export function whoToAsk(
  ranked: readonly RankedHome[],
  urgency: Urgency,
  today: PlainDate,
): readonly Suggested[] {
  const homes = ranked.map(({ best }) => best)
  if (urgency === 'planned') {
    return homes
      .slice(0, most.planned)
      .map(match => ({ match, because: explain(match).reasonsFor[0] ?? 'Among the best' }))
  }
  const isFresh = ({ place }: Ranked) => daysBetween(place.confirmedOn, today) <= freshDays
  const inTurn = [...homes.filter(isFresh), ...homes.filter(match => !isFresh(match))]
  return inTurn.slice(0, most.emergency).map(match => ({
    match,
    because: isFresh(match)
      ? 'Confirmed in the last two days'
      : 'Ring first: not confirmed in the last two days',
  }))
}

/** Each home's rank from 1. */
export const ranksOf = (homes: readonly RankedHome[]): ReadonlyMap<HomeId, number> =>
  new Map(homes.map(({ best }, index) => [best.home.id, index + 1]))

/** How many homes stand in each area. */
export function areasOf(homes: readonly RankedHome[]): Record<string, number> {
  const areas: Record<string, number> = {}
  for (const { best } of homes) areas[best.home.areaCode] = (areas[best.home.areaCode] ?? 0) + 1
  return areas
}

/** The middle of the outward code that the request names for the family; never their own address. */
export function aroundFamily({ familySector }: Answers): { name: string; position: Position } | null {
  const district = outwardCodeOf(`${String(familySector ?? '')}AA`)
  const position = district && positionOf(district)
  return position ? { name: `Around ${district}, where family is`, position } : null
}
