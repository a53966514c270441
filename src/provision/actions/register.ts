/** Loading Ofsted's published list each month: read it, see what it would change, confirm. */

import { z } from 'zod'
import {
  type Action,
  type Context,
  type Organisation,
  type Tx,
  addProviders,
  listOrganisations,
} from '#access'
import { newId } from '#shared/ids'
import { id, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, notFound } from '#shared/refusal'
import { areaNamed } from '../area.ts'
import type { Home, HomeId } from '../home.ts'
import { type Known, type Load, type LoadId, changedBy, heldOf, homeOf, runnerOf } from '../load.ts'
import type { Listed } from '../ofsted.ts'
import { type Plan, planLoad } from '../register.ts'
import { addHomes, findHomesWithUrn, holdHomesWithUrn, saveHome } from '../store/homes.ts'
import { addLoad, findLoad, holdLoad, listLoads, saveConfirmation } from '../store/register.ts'
import { yesOrNo } from './fields.ts'
import { type Read, readList, textOf } from './list-file.ts'

export type Preview = {
  readonly load: Omit<Load, 'content'>
  readonly plan: Omit<Plan, 'gone'> & {
    /** Open on our register, and not on the list: to be looked at. */
    readonly gone: readonly { readonly home: HomeId; readonly name: string; readonly urn: string }[]
  }
  /** Columns that we do not use. */
  readonly unknown: readonly string[]
  /** Homes in areas that nobody here stands for. */
  readonly elsewhere: number
}

export const listRegisterLoads: Action<Record<never, never>, readonly Load[]> & { role: 'reader' } = {
  name: 'register.list',
  says: 'Lists the loads of Ofsted’s published list of homes.',
  role: 'reader',
  permission: 'register:load',
  schema: z.object({}),
  about: () => null,
  run: ({ tx }) => listLoads(tx),
}

const file = z.object({ name: z.string(), content: z.instanceof(Uint8Array) })
const loading = z.object({
  files: z.array(file, 'Choose Ofsted’s list').length(1, 'Choose one file: Ofsted’s list'),
  confirm: unlessEmpty(yesOrNo('Say yes to load it without looking first')),
})

export const loadRegister: Action<z.infer<typeof loading>, Preview> = {
  name: 'register.load',
  says: 'Reads Ofsted’s published list of homes and says what it would change; with confirm, loads it.',
  role: 'writer',
  permission: 'register:load',
  schema: loading,
  about: () => null,
  async run(context, { files: [sent], confirm }) {
    const { tx, actor, today } = context
    const content = textOf(sent!.content)
    const read = readList(content)
    if (read instanceof Refusal) return read

    const load: Load = {
      id: newId(),
      name: sent!.name.slice(0, 200),
      content,
      readOn: today,
      confirmed: null,
    }
    await addLoad(tx, load, actor.id)
    if (confirm) return confirmHeld(context, load)
    return previewOf(load, read, await findHomesWithUrn(tx), await placesHere(tx))
  },
}

const which = z.object({ list: id<'Load'>('Load not found') })

export const showLoad: Action<{ list: LoadId }, Preview> & { role: 'reader' } = {
  name: 'register.show',
  says: 'Shows what a list that was read would change on the register today.',
  role: 'reader',
  permission: 'register:load',
  schema: which,
  about: ({ list }) => list,
  async run({ tx }, { list }) {
    const load = await findLoad(tx, list)
    if (!load) return notFound('Load not found')
    const read = readList(load.content)
    if (read instanceof Refusal) return read
    return previewOf(load, read, await findHomesWithUrn(tx), await placesHere(tx))
  },
}

export const confirmLoad: Action<{ list: LoadId }, Preview> = {
  name: 'register.confirm',
  says: 'Loads a list that was read: adds the homes that are new and changes those that changed.',
  role: 'writer',
  permission: 'register:load',
  schema: which,
  about: ({ list }) => list,
  async run(context, { list }) {
    const load = await holdLoad(context.tx, list)
    if (!load) return notFound('Load not found')
    if (load.confirmed) return conflict('This list has already been loaded. Nothing was loaded twice')
    return confirmHeld(context, load)
  },
}

async function confirmHeld({ tx, today }: Context, load: Load): Promise<Preview | Refusal> {
  const read = readList(load.content)
  if (read instanceof Refusal) return read
  const homes = await holdHomesWithUrn(tx)
  const here = await placesHere(tx)
  const preview = previewOf(load, read, homes, here)
  const { added, changed } = preview.plan

  const { fresh, providers } = newHomes(
    added,
    { authorities: here, providers: await listOrganisations(tx, 'provider') },
    today,
  )
  const byUrn = new Map(homes.map(home => [home.urn, home]))
  const after = changed.map(({ urn, listed }) => changedBy(byUrn.get(urn)!, listed, today))

  await addProviders(tx, providers)
  await addHomes(tx, fresh)
  for (const home of after) await saveHome(tx, home)
  const confirmed = { ...load, confirmed: { on: today, added: added.length, changed: changed.length } }
  await saveConfirmation(tx, confirmed)
  return { ...preview, load: withoutContent(confirmed) }
}

const placesHere = (tx: Tx) => listOrganisations(tx, 'authority')

function previewOf(load: Load, read: Read, homes: readonly Home[], here: readonly Organisation[]): Preview {
  const { columns, rows, unknown } = read
  const areas = new Set(here.map(({ code }) => code))
  const byUrn = new Map(homes.map(home => [home.urn, home]))
  const isElsewhere = (row: Record<string, string>) => {
    const area = areaNamed(row[columns.localAuthority ?? ''] ?? '')
    return area !== undefined && !areas.has(area) && !byUrn.has(row[columns.urn ?? '']?.trim() ?? '')
  }
  const ours = rows.map(row => (isElsewhere(row) ? null : row))
  const held = homes.map(home => heldOf(home, columns)).toSorted((a, b) => (a.urn < b.urn ? -1 : 1))
  const { gone, ...plan } = planLoad(held, ours, columns)
  const stillOpen = gone.map(urn => byUrn.get(urn)!).filter(({ state }) => state === 'open')
  return {
    load: withoutContent(load),
    plan: { ...plan, gone: stillOpen.map(({ id: home, name, urn }) => ({ home, name, urn: urn! })) },
    unknown,
    elsewhere: ours.filter(row => row === null).length,
  }
}

const withoutContent = ({ content: _content, ...load }: Load): Omit<Load, 'content'> => load

/** Each provider that the list names is added once, however many homes it runs. */
function newHomes(added: readonly Listed[], known: Known, today: Load['readOn']) {
  const providers: Organisation[] = []
  const fresh: Home[] = []
  for (const listed of added) {
    const area = areaNamed(listed.localAuthority)
    if (area === undefined) continue
    const runner = runnerOf(listed, { ...known, providers: [...known.providers, ...providers] }, area)
    const isNew = typeof runner === 'object'
    const organisation: Organisation['id'] = isNew ? newId() : runner
    if (isNew) providers.push({ ...runner, id: organisation, kind: 'provider' })
    fresh.push(homeOf(listed, { id: newId(), organisation, area, today }))
  }
  return { fresh, providers }
}
