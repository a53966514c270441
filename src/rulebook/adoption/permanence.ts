/** Rules of the permanent home that a child had before (PrevPerm). */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { authorities } from '#reference'
import { dayOf } from '#shared/days'
import { historyOf, isRespite } from '../history.ts'
import { areAllFilled, codes, codesOf, isAnyFilled, positions, where, whereOutside } from '../questions.ts'
import type { Episode, RowOf } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { readPartialDate } from './partial-date.ts'

/** The return has asked for it of those who came into care since. SSDA903 guide, previous permanence. */
const firstAsked = dayOf(2016, 4, 1)!

/**
 * Authorities that are no more, where a child of today may have had a permanent home arranged: Bedfordshire, Poole,
 * Bournemouth, the old Dorset, Cheshire, Cumbria, Northamptonshire; and the other countries of the United Kingdom.
 */
const formerAndOther = codes('820 836 837 835 875 909 928 WAL SCO NIR NUK')

type Previous = RowOf<'PrevPerm'>
const isToldInFull = (row: Previous): boolean =>
  row.PREV_PERM === 'Z1' || areAllFilled(row, ['PREV_PERM', 'LA_PERM', 'DATE_PERM'])

const contents: readonly Rule[] = [
  rule({
    code: '631',
    ground: carriedOut,
    says: 'The previous permanent home is not a code of the return.',
    fix: 'Enter P1, P2, P3, P4 or Z1 in PREV_PERM.',
    columns: ['PREV_PERM'],
    needs: ['PrevPerm'],
    example: { PrevPerm: ['PREV_PERM=P2', 'PREV_PERM=Z1', '! PREV_PERM=P5', 'PREV_PERM='] },
    run: ({ PrevPerm, year }) => ({
      PrevPerm: whereOutside(PrevPerm, 'PREV_PERM', codesOf('PREV_PERM', year)),
    }),
  }),
  rule({
    code: '633',
    ground: byMessage('We know the authorities of today; the list of the tool that councils use is older.'),
    says: 'The authority that arranged the previous permanent home is not known.',
    fix: "Enter DfE's number of the authority in LA_PERM, or WAL, SCO, NIR or NUK outside England.",
    note: 'The tool now in use refuses authorities made since 2019 (838, 839 and 940 to 943); we know them.',
    columns: ['LA_PERM'],
    needs: ['PrevPerm'],
    example: {
      PrevPerm: [
        'LA_PERM=860',
        'LA_PERM=941',
        'LA_PERM=SCO',
        '! LA_PERM=999',
        '! LA_PERM=E10000028',
        'LA_PERM=',
      ],
    },
    run: ({ PrevPerm }) => {
      const known = new Set([...authorities.map(({ dfeCode }) => dfeCode), ...formerAndOther])
      return { PrevPerm: whereOutside(PrevPerm, 'LA_PERM', known) }
    },
  }),
  rule({
    code: '635',
    ground: byMessage('The tool that councils use looks for a blank PREV_PERM; the message, for Z1.'),
    says: 'There was no previous permanent home, yet its authority or date is filled in.',
    fix: 'Clear LA_PERM and DATE_PERM, or correct PREV_PERM.',
    columns: ['PREV_PERM', 'LA_PERM', 'DATE_PERM'],
    needs: ['PrevPerm'],
    example: {
      PrevPerm: [
        'PREV_PERM=Z1',
        '! PREV_PERM=Z1, LA_PERM=860',
        '! PREV_PERM=Z1, DATE_PERM=ZZ/ZZ/ZZZZ',
        'PREV_PERM=P1, LA_PERM=860, DATE_PERM=ZZ/05/2019',
      ],
    },
    run: ({ PrevPerm }) => ({
      PrevPerm: where(PrevPerm, row => row.PREV_PERM === 'Z1' && isAnyFilled(row, ['LA_PERM', 'DATE_PERM'])),
    }),
  }),
]

const besideEpisodes: readonly Rule[] = [
  rule({
    code: '630',
    ground: byMessage('Short breaks do not count; the tool that councils use asks it of them too.'),
    says: 'The child came into care this year, but the previous permanent home is not told in full.',
    fix: 'Enter PREV_PERM, with LA_PERM and DATE_PERM unless it is Z1.',
    columns: ['PREV_PERM', 'LA_PERM', 'DATE_PERM', 'DECOM', 'RNE'],
    needs: ['Episodes', 'PrevPerm'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/04/2026, RNE=S, LS=C2',
        '! CHILD=b, DECOM=01/04/2026, RNE=S, LS=C2',
        '! CHILD=c, DECOM=01/04/2026, RNE=S, LS=C2',
        'CHILD=d, DECOM=01/04/2026, RNE=S, LS=V3',
        'CHILD=e, DECOM=31/03/2026, RNE=S, LS=C2',
      ],
      PrevPerm: ['CHILD=a, PREV_PERM=Z1', '! CHILD=b, PREV_PERM=P1, LA_PERM=860', 'CHILD=e, PREV_PERM='],
    },
    run: ({ Episodes, PrevPerm, start, end }) => {
      const lacks = ({ CHILD }: Episode) => !PrevPerm.of(CHILD).some(isToldInFull)
      const begun = Episodes.rows.filter(
        each =>
          each.RNE === 'S' &&
          !isRespite(each) &&
          each.DECOM !== null &&
          each.DECOM >= start &&
          each.DECOM <= end &&
          lacks(each),
      )
      return {
        Episodes: positions(begun),
        PrevPerm: positions(begun.flatMap(({ CHILD }) => PrevPerm.of(CHILD))),
      }
    },
  }),
  rule({
    code: '632',
    ground: agreed,
    says: 'The date of the previous permanent home is no date, or is not before the first episode.',
    fix: 'Enter DATE_PERM as dd/mm/yyyy, with ZZ for a day or month and ZZZZ for a year that is not known.',
    columns: ['DATE_PERM', 'DECOM'],
    needs: ['Episodes', 'PrevPerm'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026',
        '! CHILD=b, DECOM=10/06/2026',
        '! CHILD=c, DECOM=10/06/2026',
        'CHILD=c, DECOM=12/06/2026',
      ],
      PrevPerm: [
        'CHILD=a, DATE_PERM=ZZ/06/2026',
        '! CHILD=b, DATE_PERM=June 2019',
        '! CHILD=c, DATE_PERM=10/06/2026',
      ],
    },
    run: ({ Episodes, PrevPerm }) => {
      const wrong = PrevPerm.rows.filter(({ CHILD, DATE_PERM }) => {
        if (DATE_PERM === null) return false
        const told = readPartialDate(DATE_PERM)
        const first = historyOf(Episodes, CHILD)[0]?.DECOM
        return !told || (told.earliest !== null && first != null && told.earliest >= first)
      })
      return {
        PrevPerm: positions(wrong),
        Episodes: positions(wrong.map(({ CHILD }) => historyOf(Episodes, CHILD)[0])),
      }
    },
  }),
  rule({
    code: '634',
    ground: byMessage(
      'The tool that councils use takes the first day of the year of the return; the message, 1 April 2016.',
    ),
    says: 'A previous permanent home is told of a child no episode of whom began on or after 1 April 2016.',
    fix: 'Clear PREV_PERM, LA_PERM and DATE_PERM, or correct DECOM.',
    columns: ['PREV_PERM', 'LA_PERM', 'DATE_PERM', 'DECOM'],
    needs: ['Episodes', 'PrevPerm'],
    example: {
      Episodes: ['! CHILD=a, DECOM=31/03/2016', 'CHILD=b, DECOM=31/03/2016', 'CHILD=c, DECOM=01/04/2016'],
      PrevPerm: ['! CHILD=a, PREV_PERM=Z1', 'CHILD=b, PREV_PERM=', 'CHILD=c, PREV_PERM=Z1'],
    },
    run: ({ Episodes, PrevPerm }) => {
      const needless = PrevPerm.rows.filter(row => {
        const history = historyOf(Episodes, row.CHILD)
        return (
          isAnyFilled(row, ['PREV_PERM', 'LA_PERM', 'DATE_PERM']) &&
          history.length > 0 &&
          !history.some(({ DECOM }) => DECOM !== null && DECOM >= firstAsked)
        )
      })
      return {
        PrevPerm: positions(needless),
        Episodes: positions(needless.flatMap(({ CHILD }) => historyOf(Episodes, CHILD))),
      }
    },
  }),
]

export const permanence: readonly Rule[] = [...contents, ...besideEpisodes]
