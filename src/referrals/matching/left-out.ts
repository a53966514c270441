/** Why places were left out, gathered under headings: a broker reads ten headings, not three thousand sentences. */

import type { Reason } from './limits.ts'
import type { Excluded } from './matching.ts'

const headings: Readonly<Record<Reason, string>> = {
  taken: 'The place is taken',
  closed: 'Closed, or not open yet',
  later: 'Not free by the day it is needed',
  age: 'For children of another age',
  sex: 'For boys only, or for girls only',
  needs: 'Cannot meet a need of this child',
  kind: 'A kind of home that would not suit',
  others: 'Who else would live there',
  avoid: 'In an area to avoid',
  law: 'The law does not allow it',
  reserved: 'Reserved for another council',
  'no-place': 'No place told to us',
}

export type Group = { readonly code: Reason; readonly heading: string; readonly places: number }

/** Each is counted once, under the first of its reasons; the commonest heading first. */
export function groupsOf(excluded: readonly Excluded[]): readonly Group[] {
  const counts = new Map<Reason, number>()
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([code, places]) => ({ code, heading: headings[code], places }))
    .sort((a, b) => b.places - a.places || (a.heading < b.heading ? -1 : 1))
}
