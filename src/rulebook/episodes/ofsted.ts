/** Rules of episodes beside Ofsted's lists: what a URN may be used for, by whom, where, and until when. */

import type { Day } from '#shared/days'
import type { Provider, Providers } from '../provider.ts'
import { codes, isAfter, isOneOf, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'

/** Homes of which the list gives the very place; of a fostering agency it gives the office. */
const homes = codes('K1 K2 K3 R3 S1')
/** Stands where a home or carer has no URN. */
const noUrn = 'XXXXXXX'

type Asks = (episode: Episode, listed: readonly Provider[]) => boolean

/** Episodes whose URN is in the lists. A URN that is not is the matter of rule 1008 alone. */
const whereListed = (episodes: Table<'Episodes'>, providers: Providers, asks: Asks): number[] =>
  where(episodes, episode => {
    const listed = episode.URN === null ? undefined : providers.get(episode.URN)
    return listed !== undefined && asks(episode, listed)
  })

/** The last day on which any of its premises was registered; null while one still is. */
function registrationEnded(listed: readonly Provider[]): Day | null {
  let last: Day | null = null
  for (const { registrationEnded: ended } of listed) {
    if (ended === null) return null
    if (last === null || ended > last) last = ended
  }
  return last
}

const plain = (postcode: string | null): string | undefined => postcode?.replaceAll(/\s/g, '').toUpperCase()

const uses: readonly Rule[] = [
  rule({
    code: '219',
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
      ],
      providers: ['URN=SC040633, POSTCODE=ST159AB'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: whereListed(
        Episodes,
        providers,
        ({ PLACE, PL_POST }, listed) =>
          isOneOf(PLACE, homes) &&
          PL_POST !== null &&
          !listed.some(({ postcode }) => plain(postcode) === plain(PL_POST)),
      ),
    }),
  }),
  rule({
    code: '229',
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
      ],
      providers: ['URN=SC040633, AUTHORITY=E10000028', 'URN=SC051111, AUTHORITY=E06000021'],
    },
    run: ({ Episodes, providers, authority }) => ({
      Episodes:
        authority === null
          ? []
          : whereListed(Episodes, providers, ({ PLACE_PROVIDER: kind }, listed) => {
              const isOwn = listed.some(each => each.authority === authority)
              return isOwn ? kind === 'PR2' : kind === 'PR1'
            }),
    }),
  }),
]

const registrations: readonly Rule[] = [
  rule({
    code: '227',
    says: "The episode begins on or after the day the provider's registration ended.",
    fix: 'Correct URN or DECOM: the provider was no longer registered.',
    columns: ['URN', 'DECOM'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, DECOM=09/06/2026',
        '! URN=SC040633, DECOM=10/06/2026',
        'URN=SC051111, DECOM=10/06/2026',
      ],
      providers: ['URN=SC040633, REG_END=10/06/2026', 'URN=SC051111'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: whereListed(Episodes, providers, ({ DECOM }, listed) => {
        const ended = registrationEnded(listed)
        return ended !== null && DECOM !== null && DECOM >= ended
      }),
    }),
  }),
  rule({
    code: '228',
    says: "The episode goes on after the day the provider's registration ended.",
    fix: 'Correct URN or DEC, or end the episode: the provider is no longer registered.',
    columns: ['URN', 'DEC'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, DEC=10/06/2026',
        '! URN=SC040633, DEC=11/06/2026',
        '! URN=SC040633, DEC=',
        'URN=SC051111, DEC=',
      ],
      providers: ['URN=SC040633, REG_END=10/06/2026', 'URN=SC051111'],
    },
    run: ({ Episodes, providers, end }) => ({
      Episodes: whereListed(Episodes, providers, ({ DEC, written }, listed) =>
        isAfter(written.DEC === null ? end : DEC, registrationEnded(listed)),
      ),
    }),
  }),
]

export const ofsted: readonly Rule[] = [...uses, ...places, ...registrations]
