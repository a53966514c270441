/** Rules of care leavers who have no episodes, this year or last, and of what is told of them all the same. */

import { byMessage, carriedOut } from '../ground.ts'
import { type Day, toDate } from '#shared/days'
import { historiesOf, historyOf, isRespite, lifeOf, seenSince } from '../history.ts'
import { birthday, isBefore, positions, where } from '../questions.ts'
import { type Given, type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Leaver, isAnyTold, items, notJudged } from './leaver.ts'

type Files = Given<'Episodes' | 'Episodes_last' | 'OC3', 'Header' | 'earlier'>

/** Care leavers of whom no return at hand has an episode. */
const withoutCare = (given: Files): Leaver[] =>
  given.OC3.rows.filter(row => isAnyTold(row) && lifeOf(given, row.CHILD).length === 0)

/** A care leaver was in care at 16 or later: that may have been before the first of the returns at hand. */
function mayHaveBeenBefore({ CHILD, DOB }: Leaver, given: Files): boolean {
  const sixteen = birthday(DOB ?? given.Header?.first(CHILD)?.DOB, 16)
  return isBefore(sixteen, seenSince(given))
}

const inWords = (day: Day): string => toDate(day).split('-').toReversed().join('/')

export const leaversWithoutEpisodes: readonly Rule[] = [
  rule({
    code: '1002',
    ground: byMessage(
      'It speaks of any earlier episode: where the returns at hand do not reach back to 16, nobody is judged.',
    ),
    says: 'Somebody is told of as a care leaver who was in care in none of the returns since they were 16.',
    fix: 'Correct CHILD or DOB, or bring the return that has the episodes; clear OC3 only if there was no care.',
    columns: ['CHILD', 'DOB', ...items],
    needs: ['Episodes', 'Episodes_last', 'OC3'],
    uses: ['Header', 'earlier'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2026'],
      Episodes_last: ['CHILD=b, DECOM=01/05/2025'],
      earlier: { 2025: { Episodes: ['CHILD=c, DECOM=01/05/2024, DEC=01/06/2024, REC=E4A'] } },
      OC3: [
        'CHILD=a, DOB=01/06/2009, IN_TOUCH=YES',
        'CHILD=b, DOB=01/06/2009, IN_TOUCH=YES',
        'CHILD=c, DOB=01/06/2009, IN_TOUCH=YES',
        '! CHILD=d, DOB=01/04/2008, IN_TOUCH=YES',
        'CHILD=e, DOB=31/03/2008, IN_TOUCH=YES',
        'CHILD=f, DOB=01/06/2009',
      ],
    },
    run: given => ({ OC3: positions(withoutCare(given).filter(row => !mayHaveBeenBefore(row, given))) }),
    undecided: given =>
      notJudged(
        withoutCare(given).filter(row => mayHaveBeenBefore(row, given)).length,
        `they were 16 before ${inWords(seenSince(given))}, where the returns at hand begin`,
      ),
  }),
  rule({
    code: '1010',
    ground: byMessage(
      'It speaks of care leaver data that has been entered; the tool that councils use looks at any row of OC3.',
    ),
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
    ground: byMessage(
      'The tool that councils use looks only at children with an episode; the message, at every care leaver.',
    ),
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
    ground: carriedOut,
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
