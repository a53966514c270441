/** `nearhome forecast`: children in care to come, and placements to be made, from a directory of returns. */

import papa from 'papaparse'
import { type Command, Mistake } from '../command.ts'
import {
  Stopped,
  countOption,
  dayOption,
  directoryGiven,
  interruption,
  jsonOption,
  scenarioOption,
} from '../forecasting/asking.ts'
import { forecast } from '../forecasting/forecasting.ts'
import { progressLine } from '../progress-line.ts'
import { placeToWrite, writePieces } from '../writing.ts'

export const layout = `DIR holds returns in DfE's layout as YEAR/*.csv or AUTHORITY/YEAR/*.csv (2023-24 is 2024), or one
merged set: header.csv, episodes.csv and uasc.csv with LA and YEAR columns. Dates may be dd/mm/yyyy or YYYY-MM-DD.
Rows that cannot be are left out or repaired, and each is listed under "problems". Nothing is sent anywhere.`

const more = `${layout}

A scenario is a JSON file. Each lever has a start (from), months over which it comes in, and a change or a share:
  {"name":"Fewer entries, more foster homes","levers":[
    {"lever":"entries","change":-0.1,"from":"2024-07-01","months":6},
    {"lever":"reunification","change":0.2}, {"lever":"foster homes","change":0.1},
    {"lever":"step-down","share":0.2,"from":"2024-07-01","months":12},
    {"lever":"rate","per10000":51,"population":141481}]}

Hubs are those of the South East of which DIR holds every authority; others are told by a JSON file (--hubs):
  {"East":["Authority 01","Authority 02"],"West":["Authority 03"]}

JSON holds "start", "problems", "series" (children) and "starts" (placements begun) by month, category, age and
authority, "hubs" (both, by hub), "distances" (placements begun by miles from home), "kinds", "decomposition"
(why the numbers change), "scenario" and "seconds". A row without age and authority is the whole of DIR.

Example: bin/nearhome forecast returns --from 2024-03-31 --months 24 --paths 1000 --seed 1 --json
How it works, and what it cannot know: docs/forecast-method.md`

export const forecastCommand: Command = {
  name: 'forecast',
  takes: 'DIR',
  says: 'Forecasts children in care and the placements to be made, with intervals, from yearly returns.',
  more,
  options: {
    from: { type: 'string', says: 'The last day that is known, as YYYY-MM-DD; later returns are not read' },
    months: { type: 'string', says: 'How many months ahead', default: '24' },
    paths: { type: 'string', says: 'How many futures to simulate', default: '1000' },
    seed: { type: 'string', says: 'The same seed and returns give the same figures', default: '1' },
    authority: { type: 'string', says: 'Only this authority, as the returns name it' },
    scenario: { type: 'string', says: 'A file of levers to compare with no change of policy' },
    hubs: { type: 'string', says: 'A file of hubs, to add up authorities by' },
    json: { type: 'boolean', says: 'Answer with JSON' },
    csv: { type: 'string', says: 'Write the series to this CSV file' },
  },
  async run(given, rest) {
    const values = { months: '24', paths: '1000', seed: '1', ...given }
    const scenario = scenarioOption(values)
    const hubs = jsonOption(values, 'hubs')
    if (hubs && given.authority)
      throw new Mistake('--hubs adds up authorities and --authority asks for one: leave one of the two out')
    const asked = {
      directory: directoryGiven(rest, 'forecast'),
      from: dayOption(values, 'from'),
      months: countOption(values, 'months', [1, 120]),
      paths: countOption(values, 'paths', [1, 20_000]),
      seed: countOption(values, 'seed', [0, 2 ** 31 - 1]),
      ...(typeof given.authority === 'string' ? { authority: given.authority } : {}),
      ...(scenario ? { scenario } : {}),
      ...(hubs ? { hubs } : {}),
    }
    const csv = typeof given.csv === 'string' ? placeToWrite(given.csv) : null
    const progress = progressLine()
    try {
      const answer = await forecast(asked, progress.at, interruption())
      progress.done(`simulated ${asked.paths} paths`)
      if (csv) writePieces(csv, [csvOf(answer)])
      if (given.json) console.log(JSON.stringify(answer))
      else console.log(tableOf(answer))
      return 0
    } catch (fault) {
      if (!(fault instanceof Stopped)) throw fault
      console.error('Stopped. Nothing was written.')
      return 130
    }
  },
}

type Answer = Awaited<ReturnType<typeof forecast>>

const csvOf = ({ series, starts, hubs, distances, kinds }: Answer): string =>
  papa.unparse(
    [
      ...series.map(row => ({ measure: 'children', ...row })),
      ...starts.map(row => ({ measure: 'placements begun', ...row })),
      ...hubs.series.map(row => ({ measure: 'children by hub', ...row })),
      ...hubs.starts.map(row => ({ measure: 'placements begun by hub', ...row })),
      ...distances.map(row => ({ measure: 'placements begun by distance', ...row })),
      ...kinds.series.map(row => ({ measure: 'children by kind', ...row })),
      ...kinds.starts.map(row => ({ measure: 'placements begun by kind', ...row })),
    ].map(({ age = '', distance = '', authority = '', hub = '', measure, date, category, ...spread }) => {
      return { measure, date, category, age, distance, authority, hub, ...spread }
    }),
  ) + '\n'

function tableOf({ start, series, hubs, problems, decomposition, scenario }: Answer): string {
  const last = series.at(-1)!.date
  const rows = series.filter(row => row.date === last && row.age === undefined && row.authority === undefined)
  const lines = rows.map(
    ({ category, mean, p10, p90, p025, p975 }) =>
      `${category.padEnd(12)} ${number(start[category] ?? 0)} ${number(mean)}   ` +
      `${number(p10)} to ${number(p90)}   ${number(p025)} to ${number(p975)}`,
  )
  const changes = decomposition.map(
    ({ category, entries, leaving, ageing, moves }) =>
      `${category.padEnd(12)} ${[entries, leaving, ageing, moves].map(number).join(' ')}`,
  )
  const compared = scenario ? ['', ...scenarioLines(scenario, last)] : []
  return [
    `Children in care now, and expected on ${last} with its intervals:`,
    `${''.padEnd(12)}    now expected     80%             95%`,
    ...lines,
    '',
    'What makes the change: entries, leaving, coming of age, moves between groups',
    ...changes,
    ...hubLines(hubs.series, last),
    ...compared,
    '',
    `${problems.length} problems in the returns${problems.length > 0 ? ' (--json lists them)' : ''}.`,
  ].join('\n')
}

function hubLines(rows: Answer['hubs']['series'], last: string): string[] {
  const totals = rows.filter(({ date, category }) => date === last && category === 'Total')
  if (totals.length === 0) return []
  return [
    '',
    `Children in care expected on ${last} by hub, with its 95%:`,
    ...totals.map(({ hub, mean, p025, p975 }) => {
      return `${hub!.padEnd(12)} ${number(mean)}   ${number(p025)} to ${number(p975)}`
    }),
  ]
}

function scenarioLines(
  { name, aim, series, difference }: Answer['scenario'] & object,
  last: string,
): string[] {
  const isWhole = (row: (typeof series)[number]) => row.date === last && !row.age && !row.authority
  const lines = series.filter(isWhole).map(({ category, mean }) => {
    const { mean: by, p025, p975 } = difference.series.find(row => isWhole(row) && row.category === category)!
    return `${category.padEnd(12)} ${number(mean)} ${number(by)}   ${number(p025)} to ${number(p975)}`
  })
  const missed = aim && Math.abs(aim.expected - aim.children) > Math.max(1, aim.children / 200)
  return [
    `${name}: expected on ${last}, and the difference from no change of policy with its 95%:`,
    ...lines,
    ...(aim ? [`Entries are multiplied by ${aim.entries} to come to ${number(aim.children).trim()}.`] : []),
    ...(missed ? ['Entries alone do not reach it in this time.'] : []),
  ]
}

const number = (value: number): string => Math.round(value).toLocaleString('en-GB').padStart(7)
