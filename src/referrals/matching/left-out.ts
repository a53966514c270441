/** Why places were left out, gathered under headings: a broker reads ten headings, not three thousand sentences. */

import type { Excluded } from './matching.ts'

/** The beginnings of the sentences that limits and vacancies say, each with the heading it stands under. */
const headings: readonly (readonly [code: string, heading: string, begins: RegExp])[] = [
  ['taken', 'The place is taken', /^Taken/],
  ['closed', 'Closed, or not open yet', /^(Closed|Being refurbished|Dormant|Opens on)/],
  ['later', 'Not free by the day it is needed', /^Available from/],
  ['age', 'For children of another age', /^For ages/],
  ['sex', 'For boys only, or for girls only', /^For (boys|girls) only/],
  ['needs', 'Cannot meet a need of this child', /^The home says it cannot meet/],
  ['kind', 'A kind of home that would not suit', /^The social worker says/],
  ['others', 'Who else would live there', /^The child (needs to|should) live/],
  ['avoid', 'In an area to avoid', /^In .+ where the child must not live/],
  [
    'law',
    'The law does not allow it',
    /^(Supported accommodation may not|A secure home needs|We hold no Ofsted)/,
  ],
  ['reserved', 'Reserved for another council', /^Reserved/],
  ['no-place', 'No place told to us', /^The home has told us of no place/],
]
const other = ['other', 'Another reason'] as const

export type Group = { readonly code: string; readonly heading: string; readonly places: readonly Excluded[] }

/** Each is counted once, under the first of its reasons; the commonest heading first. */
export function groupsOf(excluded: readonly Excluded[]): readonly Group[] {
  const groups = Map.groupBy(excluded, ({ why }) => codeOf(why[0] ?? ''))
  return [...groups]
    .map(([code, places]) => ({ code, heading: headingOf(code), places }))
    .sort((a, b) => b.places.length - a.places.length || (a.heading < b.heading ? -1 : 1))
}

const codeOf = (why: string): string => headings.find(([, , begins]) => begins.test(why))?.[0] ?? other[0]
const headingOf = (code: string): string => headings.find(([each]) => each === code)?.[1] ?? other[1]
