/** Children on a home page: whose needs are not written down, and who moves soon. */

import type { Context } from '#access'
import { nameOf, unassessedChildren } from '#children'
import { comingMoves, placementPaths } from '#placements'
import { addDays, inWords } from '#shared/dates'
import { type Part, most } from './homepage.ts'

export async function notAssessed({ tx }: Context): Promise<Part> {
  const { total, first } = await unassessedChildren(tx, most)
  return {
    lists: [
      {
        title: 'Children without an assessment',
        count: total,
        rows: first.map(child => ({
          name: nameOf(child),
          href: `/children/${child.id}`,
          note: `Where they live now since ${inWords(child.since)}. Begin with what they say matters to them.`,
        })),
        whole: { text: 'See them all', href: '/children?circumstance=not+assessed' },
        quiet: 'Every child looked after has an assessment. Look again when somebody’s life changes.',
      },
    ],
  }
}

/** A week ahead, and those whose day has passed without a word. */
export async function movesThisWeek({ tx, today }: Context): Promise<Part> {
  const { total, first } = await comingMoves(tx, addDays(today, 7), most)
  return {
    lists: [
      {
        title: 'Moves agreed for this week',
        count: total,
        rows: first.map(move => ({
          name: nameOf(move),
          href: placementPaths.placement(move.id),
          note: `${move.homeName ?? 'A home no longer on the register'}, on ${inWords(move.startsOn)}.`,
          mark: move.startsOn < today ? { text: 'Say whether they moved', tone: 'attention' } : undefined,
        })),
        whole: { text: 'See every placement', href: placementPaths.placements },
        quiet: 'Nobody moves this week.',
      },
    ],
  }
}
