/** The specification as anybody who reads returns may see it, and how each authority stands against it. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import type { Table } from '../item.ts'
import { type Reminder, type Scorecard, remindersIn, scorecardOf } from '../scorecard.ts'
import { type Version, isVersion, tablesIn, versionOn, versions } from '../specification.ts'
import { members, standings } from '../store/standing.ts'

const asking = z.object({
  version: unlessEmpty(z.string('Choose a version').max(20, 'Choose a version')).describe(
    '1.1; the one in force, if left out',
  ),
})

export type Listed = {
  readonly version: Version
  readonly inForce: Version
  readonly versions: readonly Version[]
  readonly tables: readonly Table[]
}

export const listSpecification: Action<z.output<typeof asking>, Listed> & { readonly role: 'reader' } = {
  name: 'specification.list',
  says: 'Lists each item of the sufficient data specification: its definition, its source and its owner',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: () => null,
  async run({ today }, { version: asked }) {
    const inForce = versionOn(today)
    const name = asked ?? inForce.name
    if (!isVersion(name)) return notFound('There is no such version of the specification')
    const version = versions.find(each => each.name === name)!
    return { version, inForce, versions, tables: tablesIn(name) }
  },
}

export type Scores = {
  readonly of: 'own' | 'members'
  readonly version: Version
  readonly cards: readonly Scorecard[]
  readonly reminders: readonly Reminder[]
}

export const showScorecard: Action<object, Scores> & { readonly role: 'reader' } = {
  name: 'specification.scorecard',
  says: 'Shows how complete, timely and accurate what was sent is; to the co-operative, every member’s',
  role: 'reader',
  permission: 'return:read',
  schema: z.object({}),
  about: () => null,
  run: scoresFor,
}

/** An authority's own, or every member's. For home pages too: whoever has not sent is told where they begin the day. */
export async function scoresFor({ tx, actor, today }: Context): Promise<Scores> {
  const version = versionOn(today)
  const tables = tablesIn(version.name)
  const isOwn = actor.kind === 'authority'
  const own = [{ id: actor.organisation as string, name: actor.organisationName }]
  const authorities = isOwn ? own : await members(tx)
  const found = await standings(tx)
  const cards = authorities.map(({ id, name }) => {
    const its = found.filter(({ authority }) => authority === id)
    return scorecardOf(name, its, tables, today)
  })
  return { of: isOwn ? 'own' : 'members', version, cards, reminders: remindersIn(cards) }
}
