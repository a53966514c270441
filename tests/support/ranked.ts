/** A search for one child among a few homes, on the usual day. */

import { aHomeWithPlaces, aNeed, day } from '../../src/referrals/fixtures.ts'
import {
  type Ranked,
  type Ranking,
  explain,
  rank,
  whyLeftOut,
} from '../../src/referrals/matching/matching.ts'
import { type Weights, defaultWeights } from '../../src/referrals/matching/weights.ts'

export const today = day('2026-08-30')
export const near = { easting: 472_000 + 6_437, northing: 173_000 }
export const far = { easting: 472_000 + 64_372, northing: 173_000 }
export type Looked = Ranking & {
  readonly ranked: readonly Ranked[]
  readonly why: readonly (readonly string[])[]
}
export function look(
  need = aNeed(),
  supply = [aHomeWithPlaces()],
  weights: Weights = defaultWeights,
): Looked {
  const ranking = rank(need, supply, weights, today)
  const why = ranking.excluded.map(each => whyLeftOut(each, need))
  return { ...ranking, ranked: ranking.homes.flatMap(({ places }) => places), why }
}
export const only = (name: keyof Weights): Weights => ({ ...noWeights, [name]: 5 })
export const noWeights = Object.fromEntries(Object.keys(defaultWeights).map(name => [name, 0])) as Weights
export const said = ({ ranked }: Looked) => ranked.map(explain)[0]?.factors.map(({ sentence }) => sentence)
