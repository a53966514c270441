/** What may be seen of placements: by the authority that made them, and by the home they are in. */

import { z } from 'zod'
import type { Action } from '#access'
import { currentEpisode, findChild, nameOf } from '#children'
import { findHome } from '#provision'
import type { PlainDate } from '#shared/dates'
import { notFound } from '#shared/refusal'
import type { Listed, LivesHere } from '../listing.ts'
import type { Placement, PlacementId } from '../placement.ts'
import { findPlacement, listForHome, listPlacements } from '../store.ts'
import { which } from './holding.ts'

export const perPage = 25

export type PlacementList =
  | {
      readonly for: 'authority'
      readonly page: number
      readonly total: number
      readonly placements: readonly Listed[]
    }
  | { readonly for: 'home'; readonly places: readonly LivesHere[] }

type Wanted = { readonly page: number; readonly state: 'live' | 'ended' }

export const listPlacementsAction: Action<Wanted, PlacementList> & { readonly role: 'reader' } = {
  name: 'placement.list',
  says: 'Lists placements agreed and under way, or those that have ended.',
  role: 'reader',
  permission: 'placement:read',
  schema: z.object({
    page: z.coerce.number('Page must be a number').int().min(1).max(100_000).catch(1),
    state: z.enum(['live', 'ended'], 'Choose current or ended').catch('live'),
  }),
  about: () => null,
  async run({ tx, actor }, { page, state }) {
    if (actor.kind === 'provider') return { for: 'home', places: await listForHome(tx) }
    const states = state === 'live' ? (['agreed', 'started'] as const) : (['ended', 'cancelled'] as const)
    return {
      for: 'authority',
      page,
      ...(await listPlacements(tx, { states, limit: perPage, offset: (page - 1) * perPage })),
    }
  },
}

export type Shown = {
  readonly placement: Placement
  readonly childName: string
  readonly homeName: string
  readonly runBy: string
  readonly placeName: string
  /** Whether the child is looked after now, in another placement that starting this one would end. */
  readonly livesElsewhere: boolean
  readonly lookedAfterSince: PlainDate | null
}

export const showPlacement: Action<{ placement: PlacementId }, Shown> & { readonly role: 'reader' } = {
  name: 'placement.show',
  says: 'Shows one placement: the child, the home, the dates and the fee.',
  role: 'reader',
  permission: 'placement:read',
  schema: z.object(which),
  about: ({ placement }) => placement,
  async run({ tx, actor, note }, input) {
    const placement = actor.kind === 'authority' ? await findPlacement(tx, input.placement) : undefined
    const child = placement && (await findChild(tx, placement.child))
    if (!placement || !child) return notFound('Placement not found')
    note({ chain: actor.organisation, about: child.id })
    const found = await findHome(tx, placement.home)
    const current = await currentEpisode(tx, child.id)
    return {
      placement,
      childName: nameOf(child),
      homeName: found?.home.name ?? 'A home no longer on the register you see',
      runBy: found?.runBy ?? 'Not known',
      placeName: found?.places.find(({ id }) => id === placement.place)?.name ?? 'Not known',
      livesElsewhere: placement.state === 'agreed' && current !== undefined,
      lookedAfterSince: current?.startedOn ?? null,
    }
  },
}
