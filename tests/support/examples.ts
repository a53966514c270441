/** One invented record of each sort for two authorities, and who ought to see each: what the probe knocks at. */

import type { Actor, OrganisationId } from '#access'
import { sections } from '#referrals'
import type { TestDatabase } from './database.ts'
import { addExtract } from './extracts.ts'
import { organisation, people } from './people.ts'
import { addAuthoritysRecords, addList, addParties } from './records.ts'
import { addHome } from './homes.ts'

export type Example = {
  readonly id: string
  readonly sees: (actor: Actor) => boolean
  /** A word of the platform's own, such as the name of a figure: what is asked about is elsewhere in the path. */
  readonly isWord?: true
}

/** By the name of the parameter in a path. Every parameter must have one. */
export type Examples = ReadonlyMap<string, readonly Example[]>

const any = () => true
const only =
  (...ids: OrganisationId[]) =>
  (actor: Actor) =>
    ids.includes(actor.organisation)
const everySector = (runs: OrganisationId) => (actor: Actor) =>
  actor.organisation === runs ||
  actor.kind === 'region' ||
  [organisation.bracknell.id, organisation.reading.id].includes(actor.organisation)

export async function addExamples(opened: TestDatabase): Promise<Examples> {
  const larch = organisation.larch.id
  const { home, places } = await addHome(opened.owner, { organisation: larch })
  const { agreement, person } = await addParties(opened)
  const found = new Map<string, Example[]>([
    ['agreement', [{ id: agreement, sees: any }]],
    ['person', [{ id: person, sees: any }]],
    ['home', [{ id: home.id, sees: everySector(larch) }]],
    ['place', [{ id: places[0]!.id, sees: everySector(larch) }]],
    ['list', [{ id: await addList(opened), sees: only(organisation.coop.id) }]],
    ['section', [{ id: sections[0]!.name, sees: any, isWord: true }]],
    ['measure', [{ id: 'looked-after', sees: any, isWord: true }]],
    ['year', [{ id: '2026', sees: any, isWord: true }]],
    ['rule', [{ id: '232', sees: any, isWord: true }]],
    ['part', [{ id: 'Header', sees: any, isWord: true }]],
    ['at', [{ id: '0', sees: any, isWord: true }]],
    ['column', [{ id: 'SEX', sees: any, isWord: true }]],
    ['name', [{ id: 'return.xml', sees: any, isWord: true }]],
  ])
  for (const actor of [people.broker, people.siblingBroker]) {
    const records = await addAuthoritysRecords(opened, actor)
    const ours = only(actor.organisation)
    const add = (name: string, id: string, sees = ours) =>
      found.set(name, [...(found.get(name) ?? []), { id, sees }])
    add('child', records.child)
    add('referral', records.referral)
    add('load', records.load)
    add('file', records.file)
    add('returned', records.returned)
    add('correction', records.correction)
    add('waiver', records.waiver)
    add('signing', records.signing)
    add('extract', await addExtract(opened, actor))
    add('placement', records.placement, only(actor.organisation, larch))
    add('approach', records.sent, only(actor.organisation, larch))
    add('approach', records.withdrawn)
    add('approach', records.notSelected)
  }
  return found
}
