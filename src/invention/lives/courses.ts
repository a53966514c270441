/** Who comes into care, and how their time in care runs, by age: shaped until the stock has the published ages. */

import type { Weights } from '../chance.ts'
import type { Heritage } from '../words.ts'

/** How care ends: at home, with a guardian, with adopters, at eighteen, or otherwise. */
export type Ending = 'home' | 'guardian' | 'adopted' | 'grown' | 'other'

/** Chances by age on coming into care, shaped until the stock has the published ages: see `shares.ts`. */
export type Band = {
  readonly from: number
  readonly until: number
  readonly weight: number
  readonly endings: Weights<Course>
}
export type Course = { readonly ending: Ending; readonly days: number }

export const soon = { ending: 'home', days: 110 } as const
export const inTime = { ending: 'home', days: 620 } as const
export const guardian = { ending: 'guardian', days: 560 } as const
export const adopted = { ending: 'adopted', days: 720 } as const
export const grown = { ending: 'grown', days: 0 } as const
export const otherwise = { ending: 'other', days: 300 } as const

export const bands: readonly Band[] = [
  {
    from: 0,
    until: 1,
    weight: 20,
    endings: [
      [soon, 16],
      [inTime, 18],
      [guardian, 22],
      [adopted, 29],
      [grown, 15],
    ],
  },
  {
    from: 1,
    until: 5,
    weight: 15,
    endings: [
      [soon, 29],
      [inTime, 21],
      [guardian, 18],
      [adopted, 13],
      [grown, 17],
    ],
  },
  {
    from: 5,
    until: 10,
    weight: 15,
    endings: [
      [soon, 39],
      [inTime, 20],
      [guardian, 11],
      [grown, 24],
      [otherwise, 2],
    ],
  },
  {
    from: 10,
    until: 16,
    weight: 27,
    endings: [
      [soon, 44],
      [inTime, 16],
      [guardian, 2],
      [grown, 32],
      [otherwise, 6],
    ],
  },
  {
    from: 16,
    until: 17.75,
    weight: 17,
    endings: [
      [soon, 32],
      [grown, 60],
      [otherwise, 8],
    ],
  },
]
export const alone = 0.185
export const groupSizes: Weights<number> = [
  [1, 70],
  [2, 18],
  [3, 8],
  [4, 4],
]

/** Near the published split (DfE, 2025 release; approximate). */
export const ethnicities: Weights<readonly [code: string, heritage: Heritage]> = [
  [['WBRI', 'white'], 74],
  [['WOTH', 'white'], 4],
  [['WROM', 'white'], 0.8],
  [['WIRI', 'white'], 0.5],
  [['MWBC', 'mixed'], 3.2],
  [['MWBA', 'mixed'], 1.4],
  [['MWAS', 'mixed'], 1.4],
  [['MOTH', 'mixed'], 3.2],
  [['AIND', 'asian'], 0.6],
  [['APKN', 'asian'], 1.7],
  [['ABAN', 'asian'], 0.6],
  [['AOTH', 'asian'], 1.2],
  [['BCRB', 'african'], 1.2],
  [['BAFR', 'african'], 3.4],
  [['BOTH', 'african'], 1],
  [['OOTH', 'mixed'], 0.8],
  [['NOBT', 'white'], 0.4],
  [['REFU', 'white'], 0.2],
]
export const seekers: Weights<readonly [code: string, heritage: Heritage]> = [
  [['OOTH', 'seeking'], 45],
  [['AOTH', 'seeking'], 25],
  [['BAFR', 'seeking'], 28],
  [['WOTH', 'seeking'], 2],
]
