/** Rules of care leavers who have no episodes, this year or last, and of what is told of them all the same. */

import { historiesOf, historyOf, isRespite } from '../history.ts'
import { positions, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { isAnyTold, items } from './leaver.ts'

export const leaversWithoutEpisodes: readonly Rule[] = [
  rule({
    code: '1002',
    says: 'Somebody is told of as a care leaver who has no episodes, this year or last.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM, or correct CHILD.',
    columns: items,
    needs: ['Episodes', 'Episodes_last', 'OC3'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2026'],
      Episodes_last: ['CHILD=b, DECOM=01/05/2025'],
      OC3: ['CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES', 'CHILD=d'],
    },
    run: ({ Episodes, Episodes_last, OC3 }) => ({
      OC3: where(OC3, row => isAnyTold(row) && !Episodes.has(row.CHILD) && !Episodes_last.has(row.CHILD)),
    }),
  }),
  rule({
    code: '1010',
    says: "Care had not ended in last year's return, and a care leaver has no episode this year.",
    fix: "Add the episode that was open in last year's return, with its end.",
    columns: items,
    needs: ['Episodes', 'Episodes_last', 'OC3'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2025, DEC=01/06/2026, REC=E4A'],
      Episodes_last: [
        'CHILD=a, DECOM=01/05/2025',
        'CHILD=b, DECOM=01/05/2025',
        'CHILD=c, DECOM=01/05/2025, DEC=01/06/2025, REC=E8',
      ],
      OC3: ['CHILD=a, IN_TOUCH=YES', '! CHILD=b, IN_TOUCH=YES', 'CHILD=c, IN_TOUCH=YES'],
    },
    run: ({ Episodes, Episodes_last, OC3 }) => ({
      OC3: where(OC3, row => {
        const last = historyOf(Episodes_last, row.CHILD).at(-1)
        return isAnyTold(row) && last?.written.DEC === null && !Episodes.has(row.CHILD)
      }),
    }),
  }),
  rule({
    code: '1014',
    says: 'A care leaver is in the file of unaccompanied asylum-seeking children, and was not looked after this year.',
    fix: 'Remove the care leaver from UASC, or add the episodes of this year.',
    columns: ['DUC', ...items],
    needs: ['Episodes', 'OC3', 'UASC'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2026', 'CHILD=b, DECOM=01/05/2025, DEC=31/03/2026, REC=E8'],
      OC3: ['CHILD=a, IN_TOUCH=YES', '! CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES'],
      UASC: ['CHILD=a', '! CHILD=b', '! CHILD=c'],
    },
    run: ({ Episodes, OC3, UASC, start, end }) => {
      const inCare = (child: string) =>
        Episodes.of(child).some(
          ({ DECOM, DEC }) => DECOM !== null && DECOM <= end && (DEC === null || DEC >= start),
        )
      const found = OC3.rows.filter(row => isAnyTold(row) && UASC.has(row.CHILD) && !inCare(row.CHILD))
      return { OC3: positions(found), UASC: found.flatMap(({ CHILD }) => positions(UASC.of(CHILD))) }
    },
  }),
  rule({
    code: '628',
    says: 'A care leaver without episodes is said to be a mother, or not.',
    fix: 'Clear MOTHER: it is asked only of those looked after this year.',
    columns: ['MOTHER'],
    needs: ['Episodes', 'Header', 'OC3'],
    example: {
      Header: ['! CHILD=a, MOTHER=1', 'CHILD=b, MOTHER=1', 'CHILD=c'],
      Episodes: ['CHILD=b, DECOM=01/05/2026'],
      OC3: ['CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES', 'CHILD=c, IN_TOUCH=YES'],
    },
    run: ({ Episodes, Header, OC3 }) => ({
      Header: where(
        Header,
        ({ CHILD, MOTHER }) => MOTHER !== null && OC3.of(CHILD).some(isAnyTold) && !Episodes.has(CHILD),
      ),
    }),
  }),
]

export const wasLookedAfter = (Episodes: Table<'Episodes'>, start: number): ReadonlySet<string> =>
  new Set(
    [...historiesOf(Episodes)]
      .filter(([, history]) =>
        history.some(each => !isRespite(each) && (each.DEC === null || each.DEC >= start)),
      )
      .map(([child]) => child),
  )
