/** What loading Ofsted's list would change on the register: what is new, what changed, and what is gone. */

import { areaNamed } from './area.ts'
import { type Columns, type Listed, type RowProblem, isProblem, readRow } from './ofsted.ts'

export type Change = { readonly field: keyof Listed; readonly before: string; readonly after: string }
export type Changed = { readonly urn: string; readonly listed: Listed; readonly changes: readonly Change[] }
export type Plan = {
  readonly added: readonly Listed[]
  readonly changed: readonly Changed[]
  /** On our register with a URN, and no longer on the list: to be looked at, never deleted. */
  readonly gone: readonly string[]
  readonly unchanged: number
  /** Offices of agencies and the like, where no child lives. */
  readonly leftOut: number
  readonly problems: readonly RowProblem[]
}

/** What we hold of a home that the list may change; only these are compared. */
export type Held = Partial<Listed> & { readonly urn: string }

/** Null for a row about somewhere that nobody here stands for. */
type Rows = readonly (Readonly<Record<string, string>> | null)[]

/** Loading the same list twice changes nothing the second time. Row 1 is the heading, as a spreadsheet counts. */
export function planLoad(held: readonly Held[], rows: Rows, columns: Columns): Plan {
  const listed = new Map<string, Listed>()
  const problems: RowProblem[] = []
  let leftOut = 0
  for (const [index, row] of rows.entries()) {
    if (row === null) continue
    const read = readRow(row, columns, index + 2)
    if (read === null) leftOut += 1
    else if (isProblem(read)) problems.push(read)
    else if (areaNamed(read.localAuthority) === undefined) {
      problems.push({ row: index + 2, message: `“${read.localAuthority}” is not an authority in England` })
    } else if (listed.has(read.urn)) {
      problems.push({ row: index + 2, message: `URN ${read.urn} is on the list twice; the first is used` })
    } else listed.set(read.urn, read)
  }
  return { ...compare(held, listed), leftOut, problems }
}

function compare(held: readonly Held[], listed: ReadonlyMap<string, Listed>) {
  const known = new Set(held.map(({ urn }) => urn))
  const changed: Changed[] = []
  const gone: string[] = []
  let unchanged = 0
  for (const home of held) {
    const now = listed.get(home.urn)
    if (now === undefined) gone.push(home.urn)
    else {
      const changes = changesTo(home, now)
      if (changes.length === 0) unchanged += 1
      else changed.push({ urn: home.urn, listed: now, changes })
    }
  }
  const added = [...listed.values()].filter(({ urn }) => !known.has(urn))
  return { added, changed, gone, unchanged }
}

/** A blank on the list is Ofsted withholding a fact, not the fact going away. */
function changesTo(home: Held, now: Listed): Change[] {
  const fields = Object.keys(now) as (keyof Listed)[]
  return fields
    .filter(field => field in home && now[field] !== null && home[field] !== now[field])
    .map(field => ({ field, before: String(home[field] ?? ''), after: String(now[field]) }))
}
