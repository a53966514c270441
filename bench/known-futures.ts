/** A forecast beside two hundred simulated futures of an invented authority, where that data stands beside the project. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { placementGroups } from '#reference'
import { forecast } from '../src/app/forecasting/forecasting.ts'
import { dayOf } from '../src/shared/days.ts'
import { type Table, count } from './samples.ts'

const folder = '../shared/data/demand_la600'
const groups = [...placementGroups, 'Total']

type Cells = Record<string, string>
const rowsOf = (name: string): Cells[] =>
  Papa.parse<Cells>(readFileSync(join(folder, name), 'utf8'), { header: true, skipEmptyLines: true }).data

export async function knownFutures(): Promise<Table | null> {
  if (!existsSync(folder)) return null
  const asked = { directory: join(folder, 'platform'), from: dayOf(2024, 3, 31)!, months: 24, paths: 1000 }
  const { series } = await forecast({ ...asked, seed: 1 }, () => {})
  const futures = futuresByDate()
  const peer = rowsOf('peer/forecast_by_category.csv')
  const rows = [...futures].flatMap(([date, byGroup]) =>
    groups.map(group => {
      const { mean, p025, p975 } = series.find(
        row => row.date === date && row.category === group && !row.age && !row.authority,
      )!
      const true_ = byGroup.get(group)!
      const inside = true_.filter(each => each >= p025 && each <= p975).length / true_.length
      const theirs = peer.find(row => row.date === date && row.category === group)
      const width = theirs ? ((p975 - p025) / (Number(theirs.upper) - Number(theirs.lower))).toFixed(2) : ''
      const truth = true_.reduce((sum, each) => sum + each, 0) / true_.length
      return [date, group, count(mean), count(truth), `${Math.round(100 * inside)}%`, width]
    }),
  )
  return {
    title: 'One authority, and what became of it in 200 futures',
    says: 'All simulated from one invented truth. The peer’s interval is that of the tool now in use.',
    columns: ['Day', 'Group', 'Forecast', 'Truth', 'Futures in the 95% interval', 'Width / peer'],
    rows,
    notes: ['The history that was learned from is one of many that the same truth could have made.'],
  }
}

/** Numbers of children by date and group, one for each future. */
function futuresByDate(): Map<string, Map<string, number[]>> {
  const dates = new Map<string, Map<string, number[]>>()
  for (const { replicate, date, category, children } of rowsOf('truth/replicates.csv')) {
    const byGroup = dates.get(date!) ?? new Map(groups.map(group => [group, Array<number>(200).fill(0)]))
    dates.set(date!, byGroup)
    const group = placementGroups.find(each => each[0] === category)!
    byGroup.get(group)![Number(replicate)]! += Number(children)
    byGroup.get('Total')![Number(replicate)]! += Number(children)
  }
  return dates
}
