/** Rules of children who were adopted, who died or who were of age: no episode comes after, in any return. */

import { byMessage } from '../ground.ts'
import { childrenWith, historyOf, lifeOf } from '../history.ts'
import { codes, isAfter, isOneOf, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Given, type Rule, rule } from '../rule.ts'

const adopted = codes('E11 E12')
const final = codes('E2 E15')

const files = { needs: ['Episodes'], reaches: ['Episodes_last'], uses: ['earlier'] } as const
type Files = Given<'Episodes', 'Episodes_last' | 'earlier'>

/** Episodes of this year that began after one that ended so, this year or before. */
function whereAfter(given: Files, isEnd: (episode: Episode) => boolean): Episode[] {
  return [...childrenWith(given, isEnd)].flatMap(child => {
    const end = lifeOf(given, child).find(isEnd)
    return end ? historyOf(given.Episodes, child).filter(({ DECOM }) => isAfter(DECOM, end.DECOM)) : []
  })
}

export const afterTheEnd: readonly Rule[] = [
  rule({
    code: '199',
    ground: byMessage(
      'It says that the child was adopted before, and names no year: we look at every return at hand.',
      'sure',
    ),
    says: 'The episode begins after the child was adopted, this year or in an earlier return.',
    fix: 'Correct REC of the episode that ended in adoption, or return this one under the new name and number.',
    columns: ['CHILD', 'REC'],
    ...files,
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E11',
        '! CHILD=a, DECOM=01/07/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E12',
        '! CHILD=c, DECOM=01/05/2026',
      ],
      Episodes_last: ['CHILD=c, DECOM=01/05/2024, DEC=01/06/2025, REC=E12'],
    },
    run: given => ({ Episodes: positions(whereAfter(given, ({ REC }) => isOneOf(REC, adopted))) }),
  }),
  rule({
    code: '437',
    ground: byMessage('It speaks of further episodes, and names no year: we look at every return at hand.'),
    says: 'The episode begins after the child had died, or was found to be 18 or over.',
    fix: 'Take the episode out, or correct REC of the one that ended so.',
    columns: ['CHILD', 'REC'],
    ...files,
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E15',
        '! CHILD=a, DECOM=01/07/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E2',
        '! CHILD=c, DECOM=01/05/2026',
      ],
      Episodes_last: ['CHILD=c, DECOM=01/05/2024, DEC=01/06/2025, REC=E2'],
    },
    run: given => ({ Episodes: positions(whereAfter(given, ({ REC }) => isOneOf(REC, final))) }),
  }),
]
