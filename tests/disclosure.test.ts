/** A thousand invented publications: nothing that is held back can be worked out, and holding back only the small would fail. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Publication, attack, readPublication } from '#statistics'
import { disclose } from '../src/app/disclosure/disclosing.ts'
import {
  type Size,
  type TablesFile,
  chance,
  inventAgain,
  inventLinked,
  inventTables,
} from '../src/statistics/fixtures.ts'

const sets = 1000

type Tally = Record<
  | 'published'
  | 'refused'
  | 'again'
  | 'cells'
  | 'held'
  | 'primary'
  | 'rows'
  | 'recovered'
  | 'rowsTried'
  | 'rowsRecovered',
  number
>

test(`${sets} sets of linked, hierarchical and repeated tables: no cell is recovered`, async t => {
  const tally = {
    published: 0,
    refused: 0,
    again: 0,
    cells: 0,
    held: 0,
    primary: 0,
    rows: 0,
    recovered: 0,
    rowsTried: 0,
    rowsRecovered: 0,
  }
  for (let seed = 1; tally.published + tally.refused < sets; seed++) {
    const size = sizeFor(seed)
    const march = seed % 3 === 0 ? inventTables(seed, size) : inventLinked(seed, size)
    const published = await judge(march, tally)
    if (!published) assert.fail(`set ${seed} could not be published`)
    // What March told of them may leave no way to hold back what June divides further: then nothing is published.
    else if (seed % 10 === 1 && !(await judge(inventAgain(seed, size, published), tally))) tally.refused++
  }
  const share = (part: number) => `${((100 * part) / tally.cells).toFixed(1)}%`
  t.diagnostic(
    `published ${tally.published}, of them after more than one round ${tally.again}; refused ${tally.refused}`,
  )
  t.diagnostic(`held back ${share(tally.held)} of cells, ${share(tally.primary)} for their own sake`)
  t.diagnostic(
    `whole rows instead ${share(tally.rows)}: recovered in ${tally.rowsRecovered} of ${tally.rowsTried} sets`,
  )
  t.diagnostic(`held back for their own sake alone: recovered in ${tally.recovered} sets`)
  assert.ok(tally.recovered > sets / 2, 'the small cells alone should not have been enough')
  assert.ok(tally.refused < sets / 20)
  assert.ok(tally.rowsRecovered > 0, 'whole rows alone should not have been enough')
})

function sizeFor(seed: number): Size {
  const draw = chance(seed)
  const between = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1))
  const profiles = ['public', 'public', 'partner', 'partner', 'public-rounded', 'regional']
  return {
    authorities: between(3, 5),
    hubs: 2,
    kinds: between(2, 3),
    ages: 2,
    mean: between(4, 30),
    profile: profiles[between(0, 5)]!,
    footprint: draw() < 0.5,
  }
}

/** The published form, when the attack cannot undo it. */
async function judge(file: TablesFile, tally: Tally): Promise<TablesFile | undefined> {
  const publication = readPublication(file)
  const { published, kept, verdict, rounds } = await disclose(file, publication)
  if (!('cells' in verdict) || !verdict.safe) return undefined
  tally.published++
  tally.again += rounds > 1 ? 1 : 0
  tally.cells += kept.values.size
  tally.held += kept.primary.length + kept.secondary.length
  tally.primary += kept.primary.length
  const rows = inWholeRows(publication, new Set(kept.primary))
  tally.rows += rows.size
  const cells = publication.release.tables.flatMap(table => table.cells)
  const secondary = new Set(kept.secondary)
  const shown = cells.map(
    ({ path, value }) => [path, secondary.has(path) ? value : kept.values.get(path)!] as const,
  )
  tally.recovered += (await isRecovered(file, new Map(shown))) ? 1 : 0
  if (tally.published % 4 === 0) {
    const inRows = cells.map(({ path, value }) => [path, rows.has(path) ? 'c' : value] as const)
    tally.rowsTried += 1
    tally.rowsRecovered += (await isRecovered(file, new Map(inRows))) ? 1 : 0
  }
  return published as TablesFile
}

const withValues = (file: TablesFile, values: ReadonlyMap<string, number | string>) => ({
  ...file,
  tables: file.tables.map((table, i) => ({
    ...table,
    cells: table.cells.map((cell, j) => ({ ...cell, value: values.get(`tables[${i}].cells[${j}]`)! })),
  })),
})

async function isRecovered(file: TablesFile, values: ReadonlyMap<string, number | string>): Promise<boolean> {
  const verdict = await attack(readPublication(withValues(file, values)), () => true)
  return 'cells' in verdict && !verdict.safe
}

/** The cells that go where each row with a small cell goes whole: true zeros stay. */
const inWholeRows = ({ release }: Publication, primary: ReadonlySet<string>): Set<string> =>
  new Set(
    release.tables.flatMap(({ cells }) => {
      const bad = new Set(cells.filter(({ path }) => primary.has(path)).map(({ at }) => at.area))
      return cells.filter(({ at, value }) => bad.has(at.area) && value !== 0).map(({ path }) => path)
    }),
  )
