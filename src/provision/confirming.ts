/** Which vacancies nobody has confirmed for two weeks, and how one's own places stand. */

import type { PlainDate } from '#shared/dates'
import { freshness } from './freshness.ts'
import type { HomeId } from './home.ts'
import { vacancyOn } from './place.ts'
import type { Run } from './place.ts'

type Stale = { readonly home: HomeId; readonly name: string; readonly runBy: string; readonly days: number }

export type Unconfirmed = {
  readonly places: number
  readonly homes: number
  readonly first: readonly Stale[]
}

/** Only vacancies: a full place that nobody confirms misleads nobody. The longest ago first. */
export function unconfirmedOn(supply: readonly Run[], today: PlainDate, most: number): Unconfirmed {
  const stale = supply.flatMap(({ home, runBy, places }) => {
    const days = places
      .filter(place => vacancyOn(place, home, today).is === 'vacant')
      .map(({ confirmedOn }) => freshness(confirmedOn, today))
      .filter(({ isStale }) => isStale)
      .map(each => each.days)
    return days.length > 0
      ? [{ home: home.id, name: home.name, runBy, days: Math.max(...days), places: days.length }]
      : []
  })
  return {
    places: stale.reduce((sum, each) => sum + each.places, 0),
    homes: stale.length,
    first: stale.toSorted((a, b) => b.days - a.days).slice(0, most),
  }
}

export type OwnPlaces = {
  readonly homes: number
  readonly places: number
  readonly vacant: number
  readonly unconfirmed: Unconfirmed
  readonly first: readonly { readonly home: HomeId; readonly name: string; readonly vacant: number }[]
}

/** Those with most vacancies first. */
export function ownPlacesOn(own: readonly Run[], today: PlainDate, most: number): OwnPlaces {
  const homes = own.map(({ home, places }) => ({
    home: home.id,
    name: home.name,
    places: places.length,
    vacant: places.filter(place => vacancyOn(place, home, today).is === 'vacant').length,
  }))
  const vacant = homes.filter(each => each.vacant > 0)
  return {
    homes: homes.length,
    places: homes.reduce((sum, each) => sum + each.places, 0),
    vacant: homes.reduce((sum, each) => sum + each.vacant, 0),
    unconfirmed: unconfirmedOn(own, today, most),
    first: vacant.toSorted((a, b) => b.vacant - a.vacant).slice(0, most),
  }
}
