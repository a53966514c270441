/** A ranking read home by home: a home stands where its best place does, with its other places beside it. */

import type { HomeId } from '#provision'
import type { Ranked } from './matching.ts'

export type RankedHome = { readonly best: Ranked; readonly places: readonly Ranked[] }

export function byHome(ranked: readonly Ranked[]): readonly RankedHome[] {
  const homes = Map.groupBy(ranked, ({ home }) => home.id)
  return [...homes.values()].map(places => ({ best: places[0]!, places }))
}

/** Each home's rank from 1. */
export const ranksOf = (homes: readonly RankedHome[]): ReadonlyMap<HomeId, number> =>
  new Map(homes.map(({ best }, index) => [best.home.id, index + 1]))
