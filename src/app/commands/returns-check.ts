/** `returns check`: every rule asked of the files of a return, and what came of it as words, JSON, CSV or XLSX. */

import { type ReadFiles, type Remark, type Report, flaggedCsv, flaggedWorkbook, giveBackAll } from '#filing'
import { readOfstedLists, readReturnFiles, sheetsFrom } from '#filing'
import { type Atlas, type Authority, openAtlas, openDirectory } from '#reference'
import { type Providers, assembleReturn, checkReturn, providersFrom, rules } from '#rulebook'
import { Mistake, type Values, pathGiven } from '../command.ts'
import { progressLine } from '../progress-line.ts'
import {
  authorityOf,
  earlierReturns,
  fileAt,
  filesAt,
  inWords,
  mustHold,
  yearInWords,
  yearOf,
} from './returns-files.ts'
import { summaryOf } from './returns-summary.ts'
import { writeAll, writePieces } from '../writing.ts'

export async function check(values: Values, [folder, ...more]: readonly string[]): Promise<number> {
  if (folder === undefined || more.length > 0) throw new Mistake('Give one folder: that of the return')
  const [year, authority] = [yearOf(values.year), authorityOf(values.authority)]
  const clock = stopwatch()
  const brought = filesAt(folder)
  const read = readReturnFiles(brought)
  mustHold(read, folder)
  const last = values.last === undefined ? undefined : readReturnFiles(filesAt(String(values.last)))
  if (last) mustHold(last, String(values.last))
  const earlier = earlierReturns(values.earlier, year)
  const atlas = await atlasFor(values.postcodes)
  const lists = await listsFor(values.ofsted, atlas)
  clock.lap('reading')

  const given = assembleReturn({
    year,
    authority: authority.code,
    now: sheetsFrom(read),
    last: last && sheetsFrom(last),
    earlier: earlier.map(each => ({ year: each.year, sheets: sheetsFrom(each.read) })),
    postcodes: atlas,
    providers: lists.providers,
  })
  clock.lap('assembling')
  const checked = checkReturn(rules, given, () => performance.now())
  clock.lap('checking')

  const report: Report = { checked, given, files: read.files }
  write(values, report, () => giveBackAll(report, read.files, brought))
  clock.lap('writing')
  const refused = [
    ...read.refused,
    ...(last?.refused.map(ofYear('last year')) ?? []),
    ...earlier.flatMap(each => each.read.refused.map(ofYear(yearInWords(each.year)))),
    ...lists.refused,
  ]
  tellFiles(refused, [read, last])
  tell(values, report, { authority, seconds: clock.laps() })
  return refused.length > 0 || Object.keys(checked.failed).length > 0 ? 1 : 0
}

async function atlasFor(path: Values[string]): Promise<Atlas> {
  if (path === undefined) return openAtlas()
  const atlas = await openDirectory(pathGiven(String(path)))
  if ('problem' in atlas) throw new Mistake(`--postcodes: ${atlas.problem}`)
  return atlas
}

type Lists = { readonly providers: Providers | undefined; readonly refused: readonly Remark[] }

/** Without a list that could be read, the rules that need one are skipped, and say so. */
async function listsFor(paths: Values[string], atlas: Atlas): Promise<Lists> {
  if (paths === undefined) return { providers: undefined, refused: [] }
  const { providers, refused } = await readOfstedLists(
    [paths].flat().map(path => fileAt(String(path))),
    atlas,
  )
  return { providers: providers.length > 0 ? providersFrom(providers) : undefined, refused }
}

function write(values: Values, report: Report, back: () => ReturnType<typeof giveBackAll>): void {
  const { csv, xlsx, back: folder } = values
  if (typeof csv === 'string') writePieces(csv, flaggedCsv(report))
  if (typeof xlsx === 'string') writePieces(xlsx, [flaggedWorkbook(report)])
  if (typeof folder === 'string') writeAll(folder, back())
}

const ofYear =
  (year: string) =>
  ({ file, says }: Remark): Remark => ({ file: `${file} (${year})`, says })

/** To standard error, so that what a program reads is the answer alone. */
function tellFiles(refused: readonly Remark[], read: readonly (ReadFiles | undefined)[]): void {
  for (const each of refused) console.error(inWords(each))
  const said = new Set(read.flatMap(each => each?.passedOver.map(inWords) ?? []))
  for (const each of said) console.error(`Left out. ${each}`)
}

type About = { readonly authority: Authority; readonly seconds: Readonly<Record<string, number>> }

function tell({ json }: Values, report: Report, { authority, seconds }: About): void {
  const { checked, given, files } = report
  if (!json) return console.log(summaryOf(report, authority.name))
  const { flagged, skipped, partly, failed } = checked
  console.log(
    JSON.stringify({
      year: `${given.year - 1}-${String(given.year).slice(2)}`,
      authority: authority.code,
      rows: Object.fromEntries(files.map(({ kind, lines }) => [kind, lines.length])),
      flagged,
      skipped,
      partly,
      failed,
      seconds,
    }),
  )
}

/** Each part of the work as it ends, told where somebody watches; `total` is since the program began. */
function stopwatch() {
  const laps: Record<string, number> = {}
  const progress = process.stderr.isTTY ? progressLine() : undefined
  let before = performance.now()
  const inSeconds = (milliseconds: number) => Math.round(milliseconds) / 1000
  laps.starting = inSeconds(before)
  return {
    lap(name: string) {
      laps[name] = inSeconds(performance.now() - before)
      progress?.at(name)
      before = performance.now()
    },
    laps: () => {
      progress?.at('')
      return { ...laps, total: inSeconds(performance.now()) }
    },
  }
}
