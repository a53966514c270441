/** Rules of the codes of an episode: each column holds a code of this year, and no other. */

import { agreed, byCoding, byGuide, carriedOut } from '../ground.ts'
import { type Day, dayOf } from '#shared/days'
import { codesOf, isAfter, isBefore, where, whereOutside } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, only, rule, until } from '../rule.ts'

type Coded = Pick<Rule, 'code' | 'ground' | 'says' | 'fix' | 'example'> & {
  readonly column: keyof Episode
  readonly note?: string
}

/** A blank is not a wrong code. */
const ofItsList = ({ column, ...words }: Coded): Rule =>
  rule({
    ...words,
    columns: [column],
    needs: ['Episodes'],
    run: ({ Episodes, year }) => ({ Episodes: whereOutside(Episodes, column, codesOf(column, year)) }),
  })

const lists: readonly Rule[] = [
  ofItsList({
    code: '143',
    ground: carriedOut,
    column: 'RNE',
    says: 'The reason for the new episode is not a code of the return.',
    fix: 'Enter S, L, P, T, B or U in RNE.',
    example: { Episodes: ['RNE=S', '! RNE=s', '! RNE=X', 'RNE='] },
  }),
  ofItsList({
    code: '144',
    ground: carriedOut,
    column: 'LS',
    says: 'The legal status is not a code of the return.',
    fix: 'Enter a code of the return in LS: C2 for a full care order, for example.',
    example: { Episodes: ['LS=C2', '! LS=C3', 'LS='] },
  }),
  ofItsList({
    code: '145',
    ground: carriedOut,
    column: 'CIN',
    says: 'The category of need is not a code of the return.',
    fix: 'Enter N1 to N8 in CIN.',
    example: { Episodes: ['CIN=N8', '! CIN=N9', 'CIN='] },
  }),
  ofItsList({
    code: '146',
    ground: byGuide(
      'In 2023-24 we accept K3 as well as H5. The codings of that year name H5 alone: K3 may have begun a year later.',
      'not sure',
    ),
    column: 'PLACE',
    says: 'The placement type is not a code of this year.',
    fix: 'Enter a code of this year in PLACE; supported accommodation is K3, and Z1 is now Z11 to Z14.',
    note: 'The tool that councils use rejects K3 in 2023-24; we accept it in that year, beside H5.',
    example: { Episodes: ['PLACE=K3', 'PLACE=Z12', '! PLACE=Z1', '! PLACE=H5', 'PLACE='] },
  }),
  ofItsList({
    code: '149',
    ground: carriedOut,
    column: 'REC',
    says: 'The reason the episode ended is not a code of the return.',
    fix: 'Enter a code of the return in REC: X1 if another episode began the same day.',
    example: { Episodes: ['REC=E4A', '! REC=E4', '! REC=E43', 'REC='] },
  }),
  ofItsList({
    code: '1009',
    ground: carriedOut,
    column: 'REASON_PLACE_CHANGE',
    says: 'The reason for the change of placement is not a code of the return.',
    fix: 'Enter a code of the return in REASON_PLACE_CHANGE, or leave it blank.',
    example: {
      Episodes: ['REASON_PLACE_CHANGE=CARPL', '! REASON_PLACE_CHANGE=CHANGE', 'REASON_PLACE_CHANGE='],
    },
  }),
]

/** Supported accommodation is registered from this day. SI 2023/416, reg. 1(3). */
export const registrationBegan = dayOf(2023, 10, 28)!
/** Whether it had not ended by the end of that day. */
export const goesOnAfter = ({ DEC, written }: Episode, day: Day): boolean =>
  written.DEC === null || isAfter(DEC, day)

const decemberBegan = dayOf(2005, 12, 1)!
const decemberEnded = dayOf(2005, 12, 31)!

const past: readonly Rule[] = [
  rule({
    code: '217t',
    ground: byCoding(
      'The message says from 28 October 2023; the coding asks whether the episode ended later than that day.',
      'fairly sure',
    ),
    says: 'The episode goes on after 28 October 2023 in independent living (P2), which was no longer used.',
    fix: 'End the episode, and begin another with the placement type as it is since then.',
    live: only(2024),
    columns: ['PLACE', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: ['PLACE=P2, DEC=28/10/2023', '! PLACE=P2, DEC=29/10/2023', '! PLACE=P2', 'PLACE=H5'],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => row.PLACE === 'P2' && goesOnAfter(row, registrationBegan)),
    }),
  }),
  rule({
    code: '445',
    ground: agreed,
    says: 'The episode begins after December 2005 under a freeing order (D1); none has been made since.',
    fix: 'Correct LS: a placement order is E1.',
    live: until(2024),
    columns: ['LS', 'DECOM'],
    needs: ['Episodes'],
    example: {
      Episodes: ['LS=D1, DECOM=31/12/2005', '! LS=D1, DECOM=01/01/2006', 'LS=E1, DECOM=01/01/2006'],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, ({ LS, DECOM }) => LS === 'D1' && isAfter(DECOM, decemberEnded)),
    }),
  }),
  rule({
    code: '446',
    ground: agreed,
    says: 'The episode begins before December 2005 under a placement order (E1), of which there were none.',
    fix: 'Correct LS or DECOM.',
    columns: ['LS', 'DECOM'],
    needs: ['Episodes'],
    example: {
      Episodes: ['LS=E1, DECOM=01/12/2005', '! LS=E1, DECOM=30/11/2005', 'LS=D1, DECOM=30/11/2005'],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, ({ LS, DECOM }) => LS === 'E1' && isBefore(DECOM, decemberBegan)),
    }),
  }),
  rule({
    code: '451',
    ground: carriedOut,
    says: 'The child is still freed for adoption (D1), though no freeing order has been made since 2005.',
    fix: 'Correct LS, or enter DEC and REC if the episode has ended.',
    live: until(2024),
    columns: ['LS', 'DEC', 'REC'],
    needs: ['Episodes'],
    example: { Episodes: ['! LS=D1', 'LS=D1, DEC=01/05/2023, REC=E12', 'LS=E1'] },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ LS, REC, written }) => LS === 'D1' && written.DEC === null && REC === null,
      ),
    }),
  }),
]

export const contents: readonly Rule[] = [...lists, ...past]
