/** Rules of how long the law, or the return's own guide, lets a stay last. */

import { byMessage, carriedOut } from '../ground.ts'
import { historiesOf, lengthOf, lifeOf, spellsOf } from '../history.ts'
import { daysFrom, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Given, type Rule, rule } from '../rule.ts'

type Files = Given<'Episodes', 'Episodes_last'>

/**
 * Episodes of this year in spells that last longer than so many days. A spell may have begun in last year's return; one
 * without an end goes on to the end of the year.
 */
function longSpells(given: Files, belongs: (episode: Episode) => boolean, most: number): Episode[] {
  const found: Episode[] = []
  for (const [child, now] of historiesOf(given.Episodes)) {
    if (!now.some(belongs)) continue
    for (const spell of spellsOf(lifeOf(given, child), belongs)) {
      if ((lengthOf(spell, given.end) ?? 0) > most) found.push(...spell.filter(each => now.includes(each)))
    }
  }
  return found
}

type Limit = Pick<Rule, 'code' | 'ground' | 'says' | 'fix' | 'source' | 'example'> & {
  readonly column: 'LS' | 'PLACE'
  readonly held: string
  readonly most: number
  readonly note?: string
}

const limited = ({ column, held, most, ...words }: Limit): Rule =>
  rule({
    ...words,
    columns: [column, 'DECOM', 'DEC'],
    needs: ['Episodes'],
    reaches: ['Episodes_last'],
    run: given => ({ Episodes: positions(longSpells(given, each => each[column] === held, most)) }),
  })

const orders: readonly Rule[] = [
  limited({
    code: '361',
    ground: byMessage(
      'A spell is counted whole, from last year’s return too; the tool that councils use looks at this year alone.',
    ),
    column: 'LS',
    held: 'L1',
    most: 3,
    says: 'The child is in police protection (L1) for longer than 72 hours.',
    fix: 'Correct DECOM, DEC or LS.',
    source: 'Children Act 1989 s.46(6); DfE, SSDA903 validation rule 361',
    example: {
      Episodes: [
        'CHILD=a, LS=L1, DECOM=01/05/2026, DEC=04/05/2026',
        '! CHILD=b, LS=L1, DECOM=01/05/2026, DEC=03/05/2026',
        '! CHILD=b, LS=L1, DECOM=03/05/2026, DEC=05/05/2026',
        '! CHILD=c, LS=L1, DECOM=01/03/2027',
        'CHILD=d, LS=L2, DECOM=01/05/2026, DEC=06/05/2026',
      ],
    },
  }),
  limited({
    code: '362',
    ground: byMessage(
      'A spell is counted whole, from last year’s return too; the tool that councils use looks at this year alone.',
    ),
    column: 'LS',
    held: 'L2',
    most: 21,
    says: 'The child is under an emergency protection order (L2) for longer than 21 days.',
    fix: 'Correct DECOM, DEC or LS: the court may extend the order once, to 15 days in all.',
    source: 'DfE, SSDA903 validation rule 362',
    example: {
      Episodes: [
        'CHILD=a, LS=L2, DECOM=01/05/2026, DEC=22/05/2026',
        '! CHILD=b, LS=L2, DECOM=01/05/2026, DEC=08/05/2026',
        '! CHILD=b, LS=L2, DECOM=08/05/2026, DEC=23/05/2026',
        'CHILD=c, LS=L2, DECOM=01/05/2026, DEC=15/05/2026',
        'CHILD=c, LS=L2, DECOM=16/05/2026, DEC=30/05/2026',
      ],
    },
  }),
  limited({
    code: '363',
    ground: byMessage(
      'A spell is counted whole, from last year’s return too; the tool that councils use looks at this year alone.',
    ),
    column: 'LS',
    held: 'L3',
    most: 7,
    says: 'The child is under a child assessment order (L3) for longer than 7 days.',
    fix: 'Correct DECOM, DEC or LS.',
    source: 'Children Act 1989 s.43(5); DfE, SSDA903 validation rule 363',
    example: {
      Episodes: [
        'CHILD=a, LS=L3, DECOM=01/05/2026, DEC=08/05/2026',
        '! CHILD=b, LS=L3, DECOM=01/05/2026, DEC=09/05/2026',
        '! CHILD=c, LS=L3, DECOM=01/03/2027',
      ],
    },
  }),
  limited({
    code: '364',
    ground: byMessage(
      'It names no number of days; we take 21, as the tool that councils use does.',
      'not sure',
    ),
    column: 'LS',
    held: 'J2',
    most: 21,
    says: 'The child is held under the Police and Criminal Evidence Act (J2) for longer than 21 days.',
    fix: 'Correct DECOM, DEC or LS: on remand is J1.',
    source: 'DfE, SSDA903 validation rule 364',
    note: 'The answer of the tool that councils use depends on the order of the file.',
    example: {
      Episodes: [
        '! CHILD=a, LS=J2, DECOM=15/05/2026, DEC=23/05/2026',
        '! CHILD=a, LS=J2, DECOM=01/05/2026, DEC=15/05/2026',
        'CHILD=b, LS=J2, DECOM=01/05/2026, DEC=22/05/2026',
        'CHILD=c, LS=J1, DECOM=01/05/2026, DEC=23/05/2026',
      ],
    },
  }),
]

/** A temporary stay is one episode, and its length is known once it has ended. */
const absence = ({ held, most, ...words }: Omit<Limit, 'column'>): Rule =>
  rule({
    ...words,
    columns: ['PLACE', 'DECOM', 'DEC'],
    needs: ['Episodes'],
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ PLACE, DECOM, DEC }) => PLACE === held && (daysFrom(DECOM, DEC) ?? 0) > most,
      ),
    }),
  })

const absences: readonly Rule[] = [
  absence({
    code: '375',
    ground: carriedOut,
    held: 'T1',
    most: 42,
    says: 'A temporary stay in hospital (T1) lasts longer than six weeks.',
    fix: 'Enter R2 in PLACE for a long stay, or correct DECOM or DEC.',
    source: 'DfE, SSDA903 validation rule 375',
    example: {
      Episodes: [
        'CHILD=a, PLACE=T1, DECOM=01/05/2026, DEC=12/06/2026',
        '! CHILD=b, PLACE=T1, DECOM=01/05/2026, DEC=13/06/2026',
        'CHILD=c, PLACE=T1, DECOM=01/02/2027',
        'CHILD=d, PLACE=R2, DECOM=01/05/2026',
      ],
    },
  }),
  absence({
    code: '376',
    ground: carriedOut,
    held: 'T3',
    most: 21,
    says: 'A temporary stay while the carers are on holiday (T3) lasts longer than three weeks.',
    fix: 'Correct PLACE, DECOM or DEC: after three weeks it is a placement of its own.',
    source: 'DfE, SSDA903 validation rule 376',
    example: {
      Episodes: [
        'CHILD=a, PLACE=T3, DECOM=01/08/2026, DEC=22/08/2026',
        '! CHILD=b, PLACE=T3, DECOM=01/08/2026, DEC=23/08/2026',
        'CHILD=c, PLACE=T3, DECOM=01/03/2027',
        'CHILD=d, PLACE=T2, DECOM=01/08/2026, DEC=23/08/2026',
      ],
    },
  }),
  absence({
    code: '379',
    ground: carriedOut,
    held: 'T4',
    most: 7,
    says: 'A temporary stay for another reason (T4) lasts longer than seven days.',
    fix: 'Correct PLACE, DECOM or DEC: after seven days it is a placement of its own.',
    source: 'DfE, SSDA903 validation rule 379',
    example: {
      Episodes: [
        'CHILD=a, PLACE=T4, DECOM=01/08/2026, DEC=08/08/2026',
        '! CHILD=b, PLACE=T4, DECOM=01/08/2026, DEC=09/08/2026',
        'CHILD=c, PLACE=T4, DECOM=23/03/2027',
      ],
    },
  }),
]

export const durations: readonly Rule[] = [...orders, ...absences]
