/** What a load would do, or did, in numbers and examples: what the preview and the receipt tell. */

import type { PlainDate } from '#shared/dates'
import type { Checked } from './checking/checking.ts'
import type { ChangedChild, ChangedEpisode, Effect } from './merging/effect.ts'

export type Named = { readonly child: string; readonly day: PlainDate } // of birth, or on which an episode began
export type Examples = {
  readonly newChildren: readonly Named[]
  readonly changedChildren: readonly ChangedChild[]
  readonly newEpisodes: readonly Named[]
  readonly changedEpisodes: readonly ChangedEpisode[]
  readonly endedEpisodes: readonly ChangedEpisode[]
  readonly removedEpisodes: readonly Named[]
  readonly absent: readonly Named[]
  readonly possibleDuplicates: readonly (readonly [string, string])[]
  readonly twins: readonly (readonly [string, string])[]
}
export type Part = keyof Examples

export type Outcome = {
  readonly rows: number
  readonly leftOut: number // rows that cannot be used
  readonly problems: number // all of them, also those beyond what is kept
  readonly sameChildren: number
  readonly sameEpisodes: number
  readonly counts: Readonly<Record<Part, number>>
  readonly examples: Examples // the first of each
}

const mostExamples = 200

export function outcomeOf({ rows, leftOut, problems }: Checked, effect: Effect): Outcome {
  const all: Examples = {
    newChildren: effect.newChildren.map(({ child, born }) => ({ child, day: born })),
    changedChildren: effect.changedChildren,
    newEpisodes: effect.newEpisodes.map(begun),
    changedEpisodes: effect.changedEpisodes,
    endedEpisodes: effect.endedEpisodes,
    removedEpisodes: effect.removedEpisodes.map(begun),
    absent: effect.absent.map(({ child, born }) => ({ child, day: born })),
    possibleDuplicates: effect.possibleDuplicates,
    twins: effect.twins,
  }
  const each = Object.entries(all) as [Part, readonly unknown[]][]
  return {
    rows,
    leftOut,
    problems: problems.length + effect.problems.length,
    sameChildren: effect.unchanged.children,
    sameEpisodes: effect.unchanged.episodes,
    counts: Object.fromEntries(each.map(([part, those]) => [part, those.length])) as Record<Part, number>,
    examples: Object.fromEntries(
      each.map(([part, those]) => [part, those.slice(0, mostExamples)]),
    ) as unknown as Examples,
  }
}

const begun = ({ child, startedOn }: { child: string; startedOn: PlainDate }): Named => ({
  child,
  day: startedOn,
})

/** Whether loading it changes anything at all. */
export const changesAnything = ({ counts }: Outcome): boolean =>
  counts.newChildren +
    counts.changedChildren +
    counts.newEpisodes +
    counts.changedEpisodes +
    counts.endedEpisodes +
    counts.removedEpisodes >
  0
