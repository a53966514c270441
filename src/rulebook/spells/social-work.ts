/** Rules of a child's social workers (SWEpisodes): what one row by itself must say. */

import { byCoding, carriedOut } from '../ground.ts'
import { dayOf, yearsLater } from '#shared/days'
import { codesOf, isAfter, isBefore, isFilled, isSameDay, where, whereNoDate } from '../questions.ts'
import { type Rule, from, only, rule } from '../rule.ts'

/** From this day the reason for a change of social worker is asked. */
export const reasonsFrom = dayOf(2023, 4, 1)!

export const socialWork: readonly Rule[] = [
  rule({
    code: 'SW01aSTG1',
    ground: byCoding(
      'A blank first day is the matter of SW01bSTG1; the tool that councils use flags it here too.',
      'fairly sure',
    ),
    says: 'The episode of social work began before 1 April 2023 and names no social worker.',
    fix: 'Enter SW_ID.',
    live: only(2025),
    columns: ['SW_ID', 'SW_DECOM'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: ['SW_ID=SW01, SW_DECOM=31/03/2023', '! SW_DECOM=31/03/2023', 'SW_DECOM=01/04/2023'],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: where(
        SWEpisodes,
        ({ SW_ID, SW_DECOM }) => isBefore(SW_DECOM, reasonsFrom) && SW_ID === null,
      ),
    }),
  }),
  rule({
    code: 'SW01bSTG1',
    ground: carriedOut,
    says: 'The episode of social work lacks its social worker, its first day or its reason.',
    fix: 'Enter SW_ID, SW_DECOM and SW_REASON.',
    live: only(2025),
    columns: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'SW_ID=SW01, SW_DECOM=01/04/2023, SW_REASON=FCONTA',
        '! SW_ID=SW01, SW_DECOM=01/04/2023',
        '! SW_DECOM=01/04/2023, SW_REASON=FCONTA',
        'SW_ID=SW01, SW_DECOM=31/03/2023',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: where(SWEpisodes, row => {
        if (!isFilled(row, 'SW_DECOM')) return row.SW_ID !== null || row.SW_REASON !== null
        return (
          row.SW_DECOM !== null &&
          row.SW_DECOM >= reasonsFrom &&
          (row.SW_ID === null || row.SW_REASON === null)
        )
      }),
    }),
  }),
  rule({
    code: 'SW02STG1',
    ground: carriedOut,
    says: 'The social worker is not told in the form that the return asks for.',
    fix: 'Enter a number that begins with SW, as Social Work England gives it, or with XX; of 4 characters or more.',
    live: from(2024),
    columns: ['SW_ID'],
    needs: ['SWEpisodes'],
    example: { SWEpisodes: ['SW_ID=SW12345', 'SW_ID=XX12', 'SW_ID=', '! SW_ID=12345', '! SW_ID=SW'] },
    run: ({ SWEpisodes, year }) => {
      const form = year >= 2026 ? /^(SW|XX).{2,}$/ : /^(SW|XX)/
      return { SWEpisodes: where(SWEpisodes, ({ SW_ID }) => SW_ID !== null && !form.test(SW_ID)) }
    },
  }),
  rule({
    code: 'SW03STG1',
    ground: carriedOut,
    says: 'The episode of social work lacks its social worker, its first day or its reason.',
    fix: 'Enter SW_ID, SW_DECOM and SW_REASON.',
    live: only(2024),
    columns: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'SW_ID=SW01, SW_DECOM=01/05/2023, SW_REASON=FCONTA',
        '! SW_ID=SW01, SW_DECOM=01/05/2023',
        '! SW_ID=SW01, SW_REASON=FCONTA',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: where(
        SWEpisodes,
        row => row.SW_ID === null || row.SW_REASON === null || !isFilled(row, 'SW_DECOM'),
      ),
    }),
  }),
  rule({
    code: 'SW04STG1',
    ground: carriedOut,
    says: 'The first day of the episode of social work is not a date.',
    fix: 'Enter SW_DECOM as dd/mm/yyyy.',
    live: from(2024),
    columns: ['SW_DECOM'],
    needs: ['SWEpisodes'],
    example: { SWEpisodes: ['SW_DECOM=01/05/2026', 'SW_DECOM=', '! SW_DECOM=31/04/2026'] },
    run: ({ SWEpisodes }) => ({ SWEpisodes: whereNoDate(SWEpisodes, 'SW_DECOM') }),
  }),
  rule({
    code: 'SW05STG1',
    ground: carriedOut,
    says: 'The last day of the episode of social work is not a date.',
    fix: 'Enter SW_DEC as dd/mm/yyyy, or leave it blank while it goes on.',
    live: from(2024),
    columns: ['SW_DEC'],
    needs: ['SWEpisodes'],
    example: { SWEpisodes: ['SW_DEC=01/05/2026', 'SW_DEC=', '! SW_DEC=31/04/2026'] },
    run: ({ SWEpisodes }) => ({ SWEpisodes: whereNoDate(SWEpisodes, 'SW_DEC') }),
  }),
  rule({
    code: 'SW06STG2',
    ground: carriedOut,
    says: 'The episode of social work began after the year of the return ended.',
    fix: 'Correct SW_DECOM, or leave the row for the next return.',
    live: from(2024),
    columns: ['SW_DECOM'],
    needs: ['SWEpisodes'],
    example: { SWEpisodes: ['SW_DECOM=31/03/2027', '! SW_DECOM=01/04/2027', 'SW_DECOM='] },
    run: ({ SWEpisodes, end }) => ({
      SWEpisodes: where(SWEpisodes, ({ SW_DECOM }) => isAfter(SW_DECOM, end)),
    }),
  }),
  rule({
    code: 'SW07STG2',
    ground: carriedOut,
    says: 'The episode of social work ended outside the time that the return asks about.',
    fix: 'Correct SW_DEC, or leave out an episode that ended more than a year before the year of the return.',
    live: from(2024),
    note: 'In 2023-24 it had to end within the year of the return; since then, within that year or the one before.',
    columns: ['SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: ['SW_DEC=01/04/2025', 'SW_DEC=31/03/2027', '! SW_DEC=31/03/2025', '! SW_DEC=01/04/2027'],
    },
    run: ({ SWEpisodes, start, end, year }) => {
      const first = year >= 2025 ? yearsLater(start, -1) : start
      return {
        SWEpisodes: where(SWEpisodes, ({ SW_DEC }) => isBefore(SW_DEC, first) || isAfter(SW_DEC, end)),
      }
    },
  }),
  rule({
    code: 'SW09STG2',
    ground: carriedOut,
    says: 'The episode of social work ended on the day it began.',
    fix: 'Correct SW_DECOM or SW_DEC, or leave the episode out.',
    live: from(2024),
    columns: ['SW_DECOM', 'SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'SW_DECOM=01/05/2026, SW_DEC=02/05/2026',
        '! SW_DECOM=01/05/2026, SW_DEC=01/05/2026',
        'SW_DECOM=01/05/2026',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: where(SWEpisodes, ({ SW_DECOM, SW_DEC }) => isSameDay(SW_DECOM, SW_DEC)),
    }),
  }),
  rule({
    code: 'SW13STG1',
    ground: carriedOut,
    says: 'The reason for the change of social worker is not one of the return, or is missing.',
    fix: 'Enter one of the codes in SW_REASON; it is asked of changes since 1 April 2023.',
    live: from(2024),
    columns: ['SW_REASON', 'SW_DECOM'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'SW_DECOM=01/05/2026, SW_REASON=LEFTRL',
        '! SW_DECOM=01/05/2026, SW_REASON=LEFT',
        '! SW_DECOM=01/05/2026',
        'SW_DECOM=31/03/2023',
      ],
    },
    run: ({ SWEpisodes, year }) => {
      const known = codesOf('SW_REASON', year)
      return {
        SWEpisodes: where(SWEpisodes, ({ SW_REASON, SW_DECOM }) =>
          SW_REASON === null
            ? year >= 2025 && SW_DECOM !== null && SW_DECOM >= reasonsFrom
            : !known.has(SW_REASON),
        ),
      }
    },
  }),
]
