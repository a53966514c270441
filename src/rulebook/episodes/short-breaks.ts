/** Rules of short breaks (V3 and V4): their length, and what is not said of them. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { type History, endOf, historiesOf, isRespite } from '../history.ts'
import { codes, daysFrom, isOneOf, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Setting } from '../return.ts'
import { isTemporary } from './places.ts'

const isStay = ({ LS }: Episode): boolean => LS === 'V3'
const longTerm = codes('U1 U4')

const lengths: readonly Rule[] = [
  rule({
    code: '365',
    ground: carriedOut,
    says: 'A short break (V3) lasts longer than 17 days.',
    fix: 'Correct DECOM or DEC, or LS: a longer stay is not a short break.',
    source:
      'Care Planning, Placement and Case Review Regulations 2010 reg. 48; DfE, SSDA903 validation rule 365',
    columns: ['LS', 'DECOM', 'DEC'],
    needs: ['Episodes'],
    note: 'The tool that councils use writes an end into open episodes here, and misleads the rules after it.',
    example: {
      Episodes: [
        'LS=V3, DECOM=01/05/2026, DEC=18/05/2026',
        '! LS=V3, DECOM=01/05/2026, DEC=19/05/2026',
        '! LS=V3, DECOM=01/03/2027',
        'LS=V4, DECOM=01/05/2026, DEC=19/05/2026',
      ],
    },
    run: ({ Episodes, end }) => ({
      Episodes: where(Episodes, row => isStay(row) && (daysFrom(row.DECOM, endOf(row, end)) ?? 0) > 17),
    }),
  }),
  rule({
    code: '366',
    ground: carriedOut,
    says: 'A short break (V3) does not begin as a start of being looked after.',
    fix: 'Enter S in RNE: a child does not change placement within one short break.',
    columns: ['LS', 'RNE'],
    needs: ['Episodes'],
    example: { Episodes: ['LS=V3, RNE=S', '! LS=V3, RNE=P', 'LS=V4, RNE=P'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => isStay(row) && row.RNE !== 'S') }),
  }),
  rule({
    code: '367',
    ground: byMessage(
      'It speaks of any 12 months; we count the year of the return, as the tool that councils use does.',
    ),
    says: 'The short breaks (V3) of the child come to more than 75 days in the year.',
    fix: 'Correct DECOM or DEC of the short breaks, or LS.',
    source:
      'Care Planning, Placement and Case Review Regulations 2010 reg. 48; DfE, SSDA903 validation rule 367',
    columns: ['LS', 'DECOM', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        '! CHILD=a, LS=V3, DECOM=01/04/2026, DEC=11/05/2026',
        '! CHILD=a, LS=V3, DECOM=01/07/2026, DEC=06/08/2026',
        'CHILD=b, LS=V3, DECOM=01/04/2026, DEC=11/05/2026',
        'CHILD=b, LS=V3, DECOM=01/07/2026, DEC=05/08/2026',
        'CHILD=c, LS=V3, DECOM=01/02/2026, DEC=11/05/2026',
      ],
    },
    run: ({ Episodes, ...setting }) => {
      const stays = [...historiesOf(Episodes).values()].map(history => history.filter(isStay))
      return { Episodes: positions(stays.filter(all => daysIn(all, setting) > 75).flat()) }
    },
  }),
]

/** Days of stays within the year, as far as they are known. */
function daysIn(stays: History, { start, end }: Pick<Setting, 'start' | 'end'>): number {
  let days = 0
  for (const stay of stays) {
    const last = endOf(stay, end)
    if (stay.DECOM === null || last === null) continue
    days += Math.max(0, Math.min(last, end) - Math.max(stay.DECOM, start))
  }
  return days
}

type Barred = Pick<Rule, 'code' | 'ground' | 'says' | 'fix' | 'columns' | 'example'> & {
  readonly has: (episode: Episode) => boolean
}

const barred = ({ has, ...words }: Barred): Rule =>
  rule({
    ...words,
    needs: ['Episodes'],
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => isRespite(row) && has(row)) }),
  })

const unsaid: readonly Rule[] = [
  barred({
    code: '214',
    ground: carriedOut,
    says: 'A short break has a postcode or a URN of the placement, which is not asked.',
    fix: 'Clear PL_POST and URN, or correct LS.',
    columns: ['LS', 'PL_POST', 'URN'],
    example: {
      Episodes: ['LS=V3', '! LS=V3, PL_POST=ST15 9AB', '! LS=V4, URN=SC040633', 'LS=C2, PL_POST=ST15 9AB'],
    },
    has: ({ PL_POST, URN }) => PL_POST !== null || URN !== null,
  }),
  barred({
    code: '398',
    ground: carriedOut,
    says: 'A short break has postcodes, or a distance worked out from them, which are not asked.',
    fix: 'Clear HOME_POST and PL_POST, or correct LS.',
    columns: ['LS', 'HOME_POST', 'PL_POST'],
    example: {
      Episodes: [
        'LS=V3',
        '! LS=V3, HOME_POST=ST16 2LH',
        '! LS=V4, PL_POST=ST15 9AB',
        'LS=C2, PL_POST=ST15 9AB',
      ],
    },
    has: ({ HOME_POST, PL_POST, PL_DISTANCE }) =>
      HOME_POST !== null || PL_POST !== null || PL_DISTANCE !== null,
  }),
  barred({
    code: '420',
    ground: carriedOut,
    says: 'A short break has an authority of the placement, which is not asked.',
    fix: 'Clear PL_POST, from which it is worked out, or correct LS.',
    columns: ['LS', 'PL_LA'],
    example: { Episodes: ['LS=V3', '! LS=V3, PL_LA=E10000028', '! LS=V4, PL_LA=WAL', 'LS=C2, PL_LA=WAL'] },
    has: ({ PL_LA }) => PL_LA !== null,
  }),
  barred({
    code: '382',
    ground: carriedOut,
    says: 'A short break is in a temporary placement.',
    fix: 'Correct PLACE or LS.',
    columns: ['LS', 'PLACE'],
    example: { Episodes: ['LS=V3, PLACE=U6', '! LS=V3, PLACE=T1', '! LS=V4, PLACE=T0', 'LS=C2, PLACE=T1'] },
    has: isTemporary,
  }),
  barred({
    code: '384',
    ground: agreed,
    says: 'A short break is in a long-term foster placement.',
    fix: 'Correct PLACE or LS.',
    columns: ['LS', 'PLACE'],
    example: { Episodes: ['LS=V3, PLACE=U6', '! LS=V3, PLACE=U4', '! LS=V4, PLACE=U1', 'LS=C2, PLACE=U4'] },
    has: ({ PLACE }) => isOneOf(PLACE, longTerm),
  }),
]

const both: Rule = rule({
  code: '426',
  ground: carriedOut,
  says: 'The child has short breaks of both sorts, V3 and V4, in one year.',
  fix: 'Record each stay under V3, or one agreement under V4, but not both.',
  columns: ['LS'],
  needs: ['Episodes'],
  example: {
    Episodes: ['! CHILD=a, LS=V3', '! CHILD=a, LS=V4', 'CHILD=a, LS=C2', 'CHILD=b, LS=V3', 'CHILD=c, LS=V4'],
  },
  run: ({ Episodes }) => {
    const breaks = [...historiesOf(Episodes).values()].map(history => history.filter(isRespite))
    return { Episodes: positions(breaks.filter(all => all.some(isStay) && !all.every(isStay)).flat()) }
  },
})

export const shortBreaks: readonly Rule[] = [...lengths, ...unsaid, both]
