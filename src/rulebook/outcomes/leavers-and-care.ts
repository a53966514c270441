/** Rules of care leavers beside their time in care: a care leaver must have been in care, and be so no longer. */

import { agreed, byMessage } from '../ground.ts'
import { type History, historyOf, lifeOf } from '../history.ts'
import { birthday, isAged, isAfter, isYounger, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, from, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Leaver, isAnyTold, isCutOff, isRelevant, items, notJudged } from './leaver.ts'

/** Care leavers that answer yes, and the episodes that make it so. */
function both(OC3: Table<'OC3'>, episodesOf: (leaver: Leaver) => History | null) {
  const found = OC3.rows.flatMap(row => {
    const episodes = isAnyTold(row) ? episodesOf(row) : null
    return episodes && episodes.length > 0 ? [{ row, episodes }] : []
  })
  return {
    OC3: positions(found.map(({ row }) => row)),
    Episodes: found.flatMap(({ episodes }) => positions(episodes)),
  }
}

/** Whether an episode is of this year's file; one that only an earlier return has cannot be flagged in it. */
const isOf =
  (file: Table<'Episodes'>) =>
  (each: Episode): boolean =>
    file.rows[each.at] === each

export const leaversAndCare: readonly Rule[] = [
  rule({
    code: '1000',
    ground: byMessage(
      'It says that the child died in care, and names no year: we look at every return at hand.',
      'sure',
    ),
    says: 'The child died in care, this year or in an earlier return, and is in the file of care leavers.',
    fix: 'Take the child out of OC3, or correct REC.',
    columns: ['REC', ...items],
    needs: ['Episodes', 'OC3'],
    reaches: ['Episodes_last'],
    uses: ['earlier'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E2',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E8',
      ],
      Episodes_last: ['CHILD=c, DECOM=01/05/2025, DEC=01/06/2025, REC=E2'],
      OC3: ['! CHILD=a, IN_TOUCH=DIED, ACTIV=0, ACCOM=0', 'CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES'],
    },
    run: given => {
      const died = (child: string) => lifeOf(given, child).filter(({ REC }) => REC === 'E2')
      const gone = given.OC3.rows.filter(({ CHILD }) => CHILD !== '' && died(CHILD).length > 0)
      return {
        OC3: positions(gone),
        Episodes: gone.flatMap(({ CHILD }) => positions(died(CHILD).filter(isOf(given.Episodes)))),
      }
    },
  }),
  rule({
    code: '1001',
    ground: byMessage(
      'It speaks of the episodes recorded: we look at every return at hand, and judge nobody whose care began before.',
    ),
    says: 'Somebody is told of as a care leaver who was not in care for 13 weeks since 14, some of it at 16 or later.',
    fix: 'Add the episodes that are missing, or bring the earlier returns that have them; clear the items if none has.',
    source: 'DfE, SSDA903 validation rule 1001; Children Act 1989, Schedule 2, paragraph 19B',
    columns: ['DOB', 'DECOM', 'DEC', ...items],
    needs: ['Episodes', 'Header', 'OC3'],
    reaches: ['Episodes_last'],
    uses: ['earlier'],
    example: {
      Header: ['CHILD=a, DOB=01/06/2009', 'CHILD=b, DOB=01/06/2009', 'CHILD=c, DOB=01/06/2009'],
      Episodes: [
        'CHILD=a, DECOM=01/05/2024, LS=C2, DEC=01/07/2026, REC=E4A',
        'CHILD=b, DECOM=01/05/2026, LS=C2, DEC=01/07/2026, REC=E4A',
        'CHILD=c, DECOM=01/06/2024, LS=C2, DEC=01/05/2025, REC=E4A',
      ],
      OC3: ['CHILD=a, IN_TOUCH=YES', '! CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES'],
    },
    run: given => ({
      OC3: where(given.OC3, row => {
        const life = isAnyTold(row) ? lifeOf(given, row.CHILD) : []
        if (life.length === 0 || isCutOff(life)) return false
        return !isRelevant(given.Header.first(row.CHILD)?.DOB ?? row.DOB, life, given.end)
      }),
    }),
    undecided: given => {
      const cut = given.OC3.rows.filter(row => isAnyTold(row) && isCutOff(lifeOf(given, row.CHILD)))
      return notJudged(cut.length, 'their care began in a return that is not here')
    },
  }),
  rule({
    code: '1007',
    ground: agreed,
    says: 'Somebody of 17 or 18 is still looked after, and is told of as a care leaver.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM, or enter DEC and REC of the last episode.',
    columns: ['DEC', 'REC', ...items],
    needs: ['Episodes', 'OC3'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E4A',
        'CHILD=c, DECOM=01/05/2026',
      ],
      OC3: [
        '! CHILD=a, DOB=01/06/2009, IN_TOUCH=YES',
        'CHILD=b, DOB=01/06/2009, IN_TOUCH=YES',
        'CHILD=c, DOB=01/06/2007, IN_TOUCH=YES',
      ],
    },
    run: ({ Episodes, OC3, end }) =>
      both(OC3, ({ CHILD, DOB }) => {
        const last = historyOf(Episodes, CHILD).at(-1)
        const isOpen = last !== undefined && last.written.DEC === null
        return isOpen && isAged(DOB, 17, end) && isYounger(DOB, 19, end) ? [last] : null
      }),
  }),
  rule({
    code: '1011',
    ground: byMessage(
      'The final episode may stand in an earlier return; the tool that councils use looks at this year alone.',
    ),
    says: 'Care passed to another authority, and the child is told of as a care leaver here.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM: the other authority tells of the care leaver.',
    columns: ['REC', ...items],
    needs: ['Episodes', 'OC3'],
    reaches: ['Episodes_last'],
    uses: ['earlier'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
        'CHILD=b, DECOM=01/07/2026, DEC=01/08/2026, REC=E8',
      ],
      Episodes_last: ['CHILD=c, DECOM=01/05/2025, DEC=01/06/2025, REC=E3'],
      OC3: ['! CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES'],
    },
    run: given => {
      const lastOf = (child: string) => lifeOf(given, child).at(-1)
      const passed = given.OC3.rows.filter(row => isAnyTold(row) && lastOf(row.CHILD)?.REC === 'E3')
      const episodes = passed.map(({ CHILD }) => lastOf(CHILD)!)
      return { OC3: positions(passed), Episodes: positions(episodes.filter(isOf(given.Episodes))) }
    },
  }),
  rule({
    code: '1016',
    ground: byMessage(
      'The tool that councils use takes the 17th birthday for everybody; the message, the one that OC3 asks about.',
    ),
    says: 'Somebody was still looked after on the birthday that OC3 asks about, and is told of as a care leaver.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM until the next birthday, or correct DEC.',
    live: from(2024),
    columns: ['DEC', 'REC', ...items],
    needs: ['Episodes', 'OC3'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2025, DEC=02/06/2026, REC=E4A',
        'CHILD=b, DECOM=01/05/2025, DEC=31/05/2026, REC=E4A',
      ],
      OC3: ['! CHILD=a, DOB=01/06/2009, IN_TOUCH=YES', 'CHILD=b, DOB=01/06/2009, IN_TOUCH=YES'],
    },
    run: ({ Episodes, OC3, start, end }) =>
      both(OC3, ({ CHILD, DOB }) => {
        const asked = [17, 18]
          .map(age => birthday(DOB, age))
          .find(day => day !== null && day >= start && day <= end)
        const last = historyOf(Episodes, CHILD).at(-1)
        return asked !== undefined && last && isAfter(last.DEC, asked) ? [last] : null
      }),
  }),
]
