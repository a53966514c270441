/** Rules of Ofsted's number (URN): which placements must have one, and which must not. */

import { isOneOf, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, from, only, rule } from '../rule.ts'
import { registrationBegan } from './contents.ts'
import { adoptive, foster, isOutsideEngland, withUrn, withoutUrn } from './places.ts'

/** Stands where carers or adopters have no number. */
const noUrn = 'XXXXXXX'

const lacksOne = (episode: Episode): boolean => episode.URN === null && !isOutsideEngland(episode)

const wanted: readonly Rule[] = [
  rule({
    code: '218',
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
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => isOneOf(row.PLACE, withUrn) && lacksOne(row)),
    }),
  }),
  rule({
    code: '230',
    says: 'A semi-independent placement (H5) that begins on or after 28 October 2023 has no URN.',
    fix: 'Enter the URN, with K3 in PLACE if the home is registered.',
    live: only(2024),
    columns: ['URN', 'PLACE', 'DECOM'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=H5, DECOM=27/10/2023, URN=',
        '! PLACE=H5, DECOM=28/10/2023, URN=',
        'PLACE=H5, DECOM=28/10/2023, URN=2738201',
        'PLACE=H5, DECOM=28/10/2023, URN=, PL_LA=SCO',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        row => row.PLACE === 'H5' && row.DECOM !== null && row.DECOM >= registrationBegan && lacksOne(row),
      ),
    }),
  }),
]

const unwanted: readonly Rule[] = [
  rule({
    code: '222',
    says: 'There is a URN, though Ofsted does not register placements of this type.',
    fix: 'Clear URN, or correct PLACE.',
    columns: ['URN', 'PLACE'],
    needs: ['Episodes'],
    example: { Episodes: ['PLACE=K2, URN=SC040633', '! PLACE=R2, URN=SC040633', 'PLACE=T1, URN='] },
    run: ({ Episodes, year }) => {
      const types = withoutUrn(year)
      return { Episodes: where(Episodes, ({ PLACE, URN }) => URN !== null && isOneOf(PLACE, types)) }
    },
  }),
  rule({
    code: '242',
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
