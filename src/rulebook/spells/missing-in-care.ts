/** Rules of going missing beside care: a child can only be missing from it while it lasts. */

import { agreed, byCoding, byMessage, carriedOut } from '../ground.ts'
import { historyOf } from '../history.ts'
import { birthday, isSameDay, positions, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { missingSpells } from './missing.ts'
import { outlastingCare, timesInCare } from './spell.ts'

export const missingInCare: readonly Rule[] = [
  rule({
    code: '575',
    ground: carriedOut,
    says: 'The child went during an episode that has ended, and there is no day on which the child came back.',
    fix: 'Enter MIS_END, or correct DEC.',
    columns: ['MIS_START', 'MIS_END', 'DECOM', 'DEC'],
    needs: ['Episodes', 'Missing'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026',
        'CHILD=b, DECOM=01/05/2026',
        'CHILD=c, DECOM=01/05/2026, DEC=10/05/2026',
      ],
      Missing: [
        '! CHILD=a, MIS_START=08/05/2026',
        'CHILD=b, MIS_START=08/05/2026',
        'CHILD=c, MIS_START=08/05/2026, MIS_END=09/05/2026',
      ],
    },
    run: ({ Episodes, Missing }) => ({
      Missing: where(Missing, ({ CHILD, MIS_START, written }) => {
        if (MIS_START === null || written.MIS_END !== null) return false
        return Episodes.of(CHILD).some(
          ({ DECOM, DEC }) => DECOM !== null && DEC !== null && DECOM <= MIS_START && MIS_START < DEC,
        )
      }),
    }),
  }),
  rule({
    code: '577',
    ground: byMessage(
      'It speaks of a spell without an end; we flag one that ended out of care too, as the tool does.',
    ),
    says: 'Care ended while the child was missing, or the child came back when not in care.',
    fix: 'Enter MIS_END no later than care ended, or correct DEC.',
    columns: ['MIS_START', 'MIS_END', 'DEC', 'REC'],
    needs: ['Episodes', 'Missing'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026, REC=E8',
        'CHILD=b, DECOM=01/05/2026',
        'CHILD=c, DECOM=01/05/2026, DEC=10/05/2026, REC=E8',
      ],
      Missing: [
        'CHILD=a, MIS_START=08/05/2026, MIS_END=10/05/2026',
        'CHILD=b, MIS_START=08/05/2026',
        '! CHILD=c, MIS_START=08/05/2026, MIS_END=11/05/2026',
        '! CHILD=c, MIS_START=09/05/2026',
      ],
    },
    run: ({ Episodes, Missing }) => ({
      Missing: positions(outlastingCare(missingSpells(Missing), Episodes)),
    }),
  }),
  rule({
    code: '578',
    ground: agreed,
    says: 'The child went after care had ended.',
    fix: 'Correct MIS_START, or DEC and REC.',
    columns: ['MIS_START', 'DEC', 'REC'],
    needs: ['Episodes', 'Missing'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2026, DEC=10/05/2026, REC=E8', 'CHILD=b, DECOM=01/05/2026'],
      Missing: [
        'CHILD=a, MIS_START=10/05/2026',
        '! CHILD=a, MIS_START=11/05/2026',
        'CHILD=b, MIS_START=11/05/2026',
      ],
    },
    run: ({ Episodes, Missing }) => ({
      Missing: where(Missing, ({ CHILD, MIS_START }) => {
        const last = timesInCare(historyOf(Episodes, CHILD)).at(-1)
        return MIS_START !== null && last?.until != null && MIS_START > last.until
      }),
    }),
  }),
  rule({
    code: '580',
    ground: byCoding(
      'The message speaks of any end of care; the coding, of an end on the 18th birthday.',
      'fairly sure',
    ),
    says: 'Care ended on the 18th birthday of a child who was missing until that day, and the reason is not E8.',
    fix: 'Enter E8 in REC, or correct MIS_END, DEC or DOB.',
    columns: ['MIS_END', 'DOB', 'DEC', 'REC'],
    needs: ['Episodes', 'Missing'],
    example: {
      Episodes: [
        'CHILD=a, DEC=10/05/2026, REC=E8',
        '! CHILD=b, DEC=10/05/2026, REC=E4A',
        'CHILD=c, DEC=10/05/2026, REC=E4A',
        'CHILD=d, DEC=10/05/2026, REC=E4A',
      ],
      Missing: [
        'CHILD=a, DOB=10/05/2008, MIS_END=10/05/2026',
        '! CHILD=b, DOB=10/05/2008, MIS_END=10/05/2026',
        'CHILD=c, DOB=10/05/2008, MIS_END=09/05/2026',
        'CHILD=d, DOB=11/05/2008, MIS_END=10/05/2026',
      ],
    },
    run: ({ Episodes, Missing }) => {
      const found = Missing.rows.flatMap(row =>
        Episodes.of(row.CHILD)
          .filter(({ DEC, REC }) => isSameDay(row.MIS_END, DEC) && REC !== 'E8')
          .filter(({ DEC }) => isSameDay(birthday(row.DOB, 18), DEC))
          .map(episode => ({ row, episode })),
      )
      return {
        Episodes: positions(found.map(each => each.episode)),
        Missing: positions(found.map(each => each.row)),
      }
    },
  }),
  rule({
    code: '581',
    ground: carriedOut,
    says: 'The child went on a day when the child was not looked after.',
    fix: 'Correct MIS_START, or add the episode of that day.',
    columns: ['MIS_START', 'DECOM', 'DEC'],
    needs: ['Episodes', 'Missing'],
    example: {
      Episodes: ['CHILD=a, DECOM=05/05/2026, DEC=10/05/2026', 'CHILD=a, DECOM=20/05/2026'],
      Missing: [
        'CHILD=a, MIS_START=05/05/2026',
        '! CHILD=a, MIS_START=04/05/2026',
        '! CHILD=a, MIS_START=15/05/2026',
      ],
    },
    run: ({ Episodes, Missing }) => ({
      Missing: where(Missing, ({ CHILD, MIS_START }) => {
        const own = Episodes.of(CHILD)
        if (MIS_START === null || own.length === 0) return false
        return !own.some(
          ({ DECOM, DEC }) => DECOM !== null && DECOM <= MIS_START && (DEC === null || MIS_START <= DEC),
        )
      }),
    }),
  }),
]
