/** A child's history: where they lived and under which law, along one line of time, and every episode in a table. */

import { type PlacementGroup, groupOfPlacement } from '#reference'
import { inWords } from '#shared/dates'
import { type Lane, periodChart } from '#web/charts/periods'
import { type Html, html } from '#web/html'
import { longTable } from '#web/tables'
import { daysIn } from '../care-history.ts'
import type { ChildRecord } from '../record.ts'
import { aWeek, counted, miles, quietly, says } from './words.ts'

export function historyOf(record: ChildRecord): Html {
  if (record.episodes.length === 0) {
    return html`<h2 class="govuk-heading-m">Where they have lived</h2>
      <p class="govuk-body">No time in care is recorded up to ${inWords(record.day)}.</p>`
  }
  return html`<h2 class="govuk-heading-m">Where they have lived</h2>
    ${chart(record)} ${placementTable(record)} ${episodeTable(record)}`
}

function chart({ periods, placements, legalStatuses, day }: ChildRecord): Html {
  const homes = counted(placements.length, 'home', 'homes')
  const times = counted(periods.length, 'time in care', 'times in care')
  const first = inWords(periods[0]!.from)
  return periodChart({
    id: 'history',
    title: `${homes} in ${times}`,
    description: `Bars along a line of time from ${first}: times in care, homes and legal statuses.`,
    source: 'the authority’s own record and its statutory returns',
    definition: 'A change of legal status alone is not a move',
    lanes: [
      {
        name: 'In care',
        spans: periods.map(({ from, until }) => ({ from, until, name: 'In care', kind: 3 })),
      },
      homesLane(placements),
      {
        name: 'Legal status',
        spans: legalStatuses.map(({ from, until, legalStatus }) => {
          return { from, until, name: quietly(says.legalStatus(legalStatus)), kind: 2 }
        }),
      },
    ],
    today: day,
  })
}

const homesLane = (placements: ChildRecord['placements']): Lane => ({
  name: 'Home',
  spans: placements.map(({ from, until, place }) => ({
    from,
    until,
    name: quietly(says.place(place.placeCode)),
    kind: colours[groupOfPlacement(place.placeCode)],
  })),
})
const colours: Record<PlacementGroup, number> = { Fostering: 0, Residential: 1, Supported: 2, Other: 3 }

const placementTable = ({ placements, day }: ChildRecord): Html =>
  longTable({
    caption: 'Homes, latest first',
    rows: placements.toReversed(),
    columns: [
      { heading: 'Home', cell: ({ place }) => says.place(place.placeCode) },
      { heading: 'From', cell: ({ from }) => inWords(from) },
      { heading: 'Until', cell: ({ until }) => (until ? inWords(until) : 'now') },
      { heading: 'Days', cell: placement => daysIn(placement, day).toLocaleString('en-GB'), numeric: true },
      { heading: 'From home', cell: ({ place }) => quietly(miles(place.distanceMiles)), numeric: true },
      { heading: 'Cost', cell: ({ place }) => quietly(aWeek(place.weeklyFee)), numeric: true },
      {
        heading: 'Why they moved',
        cell: ({ place }) =>
          quietly(says.changeReason(place.changeReason) ?? says.endReason(place.endReason), ''),
      },
    ],
  })

const episodeTable = ({ episodes }: ChildRecord): Html =>
  longTable({
    caption: 'Episodes, as the statutory return tells them, latest first',
    rows: episodes.toReversed(),
    columns: [
      { heading: 'Began', cell: ({ startedOn }) => inWords(startedOn) },
      { heading: 'Because', cell: ({ reasonNew }) => says.episodeReason(reasonNew) },
      { heading: 'Legal status', cell: ({ legalStatus }) => says.legalStatus(legalStatus) },
      { heading: 'Place', cell: ({ placeCode }) => says.place(placeCode) },
      { heading: 'Ended', cell: ({ endedOn }) => (endedOn ? inWords(endedOn) : 'not yet') },
      { heading: 'Because', cell: ({ endReason }) => quietly(says.endReason(endReason), '') },
    ],
  })
