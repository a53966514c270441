/** Rules of care leavers beside their time in care: a care leaver must have been in care, and be so no longer. */

import { type History, historyOf } from '../history.ts'
import { birthday, isAged, isAfter, isYounger, positions, where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Leaver, isAnyTold, isRelevant, items } from './leaver.ts'

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

export const leaversAndCare: readonly Rule[] = [
  rule({
    code: '1000',
    says: 'The child died in care, and is told of as a care leaver.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM, or correct REC.',
    columns: ['REC', ...items],
    needs: ['Episodes', 'OC3'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E2',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E8',
      ],
      OC3: ['! CHILD=a, IN_TOUCH=DIED, ACTIV=0, ACCOM=0', 'CHILD=b, IN_TOUCH=YES'],
    },
    run: ({ Episodes, OC3 }) =>
      both(OC3, ({ CHILD }) => Episodes.of(CHILD).filter(({ REC }) => REC === 'E2')),
  }),
  rule({
    code: '1001',
    says: 'Somebody is told of as a care leaver who was not in care for 13 weeks since 14, some of it at 16 or later.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM, or add the episodes that are missing.',
    source: 'DfE, SSDA903 validation rule 1001; Children Act 1989, Schedule 2, paragraph 19B',
    columns: ['DOB', 'DECOM', 'DEC', ...items],
    needs: ['Episodes', 'Header', 'OC3'],
    uses: ['Episodes_last'],
    example: {
      Header: ['CHILD=a, DOB=01/06/2009', 'CHILD=b, DOB=01/06/2009', 'CHILD=c, DOB=01/06/2009'],
      Episodes: [
        'CHILD=a, DECOM=01/05/2024, LS=C2, DEC=01/07/2026, REC=E4A',
        'CHILD=b, DECOM=01/05/2026, LS=C2, DEC=01/07/2026, REC=E4A',
        'CHILD=c, DECOM=01/06/2024, LS=C2, DEC=01/05/2025, REC=E4A',
      ],
      OC3: ['CHILD=a, IN_TOUCH=YES', '! CHILD=b, IN_TOUCH=YES', '! CHILD=c, IN_TOUCH=YES'],
    },
    run: ({ Episodes, Episodes_last, Header, OC3, end }) => ({
      OC3: where(OC3, row => {
        const episodes = [...Episodes.of(row.CHILD), ...(Episodes_last?.of(row.CHILD) ?? [])]
        if (!isAnyTold(row) || episodes.length === 0) return false
        return !isRelevant(Header.first(row.CHILD)?.DOB ?? row.DOB, episodes, end)
      }),
    }),
  }),
  rule({
    code: '1007',
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
    says: 'Care passed to another authority, and the child is told of as a care leaver here.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM: the other authority tells of the care leaver.',
    columns: ['REC', ...items],
    needs: ['Episodes', 'OC3'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
        'CHILD=b, DECOM=01/07/2026, DEC=01/08/2026, REC=E8',
      ],
      OC3: ['! CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES'],
    },
    run: ({ Episodes, OC3 }) =>
      both(OC3, ({ CHILD }) => {
        const last = historyOf(Episodes, CHILD).at(-1)
        return last?.REC === 'E3' ? [last] : null
      }),
  }),
  rule({
    code: '1016',
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
