/** What an authority knows of its children that the return does not say, ready for the tables. */

import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import { chance } from '../chance.ts'
import { dateOf, later } from '../days.ts'
import type { Episode, Life } from '../lives/lives.ts'
import type { InventedAuthority, InventedRegion } from '../region.ts'
import type { AssessmentRow } from '../rows.ts'
import { type Named, assessmentOf, nameOf } from './stories.ts'

/** Children are named by the authority's own number for them; the return gives them their ids when it is loaded. */
export type Furnishing = {
  readonly names: readonly Named[]
  readonly assessments: readonly AssessmentRow[]
  readonly siblings: readonly { readonly local_id: string; readonly sibling_local_id: string }[]
  /** Each open episode's home and fee, where they are known. */
  readonly episodes: readonly EpisodeFact[]
  readonly placements: readonly PlacementFact[]
}
export type EpisodeFact = {
  readonly local_id: string
  readonly started_on: PlainDate
  readonly home_id: string | null
  readonly weekly_fee_pence: Pence | null
}
export type PlacementFact = {
  readonly id: string
  readonly local_id: string
  readonly home_id: string
  readonly organisation_id: string
  readonly place_id: string
  readonly place_code: string
  readonly provider_code: string | null
  readonly agreed_on: PlainDate
  readonly starts_on: PlainDate
  readonly weekly_fee_pence: Pence
}

export const openEpisode = ({ episodes }: Life): Episode | undefined =>
  episodes.find(episode => episode.ended === null)

export function furnish({ seed, today }: InventedRegion, { area, lives }: InventedAuthority): Furnishing {
  const here = lives.filter(life => life.left === null)
  return {
    names: lives.map(life => nameOf(seed, area.code, life)),
    assessments: here.map(life => assessmentOf(seed, area.code, life, today)),
    siblings: siblingsAmong(lives),
    episodes: here.map(factOf),
    placements: here.flatMap(life =>
      placementOf(chance(seed, `placement/${area.code}/${life.number}`).uuid(), life),
    ),
  }
}

/** Both ways round: each is the other's brother or sister. */
function siblingsAmong(lives: readonly Life[]): Furnishing['siblings'] {
  const families = [...Map.groupBy(lives, life => life.family).values()]
  return families.flatMap(family =>
    family.flatMap(one =>
      family
        .filter(other => other !== one)
        .map(other => ({ local_id: one.number, sibling_local_id: other.number })),
    ),
  )
}

function factOf(life: Life): EpisodeFact {
  const { started, stay } = openEpisode(life)!
  return {
    local_id: life.number,
    started_on: dateOf(started),
    home_id: stay.home?.id ?? null,
    weekly_fee_pence: stay.fee,
  }
}

function placementOf(id: string, life: Life): PlacementFact[] {
  const { stay } = openEpisode(life)!
  if (!stay.home || !stay.place) return []
  return [
    {
      id,
      local_id: life.number,
      home_id: stay.home.id,
      organisation_id: stay.home.organisation_id,
      place_id: stay.place.id,
      place_code: stay.code,
      provider_code: stay.provider,
      agreed_on: dateOf(later(stay.from, -3)),
      starts_on: dateOf(stay.from),
      weekly_fee_pence: stay.fee!,
    },
  ]
}
