/** A placement held for a change: its place first, then its child. */

import type { Context } from '#access'
import { type Child, findChild, holdChild } from '#children'
import { holdPlace } from '#provision'
import { id } from '#shared/parse'
import { type Refusal, notFound } from '#shared/refusal'
import type { Placement, PlacementId } from '../placement.ts'
import { findPlacement, holdPlacement } from '../store.ts'

export const which = { placement: id<'Placement'>('Placement number is not valid') }

export const codesOf = <Code extends string>(set: readonly { readonly code: Code }[]) =>
  set.map(({ code }) => code) as [Code, ...Code[]]

export type Held = { readonly placement: Placement; readonly child: Child }

/** The place first, then the child, then the placement: always in that order, so that nobody waits in a ring. */
export async function holdWithPlace({ tx }: Context, placementId: PlacementId): Promise<Held | Refusal> {
  const found = await findPlacement(tx, placementId)
  if (!found) return notFound('Placement not found')
  await holdPlace(tx, found.place)
  await holdChild(tx, found.child)
  const placement = await holdPlacement(tx, placementId)
  const child = await findChild(tx, found.child)
  return placement && child ? { placement, child } : notFound('Placement not found')
}
