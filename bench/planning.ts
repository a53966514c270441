/** Forecasts measured on invented regions, as the command makes them: `npm run bench:planning`, `--quick` for a rough look. */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { markovForecast, planFor } from '#forecasting'
import { backtest } from '../src/app/forecasting/backtesting.ts'
import { readHistory } from '../src/app/forecasting/reading.ts'
import { verdictOn } from '../src/forecasting/backtest.ts'
import { inventRegion, returnsOf, trulyInCare } from '../src/forecasting/fixtures.ts'
import { dayOf } from '../src/shared/days.ts'
import { calibration } from './calibration.ts'
import { knownFutures } from './known-futures.ts'
import { loadNow, machine } from './machine.ts'
import { type Table, count, growth, markdown, ratio, seconds, tell, timed } from './samples.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const origin = dayOf(2024, 3, 31)!
const end = dayOf(2026, 3, 31)!

/** In a folder of their own: returns of 2019 to 2024, and the children they are of. */
function inventReturns(entries: number, grows: boolean) {
  const asked = { authorities: 19, entries, growth: grows ? 0.05 : 0, residential: grows ? 0.06 : 0 }
  const children = inventRegion({ ...asked, seed: 5, future: 0, origin, until: dayOf(2026, 4, 2)! })
  const folder = mkdtempSync(join(tmpdir(), 'forecast-'))
  for (const [file, text] of Object.entries(returnsOf(children, [2019, 2024])))
    writeFileSync(join(folder, file), text)
  return { folder, children, remove: () => rmSync(folder, { recursive: true }) }
}

type Run = {
  readonly wall: number
  readonly memory: number
  readonly answer: {
    readonly start: { readonly Total: number }
    readonly seconds: { readonly read: number; readonly fit: number; readonly simulate: number }
    readonly series: readonly { category: string; mean: number; age?: string; authority?: string }[]
  }
}

/** The command itself, in a process of its own, with the most memory it ever held in MB (where the system tells). */
async function run(folder: string, months: number, paths: number, ...more: string[]): Promise<Run> {
  const words = ['--from', '2024-03-31', '--months', `${months}`, '--paths', `${paths}`, '--json', ...more]
  const child = spawn('bin/nearhome', ['forecast', folder, ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
  let [said, memory] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  const watch = setInterval(() => {
    try {
      const told = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      memory = Math.max(memory, Number(told?.[1] ?? 0) / 1000)
    } catch {
      memory = Math.max(memory, 0)
    }
  }, 50)
  const [wall] = await timed(() => new Promise(resolve => child.once('close', resolve)))
  clearInterval(watch)
  return { wall, memory, answer: JSON.parse(said) as Run['answer'] }
}

const lastTotal = ({ answer }: Run) =>
  answer.series.findLast(row => row.category === 'Total' && !row.age && !row.authority)!.mean

async function speed(): Promise<Table[]> {
  const points: { work: number; time: number }[] = []
  const rows: (readonly string[])[] = []
  const sizes = values.quick ? [4600] : [1150, 4600, 33_600]
  for (const entries of sizes) {
    const { folder, children, remove } = inventReturns(entries, false)
    const { history } = readHistory(folder, origin)
    const plan = planFor(origin, 24, 1)
    const [plain] = await timed(() =>
      history.authorities.map((_, at) => markovForecast(history, at, plan.ends)),
    )
    for (const [months, paths] of entries === 4600
      ? [[24, 100], [12, 1000], [24, 1000]] as const // prettier-ignore
      : ([[24, 1000]] as const)) {
      const made = await run(folder, months, paths)
      const { read, fit, simulate } = made.answer.seconds
      const children_ = made.answer.start.Total
      if (months === 24 && paths === 1000) points.push({ work: children_, time: 1000 * simulate })
      rows.push(
        tell({
          cells: [
            count(children_),
            count(months),
            count(paths),
            seconds(1000 * read),
            seconds(1000 * fit),
            seconds(1000 * simulate),
            seconds(made.wall),
            `${count(made.memory)} MB`,
            ratio(plain, (1000 * simulate) / paths),
            months === 24 ? `${count(lastTotal(made))} (${count(trulyInCare(children, end).total)})` : '',
          ],
        }).cells,
      )
    }
    remove()
  }
  return [
    {
      title: 'A forecast of nineteen authorities',
      says: 'From files to figures, two workers. A path is every child followed by chance; beside it one path of a plain model.',
      columns: [
        'Children',
        'Months',
        'Paths',
        'Read',
        'Fit',
        'Simulate',
        'All, as a command',
        'Most memory',
        'The Markov model, one path / a path of ours',
        'Expected (truly)',
      ],
      rows,
      notes: [
        `With the children: ${growth(points)}.`,
        'The peer needs 4.3 s for one deterministic path of this size, by its own measurement on another machine.',
      ],
    },
  ]
}

async function scenario(): Promise<string> {
  const { folder, remove } = inventReturns(4600, false)
  const file = join(folder, 'fewer.json')
  writeFileSync(file, JSON.stringify({ name: 'Fewer', levers: [{ lever: 'reunification', change: 0.2 }] }))
  const alone = await run(folder, 24, 100)
  const both = await run(folder, 24, 100, '--scenario', file)
  remove()
  const more = both.answer.seconds.simulate - alone.answer.seconds.simulate
  return `- A changed scenario, 100 paths more beside the baseline: ${seconds(1000 * more)}.`
}

async function backtests(): Promise<string> {
  const said: string[] = []
  for (const grows of [false, true]) {
    const { folder, remove } = inventReturns(4600, grows)
    const tried = { directory: folder, origin: dayOf(2022, 3, 31)!, months: 24, paths: 100 }
    const { summary } = await backtest(tried, () => {})
    said.push(`${grows ? 'Growing' : 'Steady'}, fitted at 31 March 2022, each authority after 24 months:`)
    said.push(...summary.authoritiesAtEnd.map(errors => `- ${verdictOn(errors)}`))
    remove()
  }
  return said.join('\n')
}

const known = await knownFutures()
const tables = [...(await speed()), ...(known ? [known] : [])]
console.log(machine(''))
for (const table of tables) console.log(`\n${markdown(table)}`)
console.log(await scenario())
if (!values.quick) console.log(`\n${await backtests()}\n\n${markdown(calibration())}`)
console.log(`\nLoad average: ${loadNow()}.`)
