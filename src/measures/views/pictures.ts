/** The figures as pictures, each with its table, its file and its definition. */

import { regionMap } from '#reference'
import { areaMap } from '#web/charts/area-map'
import { type Bar, barChart } from '#web/charts/bar'
import { lineChart } from '#web/charts/line'
import { type Html, html } from '#web/html'
import type { Viewer } from '#web/route'
import type { Counted } from '../count.ts'
import type { Dashboard, PastCount } from '../dashboard.ts'
import { measures } from '../measure.ts'
import { paths } from '../paths.ts'
import { placesOpen } from './places.ts'
import { type Narrowed, rowsBehind, whole } from './words.ts'

const record = 'Nearhome’s live record'

export function pictures(dashboard: Dashboard, viewer: Viewer): Html {
  const { chosen } = dashboard
  const barsOf = (counted: readonly Counted[], narrowed: (name: string) => Narrowed): Bar[] =>
    counted.map(({ name, children }) => {
      const href = rowsBehind(viewer, chosen, narrowed(name))
      return { name: sentence(name), value: children, ...(href && { href }) }
    })
  return html`${whereTheyLive(dashboard, kinds => barsOf(kinds, kind => ({ kind })))}
  ${howOld(dashboard, ages => barsOf(ages, ageBand => ({ ageBand })))} ${yearByYear(dashboard)}
  ${placesOpen(dashboard)} ${mapOf(dashboard)}`
}

type ToBars = (counted: readonly Counted[]) => Bar[]

const whereTheyLive = ({ byKind, looked, chosen }: Dashboard, toBars: ToBars): Html =>
  barChart({
    id: 'by-kind',
    title: 'Where children live',
    description: `A bar for each kind of placement: ${looked} children in ${byKind.length} kinds. ${most(byKind)}`,
    source: record,
    definition: measures['by-kind'].definition,
    csv: paths.csv(chosen?.code),
    method: paths.definition('by-kind'),
    names: 'Kind of placement',
    counted: 'Children',
    bars: toBars(byKind),
  })

const howOld = ({ byAge, looked, chosen }: Dashboard, toBars: ToBars): Html =>
  barChart({
    id: 'by-age',
    title: 'How old they are',
    description: `A bar for each age band: ${looked} children. ${most(byAge)}`,
    source: record,
    definition: measures['by-age'].definition,
    csv: paths.csv(chosen?.code),
    method: paths.definition('by-age'),
    names: 'Age',
    counted: 'Children',
    bars: toBars(byAge),
  })

function yearByYear({ past, chosen }: Dashboard): Html | false {
  const [first, last] = [past[0], past.at(-1)]
  if (!first || !last || first === last) return false
  return lineChart({
    id: 'past',
    title: 'Children looked after at 31 March each year',
    description: `A line of ${past.length} years: from ${said(first)} to ${said(last)}.`,
    source: record,
    definition: measures['year-by-year'].definition,
    csv: paths.csv(chosen?.code),
    method: paths.definition('year-by-year'),
    times: past.map(yearOf),
    timesAre: 'At 31 March',
    lines: [{ name: 'Children', values: past.map(({ children }) => children) }],
  })
}

const said = ({ day, children }: PastCount) => `${whole(children)} in ${day.slice(0, 4)}`
const yearOf = ({ day }: { day: string }) => day.slice(0, 4)

/** Always of one width: drawing a region takes a fifth of a second, once. */
const mapWidth = 640

function mapOf({ byAuthority: rows, chosen }: Dashboard): Html | false {
  if (chosen || rows.length < 2) return false
  const { width, height, areas } = regionMap(
    rows.map(({ code }) => code),
    mapWidth,
  )
  return areaMap({
    id: 'map',
    title: 'Children over 20 miles from home, by authority',
    description:
      'A map of authorities, shaded by the share of their children who live over 20 miles from home.',
    source: record,
    definition: measures['over-20-miles'].definition,
    csv: paths.csv(),
    method: paths.definition('over-20-miles'),
    width,
    height,
    names: 'Authority',
    counted: 'Over 20 miles, per cent',
    areas: areas.map(({ code, name, path }) => {
      const share = rows.find(row => row.code === code)?.over20.share ?? null
      return { name, path, value: share === null ? null : Math.round(share * 100), href: paths.of(code) }
    }),
  })
}

const sentence = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

function most(counted: readonly Counted[]): string {
  const [largest] = counted.toSorted((a, b) => b.children - a.children)
  return largest && largest.children > 0 ? `Most: ${largest.name}, ${whole(largest.children)}.` : ''
}
