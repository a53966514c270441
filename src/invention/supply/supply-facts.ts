/** How many homes of each kind the invented region has, how large, at what price, and how judged. */

import type { Weights } from '../chance.ts'
import type { HomeKind } from '../rows.ts'

/** Homes for each child looked after, so that about a tenth of places are free: the region's own design, no source. */
export const perChild: Readonly<Record<HomeKind, number>> = {
  'childrens-home': 0.0478,
  'foster-household': 0.395,
  'supported-accommodation': 0.026,
  'residential-school': 0.0022,
  'secure-home': 0,
}
/** The part that authorities run themselves: half of fostering, and 1,058 of 9,272 children in homes (2024). */
export const inHouse: Readonly<Record<HomeKind, number>> = {
  'childrens-home': 0.13,
  'foster-household': 0.5,
  'supported-accommodation': 0.12,
  'residential-school': 0,
  'secure-home': 0,
}
export const sizes: Readonly<Record<HomeKind, Weights<number>>> = {
  'childrens-home': [
    [1, 14],
    [2, 18],
    [3, 26],
    [4, 27],
    [5, 10],
    [6, 5],
  ],
  'foster-household': [
    [1, 60],
    [2, 31],
    [3, 9],
  ],
  'supported-accommodation': [
    [1, 10],
    [2, 15],
    [3, 22],
    [4, 25],
    [5, 13],
    [6, 10],
    [8, 5],
  ],
  'residential-school': [
    [8, 30],
    [10, 30],
    [12, 25],
    [16, 15],
  ],
  'secure-home': [[16, 1]],
}
/** Middle weekly fees in pounds: 3,830 in a children's home in 2020 (CMA, 2022), raised since; the rest approximate. */
export const fees: Readonly<Record<HomeKind, Readonly<Record<'own' | 'bought', number>>>> = {
  'childrens-home': { own: 4900, bought: 5400 },
  'foster-household': { own: 530, bought: 1010 },
  'supported-accommodation': { own: 980, bought: 1350 },
  'residential-school': { own: 3900, bought: 4600 },
  'secure-home': { own: 7600, bought: 7600 },
}
/** Near the national split of overall grades (Ofsted, main findings 2025; approximate). */
export const grades: Weights<string> = [
  ['outstanding', 10],
  ['good', 68],
  ['requires-improvement', 14],
  ['inadequate', 3],
  ['not-yet-inspected', 5],
]
export const closures: Weights<string> = [
  ['Waiting for a registered manager', 30],
  ['Repairs', 25],
  ['Not enough staff', 30],
  ['Keeping a place free to protect a child who lives here', 15],
]

export const closedStates: Weights<readonly ['closed' | 'dormant' | 'refurbishing', string]> = [
  [['closed', 'The provider has closed it'], 25],
  [['closed', 'The carers have retired'], 20],
  [['dormant', 'No registered manager'], 25],
  [['refurbishing', 'New kitchen and bathrooms'], 30],
]
