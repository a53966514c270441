/** Rules of episodes beside Ofsted's lists: what a URN may be used for, by whom, where, and until when. */

import { agreed, byCoding, carriedOut } from '../ground.ts'
import { isRespite } from '../history.ts'
import { type Codes, codes, isOneOf, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { type AsksOfListed, whereListed } from './listed.ts'
import { noUrn, plain, withoutUrn } from './places.ts'
import { registrations } from './registrations.ts'

/** Homes of which the list gives the very place; of a fostering agency it gives the office. */
const homes = (year: number): Codes => codes(year === 2024 ? 'K1 K2 K3 R3 S1 H5' : 'K1 K2 K3 R3 S1')

/** Since 2025-26 places that Ofsted does not register, and supported accommodation, may be in another authority. */
const anywhere = (year: number): Codes => (year < 2026 ? codes('') : new Set([...withoutUrn(year), 'K3']))

const uses: readonly Rule[] = [
  rule({
    code: '219',
    ground: agreed,
    says: "The placement type is not one that Ofsted's list gives for this URN.",
    fix: 'Correct PLACE or URN.',
    columns: ['URN', 'PLACE'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, PLACE=K2',
        '! URN=SC040633, PLACE=R3',
        'URN=XXXXXXX, PLACE=U6',
        'URN=, PLACE=P1',
      ],
      providers: ['URN=SC040633, PLACE_CODES=K2 K1'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: whereListed(
        Episodes,
        providers,
        ({ PLACE }, listed) => PLACE !== null && !listed.some(({ placeCodes }) => placeCodes.includes(PLACE)),
      ),
    }),
  }),
  rule({
    code: '224',
    ground: byCoding('A blank is the matter of rule 526.', 'fairly sure'),
    says: "The kind of provider is not one that Ofsted's list gives for this URN.",
    fix: 'Correct PLACE_PROVIDER or URN.',
    columns: ['PLACE_PROVIDER'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: ['URN=SC040633, PLACE_PROVIDER=PR4', '! URN=SC040633, PLACE_PROVIDER=PR1', 'URN=SC040633'],
      providers: ['URN=SC040633, PROVIDER_CODES=PR4 PR5'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: whereListed(
        Episodes,
        providers,
        ({ PLACE_PROVIDER: kind }, listed) =>
          kind !== null && !listed.some(({ providerCodes }) => providerCodes.includes(kind)),
      ),
    }),
  }),
  rule({
    code: '1008',
    ground: carriedOut,
    says: "The URN is not in Ofsted's lists.",
    fix: 'Correct URN; enter XXXXXXX for a carer or home that has none.',
    columns: ['URN'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: ['URN=SC040633', '! URN=SC999999', 'URN=XXXXXXX', 'URN='],
      providers: ['URN=SC040633'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: where(Episodes, ({ URN }) => URN !== null && URN !== noUrn && !providers.has(URN)),
    }),
  }),
]

const places: readonly Rule[] = [
  rule({
    code: '221',
    ground: byCoding(
      'The coding exempts short breaks, and lists the types: with H5 in 2023-24, with K3 since 2024-25.',
      'fairly sure',
    ),
    says: "The postcode of the placement is not the one that Ofsted's list gives for this home.",
    fix: 'Correct PL_POST or URN.',
    columns: ['PL_POST'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, PLACE=K2, PL_POST=ST15 9AB',
        '! URN=SC040633, PLACE=K2, PL_POST=ST15 9XY',
        'URN=SC040633, PLACE=U6, PL_POST=ST15 9XY',
        'URN=SC040633, PLACE=K2, PL_POST=',
        'URN=SC040633, PLACE=K2, PL_POST=ST15 9XY, LS=V4',
      ],
      providers: ['URN=SC040633, POSTCODE=ST159AB'],
    },
    run: ({ Episodes, providers, year }) => {
      const types = homes(year)
      return {
        Episodes: whereListed(
          Episodes,
          providers,
          (row, listed) =>
            isOneOf(row.PLACE, types) &&
            !isRespite(row) &&
            row.PL_POST !== null &&
            !listed.some(({ postcode }) => plain(postcode) === plain(row.PL_POST)),
        ),
      }
    },
  }),
  rule({
    code: '229',
    ground: byCoding('Since 2025-26 the coding exempts K3 and the types that Ofsted does not register.'),
    says: "Whether the provision is the authority's own does not agree with where Ofsted's list places it.",
    fix: "Enter PR1 for the authority's own provision and PR2 for another authority's, or correct URN.",
    columns: ['PLACE_PROVIDER'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, PLACE_PROVIDER=PR1',
        '! URN=SC040633, PLACE_PROVIDER=PR2',
        '! URN=SC051111, PLACE_PROVIDER=PR1',
        'URN=SC051111, PLACE_PROVIDER=PR2',
        'URN=SC051111, PLACE_PROVIDER=PR4',
        'URN=SC051111, PLACE_PROVIDER=PR1, PLACE=K3',
      ],
      providers: ['URN=SC040633, AUTHORITY=E10000028', 'URN=SC051111, AUTHORITY=E06000021'],
    },
    run: ({ Episodes, providers, authority, year }) => {
      const exempt = anywhere(year)
      const asks: AsksOfListed = ({ PLACE, PLACE_PROVIDER: kind }, listed) => {
        const isOwn = listed.some(each => each.authority === authority)
        return !isOneOf(PLACE, exempt) && kind === (isOwn ? 'PR2' : 'PR1')
      }
      return { Episodes: authority === null ? [] : whereListed(Episodes, providers, asks) }
    },
  }),
]

export const ofsted: readonly Rule[] = [...uses, ...places, ...registrations]
