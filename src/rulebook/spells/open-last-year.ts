/** Rules of what had not ended in last year's return: it goes on in this year's. */

import { byMessage } from '../ground.ts'
import { positions } from '../questions.ts'
import type { Header } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { live, ordersIn } from './liberty.ts'
import { missingSpells } from './missing.ts'
import type { Spell } from './spell.ts'

const ground = byMessage(
  'A child of whom this year tells nothing is flagged in the Header; the tool that councils use passes over that.',
)

/** Spells of children one of whose spells was open last year and is not told again; without any, the child. */
function notContinued(now: readonly Spell[], last: readonly Spell[], headers: Table<'Header'> | undefined) {
  const told = Map.groupBy(now, ({ CHILD }) => CHILD)
  const [spells, children]: [Spell[], Header[]] = [[], []]
  for (const { CHILD, start, isOpen } of last) {
    if (!CHILD || !isOpen || start === null) continue
    const own = told.get(CHILD) ?? []
    if (own.some(each => each.start === start)) continue
    if (own.length > 0) spells.push(...own)
    else children.push(...(headers?.of(CHILD) ?? []))
  }
  return { spells: positions(spells), Header: positions(children) }
}

export const missingLastYear: Rule = rule({
  code: '576',
  ground,
  says: "The child had not come back in last year's return, and that spell is not in this year's.",
  fix: 'Add the spell, with the same MIS_START.',
  columns: ['MIS_START', 'MIS_END'],
  needs: ['Missing', 'Missing_last'],
  uses: ['Header'],
  example: {
    Header: ['CHILD=a', 'CHILD=b', 'CHILD=c', '! CHILD=d'],
    Missing: [
      'CHILD=a, MIS_START=01/03/2026, MIS_END=02/04/2026',
      '! CHILD=b, MIS_START=02/03/2026',
      'CHILD=c, MIS_START=01/05/2026',
    ],
    Missing_last: [
      'CHILD=a, MIS_START=01/03/2026',
      'CHILD=b, MIS_START=01/03/2026',
      'CHILD=c, MIS_START=01/03/2026, MIS_END=02/03/2026',
      'CHILD=d, MIS_START=01/03/2026',
    ],
  },
  run: ({ Missing, Missing_last, Header: headers }) => {
    const { spells, Header } = notContinued(missingSpells(Missing), missingSpells(Missing_last), headers)
    return { Missing: spells, Header }
  },
})

export const ordersLastYear: Rule = rule({
  code: '706',
  ground,
  says: "The order stood in last year's return, and is not in this year's.",
  fix: 'Add the order, with the same DOLO_START.',
  live,
  columns: ['DOLO_START', 'DOLO_END'],
  needs: ['DoLo', 'DoLo_last'],
  uses: ['Header'],
  example: {
    Header: ['CHILD=a', 'CHILD=b', '! CHILD=c'],
    DoLo: ['CHILD=a, DOLO_START=01/03/2026', '! CHILD=b, DOLO_START=02/03/2026'],
    DoLo_last: [
      'CHILD=a, DOLO_START=01/03/2026',
      'CHILD=b, DOLO_START=01/03/2026',
      'CHILD=c, DOLO_START=01/03/2026',
    ],
  },
  run: ({ DoLo, DoLo_last, Header: headers }) => {
    const { spells, Header } = notContinued(ordersIn(DoLo), ordersIn(DoLo_last), headers)
    return { DoLo: spells, Header }
  },
})
