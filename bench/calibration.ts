/** Many invented regions, each with a future: how often it lies in the interval, and how far off the forecast is. */

import { fileSheets, fit, historyFrom, planFor, seriesOf, simulate, startFrom } from '#forecasting'
import { joinYears } from '#rulebook'
import { inventRegion, returnsOf, trulyInCare } from '../src/forecasting/fixtures.ts'
import { dayOf } from '../src/shared/days.ts'
import { type Table, count } from './samples.ts'

const origin = dayOf(2024, 3, 31)!
const ends = [
  ['2025-03-31', dayOf(2025, 3, 31)!],
  ['2026-03-31', dayOf(2026, 3, 31)!],
] as const
const regions = 64

type Region = { readonly growth: number; readonly residential: number }
type Off = { readonly inside: boolean; readonly deviations: number; readonly share: number }

/** Regions of 8 authorities and about 3,700 children. */
export function calibration(): Table {
  const rows = [
    { name: 'Steady', growth: 0, residential: 0 },
    { name: 'Growing by 5%, residential by 6% beside', growth: 0.05, residential: 0.06 },
  ].flatMap(({ name, ...region }) => {
    const offs = Array.from({ length: regions }, (_, at) => measured(region, 31 * (at + 1)))
    return ends.flatMap(([date], end) =>
      (['Total', 'Residential'] as const).map((group, which) => {
        const own = offs.map(off => off[end]![which]!)
        const mean = (of: (off: Off) => number) => own.reduce((sum, off) => sum + of(off), 0) / own.length
        return [
          name,
          date,
          group,
          `${count(100 * mean(({ inside }) => (inside ? 1 : 0)))}%`,
          Math.sqrt(mean(({ deviations }) => deviations ** 2)).toFixed(2),
          `${(100 * mean(({ share }) => share)).toFixed(1)}%`,
          `${(100 * mean(({ share }) => Math.abs(share))).toFixed(1)}%`,
        ]
      }),
    )
  })
  return {
    title: `${regions} regions of each sort, and what became of each`,
    says: 'Each fitted at 31 March 2024 and simulated 200 times, beside one true future.',
    columns: [
      'Region',
      'Day',
      'Group',
      'In the 95% interval',
      'Standard deviations off (1 is right)',
      'Off on average',
      'Off, either way',
    ],
    rows,
    notes: [],
  }
}

/** By day, and by total and residential. */
function measured({ growth, residential }: Region, seed: number): Off[][] {
  const asked = { authorities: 8, entries: 1500, growth, residential, seed, origin }
  const files = returnsOf(inventRegion({ ...asked, future: 0, until: dayOf(2024, 4, 2)! }), [2019, 2024])
  const sheets = Object.entries(files).map(([path, text]) => ({ path, text, authority: '', year: undefined }))
  const filed = fileSheets(sheets, 2024)
  const history = historyFrom(joinYears(filed), filed.alone, origin)
  const plan = planFor(origin, 24, seed)
  const counts = simulate(fit(history), startFrom(history), plan, { first: 0, paths: 200 })
  const series = seriesOf(counts, plan, 'stock', [])
  const future = inventRegion({ ...asked, future: 1, until: dayOf(2026, 4, 2)! })
  return ends.map(([date, day]) => {
    const { total, residential: homes } = trulyInCare(future, day)
    return [
      ['Total', total],
      ['Residential', homes],
    ].map(([group, truth]) => {
      const row = series.find(each => each.date === date && each.category === group && !each.age)!
      const off = row.mean - Number(truth)
      return {
        inside: row.p025 <= Number(truth) && Number(truth) <= row.p975,
        deviations: off / row.sd,
        share: off / Number(truth),
      }
    })
  })
}
