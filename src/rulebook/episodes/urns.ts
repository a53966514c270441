/** Rules of Ofsted's number (URN): which placements must have one, and which must not. */

import { agreed, byCoding, carriedOut } from '../ground.ts'
import { isOneOf, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, from, only, rule } from '../rule.ts'
import { goesOnAfter, registrationBegan } from './contents.ts'
import { adoptive, foster, isOutsideEngland, noUrn, withUrn, withoutUrn } from './places.ts'

const lacksOne = (episode: Episode): boolean => episode.URN === null && !isOutsideEngland(episode)

/** Supported accommodation in the year in which it came to be registered. */
const isNewlyRegistered = (episode: Episode, year: number): boolean =>
  year === 2024 && episode.PLACE === 'H5' && goesOnAfter(episode, registrationBegan)

const wanted: readonly Rule[] = [
  rule({
    code: '218',
    ground: byCoding(
      'In 2023-24 the list no longer exempts H5; we ask it of H5 from the day of registration, as rule 230 does.',
      'fairly sure',
    ),
    says: 'The placement has no URN, though Ofsted registers placements of this type.',
    fix: 'Enter the URN of the home or agency; XXXXXXX for carers or adopters who have none.',
    columns: ['URN', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=K2, URN=SC040633',
        '! PLACE=K2, URN=, PL_LA=E10000028',
        'PLACE=K2, URN=, PL_LA=WAL',
        'PLACE=P1, URN=',
        'PLACE=U6, URN=XXXXXXX',
      ],
    },
    run: ({ Episodes, year }) => ({
      Episodes: where(
        Episodes,
        row => (isOneOf(row.PLACE, withUrn) || isNewlyRegistered(row, year)) && lacksOne(row),
      ),
    }),
  }),
  rule({
    code: '230',
    ground: byCoding(
      'The coding asks it of episodes that end on or after 29 October 2023, or have not ended.',
    ),
    says: 'A placement in supported accommodation (H5) that goes on after 28 October 2023 has no URN.',
    fix: 'Enter the URN of the provider; end the episode if the provider is not registered.',
    live: only(2024),
    columns: ['URN', 'PLACE', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=H5, DEC=28/10/2023, URN=',
        '! PLACE=H5, DEC=29/10/2023, URN=',
        '! PLACE=H5, URN=XXXXXXX',
        'PLACE=H5, URN=2738201',
        'PLACE=H5, URN=, PL_LA=SCO',
      ],
    },
    run: ({ Episodes, year }) => ({
      Episodes: where(
        Episodes,
        row =>
          isNewlyRegistered(row, year) && (lacksOne(row) || (row.URN === noUrn && !isOutsideEngland(row))),
      ),
    }),
  }),
]

const unwanted: readonly Rule[] = [
  rule({
    code: '222',
    ground: byCoding(
      'The coding lists the types of each year, and exempts XXXXXXX, which is the matter of rule 242.',
    ),
    says: 'There is a URN, though Ofsted does not register placements of this type.',
    fix: 'Clear URN, or correct PLACE.',
    columns: ['URN', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=K2, URN=SC040633',
        '! PLACE=R2, URN=SC040633',
        'PLACE=R2, URN=XXXXXXX',
        'PLACE=T1, URN=',
      ],
    },
    run: ({ Episodes, year }) => {
      const types = withoutUrn(year)
      return {
        Episodes: where(Episodes, ({ PLACE, URN }) => URN !== null && URN !== noUrn && isOneOf(PLACE, types)),
      }
    },
  }),
  rule({
    code: '242',
    ground: agreed,
    says: 'XXXXXXX stands for the URN of a placement that is neither fostering nor adoption.',
    fix: 'Enter the URN of the home, or correct PLACE.',
    live: from(2026),
    columns: ['URN', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: ['PLACE=A6, URN=XXXXXXX', 'PLACE=U6, URN=XXXXXXX', '! PLACE=K2, URN=XXXXXXX', 'PLACE=K2'],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ PLACE, URN }) => URN === noUrn && !isOneOf(PLACE, adoptive) && !isOneOf(PLACE, foster),
      ),
    }),
  }),
  rule({
    code: '243',
    ground: carriedOut,
    says: 'There is a URN, though the placement is outside England.',
    fix: 'Clear URN, or correct PL_POST: Ofsted registers homes in England only.',
    live: from(2026),
    columns: ['URN', 'PL_LA'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'URN=SC040633, PL_LA=E10000028',
        '! URN=SC040633, PL_LA=WAL',
        '! URN=XXXXXXX, PL_LA=NIR',
        'URN=, PL_LA=SCO',
        'URN=SC040633, PL_LA=',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => row.URN !== null && isOutsideEngland(row)),
    }),
  }),
  rule({
    code: '241',
    ground: byCoding(
      'The coding compares with the authorities of the provider; the tool that councils use, with that of the return.',
    ),
    says: 'The provider of the supported accommodation has no premises in the authority of the placement.',
    fix: 'Correct URN or PL_POST.',
    live: from(2026),
    columns: ['URN', 'PLACE', 'PL_LA'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'PLACE=K3, URN=2738201, PL_LA=E10000028',
        '! PLACE=K3, URN=2738201, PL_LA=E06000021',
        'PLACE=K3, URN=2738201, PL_LA=',
        'PLACE=K2, URN=2738201, PL_LA=E06000021',
      ],
      providers: ['URN=2738201, AUTHORITY=E10000028', 'URN=2738201, AUTHORITY=E10000024'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: where(Episodes, ({ PLACE, URN, PL_LA }) => {
        const premises = PLACE === 'K3' && URN !== null && PL_LA !== null ? providers.get(URN) : undefined
        return (
          premises !== undefined &&
          premises.every(each => each.authority !== null && each.authority !== PL_LA)
        )
      }),
    }),
  }),
]

export const urns: readonly Rule[] = [...wanted, ...unwanted]
