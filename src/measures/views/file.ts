/** The dashboard as a file, tidy: one figure a line. */

import { download } from '#web/csv'
import type { Counted, Share } from '../count.ts'
import type { Dashboard, FigureRow } from '../dashboard.ts'

type Line = {
  readonly measure: string
  readonly area: string
  readonly breakdown: string
  readonly value: number | null
}

export function dashboardFile(dashboard: Dashboard) {
  const { chosen, today, byAuthority, past, places } = dashboard
  const area = chosen?.name ?? 'All who share records'
  const lines: Line[] = [
    ...(chosen ? [] : figures(area, dashboard)),
    ...byAuthority.flatMap(row => figures(row.name, row)),
    ...broken('by-kind', area, dashboard.byKind),
    ...broken('by-age', area, dashboard.byAge),
    ...past.map(({ day, children }) => ({ measure: 'year-by-year', area, breakdown: day, value: children })),
    ...places.map(each => ({
      measure: 'open-places',
      area: each.area,
      breakdown: each.kind,
      value: each.open,
    })),
  ]
  return download(
    { name: `nearhome-figures-${today}`, marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    [
      { heading: 'on', cell: () => today },
      { heading: 'measure', cell: line => line.measure },
      { heading: 'area', cell: line => line.area },
      { heading: 'breakdown', cell: line => line.breakdown },
      { heading: 'value', cell: line => line.value },
    ],
    lines,
  )
}

type Figures = Omit<FigureRow, 'id' | 'code' | 'name'>

const figures = (area: string, row: Figures): Line[] => [
  { measure: 'looked-after', area, breakdown: 'count', value: row.looked },
  {
    measure: 'rate',
    area,
    breakdown: 'per 10,000',
    value: row.rate === null ? null : Number(row.rate.toFixed(1)),
  },
  ...shared('over-20-miles', area, row.over20),
  ...shared('out-of-area', area, row.outOfArea),
  ...shared('three-placements', area, row.threeOrMore),
  ...shared('unregistered', area, row.unregistered),
]

const shared = (measure: string, area: string, { count, of }: Share): Line[] => [
  { measure, area, breakdown: 'count', value: count },
  { measure, area, breakdown: 'out of', value: of },
]

const broken = (measure: string, area: string, counted: readonly Counted[]): Line[] =>
  counted.map(({ name, children }) => ({ measure, area, breakdown: name, value: children }))
