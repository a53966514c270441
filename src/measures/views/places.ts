/** Open places as a picture by kind of home, and as a table by area. */

import { authorityByCode } from '#reference'
import { type OpenPlaces, homeKinds } from '#provision'
import { barChart } from '#web/charts/bar'
import { type Html, html } from '#web/html'
import { longTable } from '#web/tables'
import type { Dashboard } from '../dashboard.ts'
import { measures } from '../measure.ts'
import { paths } from '../paths.ts'
import { whole, withQuery } from './words.ts'

const register = 'Nearhome’s register of homes and carers'

export function placesOpen({ places, chosen }: Dashboard): Html {
  const bars = homeKinds
    .map(({ code, label }) => ({
      name: label,
      value: sum(places.filter(({ kind }) => kind === code)),
      href: withQuery('/homes', { kind: code, vacancy: 'vacant' }),
    }))
    .filter(({ value }) => value > 0)
  if (bars.length === 0) return html``
  return html`<div>
    ${barChart({
      id: 'places',
      title: 'Places open today',
      description: `A bar for each kind of home: ${sum(places)} places open in all.`,
      source: register,
      definition: measures['open-places'].definition,
      csv: paths.csv(chosen?.code),
      method: paths.definition('open-places'),
      names: 'Kind of home',
      counted: 'Open places',
      bars,
    })}
    ${placesByArea(places)}
  </div>`
}

/** A region has fewer, and the whole country more than anybody reads; the file has all. */
const mostAreas = 40

/** An area stands in one row, a kind in one column. */
function placesByArea(places: readonly OpenPlaces[]): Html {
  const kinds = homeKinds.filter(({ code }) => places.some(each => each.kind === code && each.open > 0))
  const areas = Map.groupBy(
    places.filter(({ open }) => open > 0),
    ({ area }) => area,
  )
  const all = [...areas]
    .map(([area, own]) => ({ area, own, name: authorityByCode.get(area)?.name ?? 'Outside England' }))
    .toSorted((a, b) => sum(b.own) - sum(a.own))
  const rows = all.slice(0, mostAreas).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return longTable({
    caption:
      all.length > mostAreas
        ? `Open places: the ${mostAreas} areas of ${all.length} with most`
        : 'Open places by area',
    rows,
    columns: [
      {
        heading: 'Area',
        cell: ({ area, name }) =>
          html`<a class="govuk-link" href="${withQuery('/homes', { area, vacancy: 'vacant' })}">${name}</a>`,
      },
      ...kinds.map(({ code, label }) => ({
        heading: label,
        cell: ({ own }: (typeof rows)[number]) => whole(sum(own.filter(({ kind }) => kind === code))),
        numeric: true,
      })),
    ],
  })
}

const sum = (places: readonly OpenPlaces[]) => places.reduce((total, { open }) => total + open, 0)
