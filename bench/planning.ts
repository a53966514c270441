/** Forecasts measured on an invented region of nineteen authorities: `npm run bench:planning`. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backtest } from '../src/app/forecasting/backtesting.ts'
import { forecast } from '../src/app/forecasting/forecasting.ts'
import { verdictOn } from '../src/forecasting/backtest.ts'
import { inventRegion, returnsOf, trulyInCare } from '../src/forecasting/fixtures.ts'
import { dayOf } from '../src/shared/days.ts'

const origin = dayOf(2024, 3, 31)!
const end = dayOf(2026, 3, 31)!
const silent = () => {}

for (const [name, growth, residential] of [
  ['steady', 0, 0],
  ['growing', 0.05, 0.06],
] as const) {
  const asked = { authorities: 19, entries: 4600, growth, residential, seed: 5, future: 0, origin }
  const children = inventRegion({ ...asked, until: dayOf(2026, 4, 2)! })
  const directory = mkdtempSync(join(tmpdir(), 'forecast-'))
  try {
    mkdirSync(directory, { recursive: true })
    const files = returnsOf(children, [2019, 2024])
    for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text)
    for (const [months, paths] of [
      [24, 100],
      [12, 1000],
      [24, 1000],
    ] as const) {
      const { seconds, start, series } = await forecast(
        { directory, from: origin, months, paths, seed: 1 },
        silent,
      )
      const total = series.findLast(row => row.category === 'Total' && !row.age && !row.authority)!
      const { read, fit, simulate } = seconds
      console.log(
        `${name}, ${start.Total} children, ${months} months, ${paths} paths: read ${read} s, fit ${fit} s, simulate ${simulate} s;` +
          ` expected ${Math.round(total.mean)}${months === 24 ? `, truly ${trulyInCare(children, end).total}` : ''}`,
      )
    }
    const tried = { directory, origin: dayOf(2022, 3, 31)!, months: 24, paths: 100 }
    const { summary } = await backtest(tried, silent)
    for (const errors of summary.authoritiesAtEnd) console.log(`  ${verdictOn(errors)}`)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
console.log(`Most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
