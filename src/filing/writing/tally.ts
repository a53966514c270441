/** How many rows each rule flags, of how many children. */

import { type Checked, type Return, type Rule, type TableName, ruleByCode } from '#rulebook'

export type Tally = {
  readonly rule: Rule
  readonly rows: number
  readonly children: number
  readonly byChild: ReadonlyMap<string, number>
}

/** Counted once for each check, which never changes. */
const known = new WeakMap<Checked, readonly Tally[]>()

/** Those with most rows first. */
export function talliesOf({ checked, given }: { checked: Checked; given: Return }): readonly Tally[] {
  const before = known.get(checked)
  if (before) return before
  const tallies = Object.entries(checked.flagged).map(([code, flags]) => {
    const byChild = new Map<string, number>()
    let rows = 0
    for (const [name, positions] of Object.entries(flags) as [TableName, readonly number[]][]) {
      const table = given.tables[name]
      rows += positions.length
      for (const at of positions) {
        const child = table?.rows[at]?.CHILD ?? ''
        byChild.set(child, (byChild.get(child) ?? 0) + 1)
      }
    }
    return { rule: ruleByCode.get(code)!, rows, children: byChild.size, byChild }
  })
  tallies.sort((a, b) => b.rows - a.rows)
  known.set(checked, tallies)
  return tallies
}
