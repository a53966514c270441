/** Rules of who provides a placement (PLACE_PROVIDER). */

import { byCoding, carriedOut } from '../ground.ts'
import { isRespite } from '../history.ts'
import { type Codes, codes, codesOf, isOneOf, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { adoptive, foster, withoutProvider } from './places.ts'

/** The coding of 178 names T4 no longer; that of 213 does. */
const barredSince2026 = codes('T0 T1 T2 T3 Z11 Z12 Z13 Z14')

const needed: readonly Rule[] = [
  rule({
    code: '178',
    ground: byCoding(
      'The message speaks of codes; the coding bars any for T and Z types too, but since 2025-26 not for T4.',
    ),
    says: 'The kind of provider is not a code of the return, or is given for a placement that has none.',
    fix: 'Enter PR0 to PR5 in PLACE_PROVIDER; clear it for T0 to T3 and for Z11 to Z14.',
    columns: ['PLACE_PROVIDER', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=U6, PLACE_PROVIDER=PR1',
        '! PLACE=U6, PLACE_PROVIDER=PR6',
        '! PLACE=T1, PLACE_PROVIDER=PR1',
        'PLACE=T4, PLACE_PROVIDER=PR1',
        'PLACE=U6',
        'PLACE=T1',
      ],
    },
    run: ({ Episodes, year }) => {
      const known = codesOf('PLACE_PROVIDER', year)
      const barred = year < 2026 ? withoutProvider(year) : barredSince2026
      return {
        Episodes: where(
          Episodes,
          ({ PLACE_PROVIDER: kind, PLACE }) => kind !== null && (!known.has(kind) || isOneOf(PLACE, barred)),
        ),
      }
    },
  }),
  rule({
    code: '213',
    ground: carriedOut,
    says: 'The kind of provider is given for a placement that has none.',
    fix: 'Clear PLACE_PROVIDER, or correct PLACE.',
    columns: ['PLACE_PROVIDER', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=U6, PLACE_PROVIDER=PR1',
        '! PLACE=T1, PLACE_PROVIDER=PR3',
        '! PLACE=Z12, PLACE_PROVIDER=PR4',
        'PLACE=T1',
      ],
    },
    run: ({ Episodes, year }) => {
      const exempt = withoutProvider(year)
      return {
        Episodes: where(Episodes, row => row.PLACE_PROVIDER !== null && isOneOf(row.PLACE, exempt)),
      }
    },
  }),
  rule({
    code: '526',
    ground: carriedOut,
    says: 'The kind of provider is missing.',
    fix: 'Enter PR0 to PR5 in PLACE_PROVIDER.',
    columns: ['PLACE_PROVIDER', 'PLACE'],
    needs: ['Episodes'],
    example: { Episodes: ['PLACE=U6, PLACE_PROVIDER=PR1', '! PLACE=U6', 'PLACE=T1', 'PLACE=Z13'] },
    run: ({ Episodes, year }) => {
      const exempt = withoutProvider(year)
      return {
        Episodes: where(Episodes, row => row.PLACE_PROVIDER === null && !isOneOf(row.PLACE, exempt)),
      }
    },
  }),
]

type Unfit = Pick<Rule, 'code' | 'ground' | 'says'> & { readonly kind: string; readonly types: Codes }

const unfit = ({ kind, types, ...words }: Unfit): Rule =>
  rule({
    ...words,
    fix: 'Correct PLACE_PROVIDER or PLACE.',
    columns: ['PLACE_PROVIDER', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        `! PLACE=P1, PLACE_PROVIDER=${kind}`,
        'PLACE=P1, PLACE_PROVIDER=PR0',
        `PLACE_PROVIDER=${kind}`,
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => row.PLACE_PROVIDER === kind && isOneOf(row.PLACE, types)),
    }),
  })

const notByAuthorities = codes('P1 R2 R5')
const parents = codes('P1')

const matched: readonly Rule[] = [
  unfit({
    code: '527',
    ground: carriedOut,
    kind: 'PR1',
    types: notByAuthorities,
    says: 'The authority itself is said to provide a home with parents, health care or a young offender institution.',
  }),
  unfit({
    code: '528',
    ground: carriedOut,
    kind: 'PR2',
    types: notByAuthorities,
    says: 'Another authority is said to provide a home with parents, health care or a young offender institution.',
  }),
  unfit({
    code: '529',
    ground: carriedOut,
    kind: 'PR3',
    types: new Set([...parents, ...adoptive, ...foster, 'K1', 'K2']),
    says: "Another public body is said to provide a home with parents, fostering, adoption or a children's home.",
  }),
  unfit({
    code: '530',
    ground: carriedOut,
    kind: 'PR4',
    types: parents,
    says: 'A private provider is said to provide a home with parents.',
  }),
  unfit({
    code: '531',
    ground: carriedOut,
    kind: 'PR5',
    types: parents,
    says: 'A voluntary provider is said to provide a home with parents.',
  }),
  rule({
    code: '550',
    ground: carriedOut,
    says: 'Parents are said to provide a placement that is not with parents.',
    fix: 'Correct PLACE_PROVIDER, or enter P1 in PLACE.',
    columns: ['PLACE', 'PLACE_PROVIDER'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=P1, PLACE_PROVIDER=PR0',
        '! PLACE=U6, PLACE_PROVIDER=PR0',
        'PLACE=U6, PLACE_PROVIDER=PR1',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => row.PLACE_PROVIDER === 'PR0' && row.PLACE !== 'P1'),
    }),
  }),
]

const own: Rule = rule({
  code: '1015',
  ground: carriedOut,
  says: "The authority's own provision is said to be in another authority.",
  fix: 'Correct PLACE_PROVIDER, PLACE or PL_POST.',
  columns: ['PLACE_PROVIDER', 'PLACE', 'PL_LA'],
  needs: ['Episodes'],
  example: {
    Episodes: [
      'LS=C2, PLACE=K2, PLACE_PROVIDER=PR1, PL_LA=E10000028',
      '! LS=C2, PLACE=K2, PLACE_PROVIDER=PR1, PL_LA=E06000021',
      'LS=C2, PLACE=U6, PLACE_PROVIDER=PR1, PL_LA=E06000021',
      'LS=C2, PLACE=K3, PLACE_PROVIDER=PR1, PL_LA=E06000021',
      'LS=V3, PLACE=K2, PLACE_PROVIDER=PR1, PL_LA=E06000021',
    ],
  },
  run: ({ Episodes, authority, year }) => {
    const elsewhere = new Set([...adoptive, ...foster, ...(year < 2026 ? [] : ['K3'])])
    return {
      Episodes: where(
        Episodes,
        row =>
          row.PLACE_PROVIDER === 'PR1' &&
          row.PLACE !== null &&
          !elsewhere.has(row.PLACE) &&
          row.LS !== null &&
          !isRespite(row) &&
          row.PL_LA !== null &&
          authority !== null &&
          row.PL_LA !== authority,
      ),
    }
  },
})

export const provision: readonly Rule[] = [...needed, ...matched, own]
