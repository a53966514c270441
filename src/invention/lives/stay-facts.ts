/** Where children go, by age, and how long they stay: shaped until the stock has the shares of `shares.ts`. */

import type { Weights } from '../chance.ts'

export type StayKind =
  | 'kin'
  | 'foster'
  | 'home'
  | 'supported'
  | 'parents'
  | 'school'
  | 'secure'
  | 'parent-and-baby'
  | 'hospital'
  | 'custody'
  | 'unregistered'
  | 'adoption'

export type Choice = {
  readonly until: number
  readonly first: Weights<StayKind>
  readonly next: Weights<StayKind>
}

/** By age: where children go first, and where they go on to. Shaped until the stock has the published shares. */
export const choices: readonly Choice[] = [
  {
    until: 1,
    first: [
      ['kin', 20],
      ['foster', 60],
      ['parent-and-baby', 8],
      ['parents', 9],
      ['hospital', 3],
    ],
    next: [
      ['kin', 27],
      ['foster', 56],
      ['parents', 14],
    ],
  },
  {
    until: 5,
    first: [
      ['kin', 27],
      ['foster', 63],
      ['parents', 10],
    ],
    next: [
      ['kin', 25],
      ['foster', 55],
      ['parents', 15],
    ],
  },
  {
    until: 11,
    first: [
      ['kin', 24],
      ['foster', 62],
      ['parents', 10],
      ['home', 4],
    ],
    next: [
      ['kin', 18],
      ['foster', 54],
      ['parents', 8],
      ['home', 13],
      ['school', 1.5],
      ['unregistered', 1.5],
    ],
  },
  {
    until: 16,
    first: [
      ['kin', 15],
      ['foster', 51],
      ['home', 24],
      ['parents', 6],
      ['unregistered', 4],
    ],
    next: [
      ['kin', 9],
      ['foster', 42],
      ['home', 33],
      ['parents', 7],
      ['school', 1.5],
      ['secure', 2.5],
      ['unregistered', 7],
      ['custody', 0.4],
      ['hospital', 0.4],
    ],
  },
  {
    until: 18,
    first: [
      ['kin', 7],
      ['foster', 24],
      ['home', 19],
      ['supported', 44],
      ['parents', 3],
      ['unregistered', 4],
      ['custody', 2],
    ],
    next: [
      ['kin', 4],
      ['foster', 19],
      ['home', 19],
      ['supported', 51],
      ['parents', 3],
      ['secure', 1.5],
      ['custody', 3],
      ['unregistered', 5],
    ],
  },
]
export const seekersGoTo: Weights<StayKind> = [
  ['foster', 33],
  ['supported', 63],
  ['home', 4],
]
export const youngSeekersGoTo: Weights<StayKind> = [
  ['foster', 88],
  ['home', 12],
]

/** Mean days before a move, for a child of middling steadiness. */
export const lengths: Readonly<Record<StayKind, number>> = {
  kin: 1050,
  foster: 800,
  home: 520,
  supported: 420,
  parents: 800,
  school: 900,
  secure: 90,
  'parent-and-baby': 85,
  hospital: 40,
  custody: 100,
  unregistered: 150,
  adoption: 0,
}

export const reasons: Weights<string> = [
  ['CARPL', 44],
  ['CREQB', 17],
  ['CREQO', 9],
  ['CHILD', 9],
  ['LAREQ', 5],
  ['OTHER', 9],
  ['STAND', 2],
  ['ALLEG', 2],
  ['APPRR', 1],
  ['CLOSE', 2],
]

export const codes: Readonly<Record<StayKind, string>> = {
  kin: 'U3',
  foster: 'U6',
  home: 'K2',
  supported: 'K3',
  parents: 'P1',
  school: 'S1',
  secure: 'K1',
  'parent-and-baby': 'R3',
  hospital: 'R2',
  custody: 'R5',
  unregistered: 'Z',
  adoption: 'A6',
}
