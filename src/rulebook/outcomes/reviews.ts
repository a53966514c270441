/** Rules of reviews: when each was, and how the child took part. */

import { byMessage, carriedOut } from '../ground.ts'
import { historiesOf, isRespite } from '../history.ts'
import { codesOf, isAged, isAnyFilled, isFilled, isOneOf, isYounger, positions, where } from '../questions.ts'
import type { Header, RowOf } from '../row.ts'
import { type Rule, rule } from '../rule.ts'

export const reviews: readonly Rule[] = [
  rule({
    code: '166',
    ground: carriedOut,
    says: 'The date of the review is missing, or is not a date.',
    fix: 'Enter REVIEW as dd/mm/yyyy.',
    columns: ['REVIEW'],
    needs: ['Reviews'],
    example: { Reviews: ['REVIEW=10/06/2026', '! REVIEW=', '! REVIEW=31/06/2026'] },
    run: ({ Reviews }) => ({ Reviews: where(Reviews, ({ REVIEW }) => REVIEW === null) }),
  }),
  rule({
    code: '167',
    ground: carriedOut,
    says: 'How the child took part in the review is missing or is not a code, or it stands without a review.',
    fix: 'Enter PN0 to PN7 in REVIEW_CODE for each date in REVIEW.',
    columns: ['REVIEW_CODE'],
    needs: ['Reviews'],
    example: {
      Reviews: [
        'REVIEW=10/06/2026, REVIEW_CODE=PN1',
        '! REVIEW=10/06/2026, REVIEW_CODE=',
        '! REVIEW=10/06/2026, REVIEW_CODE=PN8',
        '! REVIEW=, REVIEW_CODE=PN1',
        'REVIEW=, REVIEW_CODE=',
      ],
    },
    run: ({ Reviews, year }) => {
      const known = codesOf('REVIEW_CODE', year)
      return {
        Reviews: where(Reviews, row =>
          isFilled(row, 'REVIEW') ? !isOneOf(row.REVIEW_CODE, known) : row.REVIEW_CODE !== null,
        ),
      }
    },
  }),
  rule({
    code: '399',
    ground: carriedOut,
    says: 'The child had short breaks only, yet motherhood or a review is filled in.',
    fix: 'Clear MOTHER and the reviews of the child, or correct LS.',
    columns: ['LS', 'MOTHER', 'REVIEW', 'REVIEW_CODE'],
    needs: ['Episodes'],
    uses: ['Header', 'Reviews'],
    example: {
      Episodes: [
        '! CHILD=a, LS=V3',
        '! CHILD=b, LS=V4',
        'CHILD=c, LS=V3',
        'CHILD=c, LS=C2',
        'CHILD=d, LS=V4',
      ],
      Header: ['! CHILD=a, MOTHER=0', 'CHILD=b, MOTHER=', 'CHILD=c, MOTHER=1', 'CHILD=d'],
      Reviews: ['! CHILD=b, REVIEW=10/06/2026, REVIEW_CODE=PN1', 'CHILD=c, REVIEW=10/06/2026'],
    },
    run: ({ Episodes, Header, Reviews }) => {
      const [episodes, mothers, reviewed] = [[] as number[], [] as Header[], [] as RowOf<'Reviews'>[]]
      for (const [child, history] of historiesOf(Episodes)) {
        if (!history.every(isRespite)) continue
        const mother = Header?.of(child).filter(({ MOTHER }) => MOTHER !== null) ?? []
        const had = Reviews?.of(child).filter(row => isAnyFilled(row, ['REVIEW', 'REVIEW_CODE'])) ?? []
        if (mother.length + had.length === 0) continue
        episodes.push(...positions(history))
        mothers.push(...mother)
        reviewed.push(...had)
      }
      return { Episodes: episodes, Header: positions(mothers), Reviews: positions(reviewed) }
    },
  }),
  rule({
    code: '440',
    ground: byMessage(
      'A child is four on the fourth birthday; the tool that councils use flags from the day after.',
      'sure',
    ),
    says: 'The review says that the child was under four, but the child was four or older.',
    fix: 'Enter PN1 to PN7 in REVIEW_CODE, or correct DOB or REVIEW.',
    columns: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    needs: ['Reviews'],
    example: {
      Reviews: [
        'DOB=11/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN0',
        '! DOB=10/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN0',
        'DOB=10/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN1',
      ],
    },
    run: ({ Reviews }) => ({
      Reviews: where(
        Reviews,
        ({ DOB, REVIEW, REVIEW_CODE: code }) => code === 'PN0' && isAged(DOB, 4, REVIEW),
      ),
    }),
  }),
  rule({
    code: '441',
    ground: carriedOut,
    says: 'The review says how the child took part, but the child was under four.',
    fix: 'Enter PN0 in REVIEW_CODE, or correct DOB or REVIEW.',
    columns: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    needs: ['Reviews'],
    example: {
      Reviews: [
        '! DOB=11/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN7',
        'DOB=10/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN7',
        'DOB=11/06/2022, REVIEW=10/06/2026, REVIEW_CODE=PN0',
      ],
    },
    run: ({ Reviews, year }) => {
      const known = codesOf('REVIEW_CODE', year)
      return {
        Reviews: where(
          Reviews,
          ({ DOB, REVIEW, REVIEW_CODE: code }) =>
            code !== 'PN0' && isOneOf(code, known) && isYounger(DOB, 4, REVIEW),
        ),
      }
    },
  }),
]
