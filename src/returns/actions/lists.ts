/** What may be asked of all loads at once: an authority's own list, and the region's view of who is ready. */

import { z } from 'zod'
import type { Action, Context, PersonId } from '#access'
import { type LoadLine, type Readiness, colleagues, listLoads, readinessOfAll } from '../store/loads.ts'

export type Listed =
  | { readonly of: 'loads'; readonly loads: readonly (LoadLine & { readonly by: string })[] }
  | { readonly of: 'readiness'; readonly readiness: readonly Readiness[] }

export const listReturns: Action<object, Listed> & { readonly role: 'reader' } = {
  name: 'return.list',
  says: 'Lists an authority’s loads; for the region, how ready each authority’s return is, and nothing in it',
  role: 'reader',
  permission: 'return:read',
  schema: z.object({}),
  about: () => null,
  async run(context) {
    const { tx, actor } = context
    if (actor.kind !== 'authority') return { of: 'readiness', readiness: await readinessOfAll(tx) }
    const names = await colleagues(tx)
    const loads = await listLoads(tx)
    return { of: 'loads', loads: loads.map(load => ({ ...load, by: nameIn(names, load.startedBy) })) }
  },
}

export const nameIn = (names: ReadonlyMap<PersonId, string>, person: PersonId): string =>
  names.get(person) ?? 'somebody who has left'

/** For the home page: loads that wait for a person. */
export const returnWorklist = async (context: Context): Promise<LoadLine[]> =>
  context.actor.kind === 'authority' && context.actor.permissions.has('return:load')
    ? (await listLoads(context.tx)).filter(({ state }) => ['checking', 'ready', 'committing'].includes(state))
    : []
