/** Rules of how far from home a child is placed, which is worked out from the two postcodes. */

import { byCoding, byMessage, carriedOut } from '../ground.ts'
import { isRespite } from '../history.ts'
import { where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'
import { asylumFiles, wasUasc } from './asylum.ts'

/** Stands where one of the postcodes is not known. */
const farthest = 999.9

export const distance: readonly Rule[] = [
  rule({
    code: '164',
    ground: byCoding(
      'Who is or was UASC is exempt, as in rule 406, whose coding looks back two years.',
      'fairly sure',
    ),
    says: 'The distance between home and placement is missing, or is not between 0 and 999.9 miles.',
    fix: 'Check that HOME_POST and PL_POST are there and are real postcodes.',
    columns: ['PL_DISTANCE', 'HOME_POST', 'PL_POST'],
    needs: ['Episodes'],
    ...asylumFiles,
    example: {
      Episodes: [
        'LS=C2, PL_DISTANCE=0',
        'LS=C2, PL_DISTANCE=999.9',
        '! LS=C2, PL_DISTANCE=1000',
        '! LS=C2, PL_DISTANCE=',
        'LS=V3, PL_DISTANCE=',
        'CHILD=a, LS=C2, PL_DISTANCE=',
      ],
      UASC: ['CHILD=a'],
    },
    run: ({ Episodes, ...files }) => {
      const isExempt = wasUasc(files)
      return {
        Episodes: where(
          Episodes,
          row => !isRespite(row) && !isWithin(row.PL_DISTANCE) && !isExempt(row.CHILD),
        ),
      }
    },
  }),
  rule({
    code: '392a',
    ground: byMessage('Who is or was UASC is exempt, as in rule 406, whose coding looks back two years.'),
    says: 'There is no distance between home and placement.',
    fix: 'Enter both HOME_POST and PL_POST.',
    columns: ['PL_DISTANCE', 'HOME_POST', 'PL_POST'],
    needs: ['Episodes'],
    ...asylumFiles,
    example: {
      Episodes: [
        'LS=C2, PL_DISTANCE=12.4',
        '! LS=C2, PL_DISTANCE=',
        'LS=V4, PL_DISTANCE=',
        'CHILD=a, LS=C2, PL_DISTANCE=',
      ],
      UASC_last: ['CHILD=a, DUC=10/06/2025'],
    },
    run: ({ Episodes, ...files }) => {
      const isExempt = wasUasc(files)
      return {
        Episodes: where(Episodes, row => row.PL_DISTANCE === null && !isRespite(row) && !isExempt(row.CHILD)),
      }
    },
  }),
  rule({
    code: '406',
    ground: byCoding('The coding looks at this year and the two before; we look at every return at hand.'),
    says: 'There is a distance from home, though the child is or was an unaccompanied asylum-seeking child.',
    fix: 'Clear HOME_POST: distance is not asked of these children.',
    columns: ['PL_DISTANCE'],
    needs: ['Episodes'],
    ...asylumFiles,
    example: {
      Episodes: [
        '! CHILD=a, PL_DISTANCE=12.4',
        'CHILD=a, PL_DISTANCE=',
        'CHILD=b, PL_DISTANCE=12.4',
        '! CHILD=c, PL_DISTANCE=12.4',
      ],
      UASC: ['CHILD=a'],
      UASC_last: ['CHILD=c, DUC=10/06/2025'],
    },
    run: ({ Episodes, ...files }) => {
      const isExempt = wasUasc(files)
      return { Episodes: where(Episodes, row => row.PL_DISTANCE !== null && isExempt(row.CHILD)) }
    },
  }),
  rule({
    code: '454',
    ground: carriedOut,
    says: 'The child is placed more than 350 miles from home.',
    fix: 'Check HOME_POST and PL_POST; if they are right, say so to DfE.',
    severity: 'query',
    live: from(2026),
    columns: ['PL_DISTANCE'],
    needs: ['Episodes'],
    example: {
      Episodes: ['PL_DISTANCE=350', '! PL_DISTANCE=350.1', 'PL_DISTANCE=999.9', 'PL_DISTANCE='],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ PL_DISTANCE: miles }) => miles !== null && miles > 350 && miles !== farthest,
      ),
    }),
  }),
]

const isWithin = (miles: number | null): boolean => miles !== null && miles >= 0 && miles <= farthest
