/** What differs from place to place: how lately it was confirmed, and what it costs. */

import { daysUntilStale, freshness as freshnessOf } from '#provision'
import { type PlaceFactor, finding } from './factor.ts'

export const freshness: PlaceFactor = ({ confirmedOn }, _need, today) => {
  const { days } = freshnessOf(confirmedOn, today)
  return finding(1 - days / (2 * daysUntilStale), () => freshnessOf(confirmedOn, today).sentence)
}

/**
 * A place at this weekly fee or more scores nothing: £10,500 is what the Children's Commissioner found an unregistered
 * placement to cost on average on 1 September 2025.
 */
const dearest = 1_050_000

/** Cost never decides whether a home suits; it tells apart those that do. */
export const cost: PlaceFactor = ({ weeklyFee }) =>
  finding(1 - weeklyFee / dearest, () => `£${inThousands(Math.round(weeklyFee / 100))} a week`)

const inThousands = (pounds: number) =>
  pounds < 1000 ? `${pounds}` : `${Math.floor(pounds / 1000)},${String(pounds % 1000).padStart(3, '0')}`
