/** Who lives in which home, as most homes say in ages alone. */

import type { PlainDate } from '#shared/dates'
import { between, chance, happens } from '../chance.ts'
import { ageOn, dateOf, later } from '../days.ts'
import { openEpisode } from '../furnishing/furnishing.ts'
import type { InventedAuthority, InventedRegion } from '../region.ts'

export type Dweller = { readonly home_id: string; readonly age: number; readonly sex: string }

export type WhoLivesRow = {
  readonly home_id: string
  readonly organisation_id: string
  readonly said_on: PlainDate
  readonly girls: readonly number[]
  readonly boys: readonly number[]
  readonly others: readonly number[]
}

/** The children of one authority, wherever they live. */
export const dwellersOf = ({ today }: InventedRegion, { lives }: InventedAuthority): Dweller[] =>
  lives
    .filter(life => life.left === null)
    .flatMap(life => {
      const home = openEpisode(life)?.stay.home
      return home ? [{ home_id: home.id, age: ageOn(life.born, today), sex: life.sex }] : []
    })

/** Our own guess: seven homes in ten have said it within the last three weeks. */
const share = 0.7

export function whoLivesIn({ seed, today, homes }: InventedRegion, all: readonly Dweller[]): WhoLivesRow[] {
  const byHome = Map.groupBy(all, ({ home_id }) => home_id)
  return homes.flatMap(({ id, organisation_id }) => {
    const by = chance(seed, `who lives/${id}`)
    if (!happens(by, share)) return []
    const here = byHome.get(id) ?? []
    const ages = (sex: string) =>
      here
        .filter(each => each.sex === sex)
        .map(({ age }) => age)
        .toSorted((a, b) => a - b)
    const said_on = dateOf(later(today, -between(by, 0, 20)))
    return [{ home_id: id, organisation_id, said_on, girls: ages('F'), boys: ages('M'), others: [] }]
  })
}
