/** How long a return takes to check, as whole processes, beside reading the same files and nothing else. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readReturnFiles, sheetsFrom } from '#filing'
import { openAtlas } from '#reference'
import { assembleReturn, checkReturn, rules } from '#rulebook'
import { sourceReturn, writeCopies } from './copies.ts'
import { loadNow, machine } from './machine.ts'
import { type Table, against, count, growth, markdown, percentile, ratio, seconds, tell } from './samples.ts'

/** Measured elsewhere on 2 cores and 24 GB, with both years loaded: rules, report and workbook together. */
const peer = { copies: 5, seconds: 139, gigabytes: 6.8 }

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const folder = mkdtempSync(join(tmpdir(), 'nearhome-bench-returns-'))
const source = sourceReturn()

type Outcome = { readonly time: number; readonly memory: number }
type Row = Outcome & { readonly copies: number; readonly rows: number; readonly answer: string }

/** What the process itself says of its memory when it ends. */
const watching = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    process.getBuiltinModule('node:fs').writeSync(2, '\\npeak ' + process.resourceUsage().maxRSS + '\\n')
  })`)}`

function once(program: string, args: readonly string[]): Outcome {
  const env = { ...process.env, NODE_OPTIONS: `--import=${watching}` }
  const began = performance.now()
  const { stderr, status } = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 30 })
  const time = performance.now() - began
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { time, memory: Number(/peak (\d+)/.exec(stderr)?.[1]) / 2 ** 20 }
}

function median(program: string, args: readonly string[]): Outcome {
  const runs = Array.from({ length: values.quick ? 1 : 5 }, () => once(program, args))
  return {
    time: percentile(
      0.5,
      runs.map(({ time }) => time),
    ),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  }
}

function measure(copies: number): Row[] {
  const path = join(folder, String(copies))
  const rows = writeCopies(source.files, copies, path) * 2
  const check = ['returns', 'check', path, '--last', path, '--year', '2025-26', '--authority', 'E10000011']
  const asked: readonly (readonly [string, string, readonly string[]])[] = [
    ['the files read, no more', process.execPath, ['bench/read-alone.ts', path, path]],
    ['JSON', 'bin/nearhome', [...check, '--json']],
    ['CSV', 'bin/nearhome', [...check, '--csv', join(folder, 'flagged.csv')]],
    ['XLSX', 'bin/nearhome', [...check, '--xlsx', join(folder, 'flagged.xlsx')]],
  ]
  return asked.map(([answer, program, args]) => {
    const row = { copies, rows, answer, ...median(program, args) }
    tell({ cells: [`${copies} copies`, answer, seconds(row.time)] })
    return row
  })
}

function tableOf(all: readonly Row[]): Table {
  const find = (copies: number, answer: string) =>
    all.find(each => each.copies === copies && each.answer === answer)!
  const largest = find(peer.copies, 'XLSX')
  const grows = (answer: string) =>
    growth(all.filter(each => each.answer === answer).map(({ rows, time }) => ({ work: rows, time })))
  return {
    title: 'Checking a return',
    says:
      `${source.name[0]!.toUpperCase()}${source.name.slice(1)}, as this year's and last year's, for 2025-26: whole ` +
      `processes, the median of ${values.quick ? 1 : 5}. Five copies have 13,375 children where it is the dirty one.`,
    columns: ['copies', 'answer', 'rows read', 'time', 'beside reading alone', 'peak memory'],
    rows: all.map(({ copies, answer, rows, time, memory }) => [
      String(copies),
      answer,
      count(rows),
      seconds(time),
      ratio(time, find(copies, 'the files read, no more').time),
      `${memory.toFixed(2)} GB`,
    ]),
    notes: [
      `Growth with rows: JSON ${grows('JSON')}, CSV ${grows('CSV')}, XLSX ${grows('XLSX')} (2 is in step).`,
      `One copy, JSON, under 1 s: ${against(find(1, 'JSON').time, 1000)}.`,
      `Five copies, CSV, under 5 s: ${against(find(5, 'CSV').time, 5000)}; under 1 GB: ${against(find(5, 'CSV').memory, 1)}.`,
      `Five copies, XLSX, under 10 s: ${against(largest.time, 10_000)}.`,
      `The peer took ${peer.seconds} s and ${peer.gigabytes} GB for the last (quoted, measured elsewhere on 2 cores): ` +
        `${(peer.seconds / (largest.time / 1000)).toFixed(0)} times this, and ${(peer.gigabytes / largest.memory).toFixed(0)} times the memory.`,
      `The slowest rules at five copies: ${slowest(join(folder, String(peer.copies)))}.`,
    ],
  }
}

/** In this process, the second time round. */
function slowest(path: string): string {
  const files = readdirSync(path).map(name => ({ name, bytes: readFileSync(join(path, name)) }))
  const sheets = sheetsFrom(readReturnFiles(files))
  const parts = { year: 2026, authority: 'E10000011', now: sheets, last: sheets, postcodes: openAtlas() }
  const given = assembleReturn(parts)
  checkReturn(rules, given)
  const { took } = checkReturn(rules, given, () => performance.now())
  const three = Object.entries(took)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
  return three.map(([code, time]) => `${code} (${time.toFixed(0)} ms)`).join(', ')
}

try {
  const began = loadNow()
  const rows = (values.quick ? [1, 5] : [1, 2, 5]).flatMap(measure)
  console.log([machine(), markdown(tableOf(rows))].join('\n\n'))
  console.log(`\nLoad average before: ${began}, after: ${loadNow()}.`)
} finally {
  rmSync(folder, { recursive: true })
}
