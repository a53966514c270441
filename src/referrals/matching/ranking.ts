/** What changed between two rankings, and who to ask first. */

import type { HomeId, PlaceId } from '#provision'
import { type PlainDate, daysBetween } from '#shared/dates'
import { type Ranked, type Ranking, explain } from './matching.ts'
import type { Urgency } from '../questions/index.ts'

export type Move = { readonly place: PlaceId; readonly before: number | null; readonly now: number }

/** Each place's rank before and now, in the new order; `before` is null for a place that was left out. */
export function changeOfRank(before: Ranking, after: Ranking): readonly Move[] {
  const ranks = new Map(before.ranked.map(({ place }, index) => [place.id, index + 1]))
  return after.ranked.map(({ place }, index) => ({
    place: place.id,
    before: ranks.get(place.id) ?? null,
    now: index + 1,
  }))
}

/** Up 3, down 1, the same, or new to the list: as the page says it. */
export function moveInWords({ before, now }: Move): string {
  if (before === null) return 'New to the list'
  if (before === now) return 'The same'
  return before > now ? `Up ${before - now}` : `Down ${now - before}`
}

export type Suggested = { readonly match: Ranked; readonly because: string }

/** Few homes, each able to help: a request sent to all is read by none. Our own numbers, which no guidance sets. */
const most = { planned: 5, emergency: 10 } as const

/** A place confirmed within this many days is likely still to be there tonight. */
const freshDays = 2

/**
 * Planned: the best places, one for each home. Emergency: more homes, first those whose place was confirmed within two
 * days; an answer tonight is worth more than a slightly better score.
 */
export function whoToAsk(ranking: Ranking, urgency: Urgency, today: PlainDate): readonly Suggested[] {
  const homes = onePlaceEach(ranking.ranked)
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

/** The best place of each home, in order. */
export function onePlaceEach(ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>()
  return ranked.filter(({ home }) => !seen.has(home.id) && seen.add(home.id))
}

/** A home stands where its best place does, with its other places beside it. */
export type RankedHome = { readonly best: Ranked; readonly places: readonly Ranked[] }

export function byHome(ranked: readonly Ranked[]): readonly RankedHome[] {
  const homes = Map.groupBy(ranked, ({ home }) => home.id)
  return [...homes.values()].map(places => ({ best: places[0]!, places }))
}

/** Each home's rank from 1. */
export const ranksOf = (homes: readonly RankedHome[]): ReadonlyMap<HomeId, number> =>
  new Map(homes.map(({ best }, index) => [best.home.id, index + 1]))
