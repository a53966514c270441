/** Asking again only what a change may have changed, in the same transaction: the page shows it at once. */

import { type AuthorityId, type Tx } from '#access'
import { supplyFor } from '#provision'
import { returnFiles } from '#reference'
import {
  type Checked,
  type EarlierSheets,
  type Kind,
  type Rule,
  assembleReturn,
  checkReturn,
  rules,
  sourcesOf,
} from '#rulebook'
import type { LoadId } from '#returns'
import { placed, rulesReading } from '../assembling.ts'
import type { CheckedReturn } from '../checking.ts'
import { type Files, applyCorrections } from '../correction.ts'
import { flagsOf } from '../readiness.ts'
import { providersOn } from '../register.ts'
import type { RowKey } from '../row-key.ts'
import { loadsBefore, setReadiness } from '../store/checkings.ts'
import { correctionsOf } from '../store/corrections.ts'
import { type KeyedFlag, dropFlags, saveFlags } from '../store/flags.ts'
import { type ChildId, type StoredRow, hasRows, kindsIn, rowsOf } from '../store/rows.ts'
import { codeOfAuthority } from '../store/register.ts'
import { asFiles, asLast, atlas } from './reading.ts'
import { readinessNow } from './checking-return.ts'

type Changed = { readonly authority: AuthorityId; readonly child: ChildId; readonly kind: Kind }

/** A child's rows decide most rules; the few that look at the whole return are asked of the files they read. */
export async function recheck(tx: Tx, checking: CheckedReturn, changed: Changed): Promise<void> {
  const reading = rulesReading(rules, checking.year, changed.kind)
  const there = await kindsThere(tx, checking)
  const { load, lastLoad } = checking
  await askAgain(tx, checking, {
    ...changed,
    rules: reading.filter(each => each.scope === 'child'),
    rows: await rowsOf(tx, load, { child: changed.child }),
    last: lastLoad && (await rowsOf(tx, lastLoad, { child: changed.child })),
    earlier: await childEarlier(tx, checking.year, changed.child),
    there,
    narrow: changed.child,
  })

  const whole = reading.filter(each => each.scope === 'return')
  if (whole.length > 0) {
    await askAgain(tx, checking, {
      ...changed,
      rules: whole,
      rows: await rowsRead(tx, load, whole, ''),
      last: lastLoad && (await rowsRead(tx, lastLoad, whole, '_last')),
      earlier: [],
      there,
      narrow: null,
    })
  }
  await setReadiness(tx, checking.id, await readinessNow(tx, checking, checking.readiness))
}

async function rowsRead(tx: Tx, load: LoadId, asked: readonly Rule[], suffix: string): Promise<StoredRow[]> {
  const sources = new Set<string>(asked.flatMap(sourcesOf))
  const rows: StoredRow[] = []
  for (const { name } of returnFiles) {
    if (sources.has(`${name}${suffix}`)) rows.push(...(await rowsOf(tx, load, { file: name })))
  }
  return rows
}

/** One child's rows of the returns before last year's; one that was never taken in is not at hand. */
async function childEarlier(tx: Tx, year: number, child: ChildId): Promise<EarlierSheets[]> {
  const returns: EarlierSheets[] = []
  for (const each of await loadsBefore(tx, year)) {
    if (!(await hasRows(tx, each.load))) continue
    const { files } = asFiles(await rowsOf(tx, each.load, { child }), await kindsIn(tx, each.load))
    returns.push({ year: each.year, sheets: files })
  }
  return returns
}

type There = { readonly now: readonly Kind[]; readonly last: readonly Kind[] }

/** Files that the return has, as the checking found, and those that last year's has. */
async function kindsThere(tx: Tx, { readiness, load, lastLoad }: CheckedReturn): Promise<There> {
  const missing = new Set<Kind>(readiness.filesMissing)
  const now = (await kindsIn(tx, load)).filter(kind => !missing.has(kind))
  return { now, last: lastLoad ? await kindsIn(tx, lastLoad) : [] }
}

type Asked = Changed & {
  readonly rules: readonly Rule[]
  readonly rows: readonly StoredRow[]
  readonly last: readonly StoredRow[] | null
  readonly earlier: readonly EarlierSheets[]
  readonly there: There
  readonly narrow: ChildId | null
}

async function askAgain(tx: Tx, checking: CheckedReturn, asked: Asked): Promise<void> {
  const now = asFiles(asked.rows, asked.there.now)
  const then = asked.last && asFiles(asked.last, asked.there.last)
  const corrections = await correctionsOf(tx, checking.year, asked.narrow)
  const files: Files = applyCorrections(now.files, corrections).files
  const given = assembleReturn({
    year: checking.year,
    authority: await codeOfAuthority(tx),
    now: files,
    last: then?.files,
    earlier: asked.earlier,
    postcodes: atlas(),
    providers: providersOn((await supplyFor(tx)).map(({ home }) => home)),
  })
  const checked = checkReturn(asked.rules, given)
  const whole: Checked = {
    ...checked,
    flagged: placed(checked, { ...now.places, ...(then && asLast(then.places)) }),
  }
  const keys = new Map<string, { key: RowKey; child: string }>(
    asked.rows.map(({ file, at, key, cells }) => [`${file} ${at}`, { key, child: cells.CHILD ?? '' }]),
  )
  const flags: KeyedFlag[] = flagsOf(whole, { ...given, tables: {} }).flatMap(flag => {
    const row = keys.get(`${flag.file} ${flag.at}`)
    return row ? [{ ...flag, ...row }] : []
  })
  const codes = asked.rules.map(({ code }) => code)
  await dropFlags(tx, checking.id, codes, asked.narrow)
  await saveFlags(tx, { authority: asked.authority, checking: checking.id, year: checking.year }, flags)
}
