/** Times as they were measured, and how they are told: percentiles, ratios, growth, tables in Markdown. */

/** In milliseconds. */
export type Samples = readonly number[]

/** The smallest sample that so great a share of the samples does not exceed. */
export function percentile(share: number, samples: Samples): number {
  const sorted = Float64Array.from(samples).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export async function timed<Result>(work: () => Promise<Result> | Result): Promise<[number, Result]> {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

export type Measured = { readonly samples: Samples; readonly cpu: number }

/** Each once, one after another; `cpu` is what this process itself worked for each, which noise moves less. */
export async function each<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<Measured> {
  const samples: number[] = []
  const before = process.cpuUsage()
  for (const item of items) samples.push((await timed(() => work(item)))[0])
  const { user, system } = process.cpuUsage(before)
  return { samples, cpu: (user + system) / 1000 / items.length }
}

/** What a doubling of the work does to the time, from the smallest to the largest measured: 2 is in step with it. */
export function growth(points: readonly { readonly work: number; readonly time: number }[]): string {
  const [first, last] = [points[0]!, points[points.length - 1]!]
  if (points.length < 2) return 'one size only'
  const doublings = Math.log2(last.work / first.work)
  return `× ${((last.time / first.time) ** (1 / doublings)).toFixed(2)} for each doubling`
}

export const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
export const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`
export const count = (number: number): string => Math.round(number).toLocaleString('en-GB')
export const ratio = (time: number, base: number): string => `× ${(time / base).toFixed(1)}`
export const against = (value: number, most: number): string => (value < most ? 'met' : 'missed')

/** Said as it goes, so that a run cut short has not been for nothing. */
export function tell<Row extends { readonly cells: readonly string[] }>(row: Row): Row {
  console.error(row.cells.join(' | '))
  return row
}

export type Table = {
  readonly title: string
  /** What was done, and what it is compared with. */
  readonly says: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What follows from it: growth, and whether targets are met. */
  readonly notes: readonly string[]
}

export function markdown({ title, says, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = columns.map((_, i) => (i === 0 ? '---' : '---:'))
  const table = [line(columns), line(rule), ...rows.map(line)].join('\n')
  return [`### ${title}`, says, table, notes.map(note => `- ${note}`).join('\n')].join('\n\n')
}
