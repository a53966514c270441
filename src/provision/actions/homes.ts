/** What may be asked of the register and of one home. */

import { z } from 'zod'
import type { Action, Actor, Tx } from '#access'
import { areaOf, findPostcodes, normalisePostcode, positionOf, type Position } from '#reference'
import { newId } from '#shared/ids'
import { unlessEmpty, id } from '#shared/parse'
import { Refusal, conflict, invalid, notFound } from '#shared/refusal'
import type { Home, HomeId, OpenHome } from '../home.ts'
import type { WhoLives } from '../living.ts'
import { type Seen, seenBy } from '../sight.ts'
import { stampOf } from '../stamp.ts'
import { addHome, findHome, holdHome, saveHome } from '../store/homes.ts'
import { findWhoLives } from '../store/living.ts'
import { about, newHome, purpose, whichHome } from './fields.ts'

/** Who lives there is for authorities and for whoever runs the home. */
export type ShownHome = Seen & { readonly living?: WhoLives | null }

export const showHome: Action<{ home: HomeId }, ShownHome> & { role: 'reader' } = {
  name: 'home.show',
  says: 'Shows one home: what it is for, its places and how lately each was confirmed, its quality, who runs it.',
  role: 'reader',
  permission: 'home:read',
  schema: z.object(whichHome),
  about: ({ home }) => home,
  async run({ tx, actor, today }, { home }) {
    const run = await findHome(tx, home)
    if (!run) return notFound('Home not found')
    const seen = seenBy(run, actor, today)
    if (actor.kind !== 'authority' && !seen.isOurs) return seen
    return { ...seen, living: (await findWhoLives(tx, [home])).get(home) ?? null }
  },
}

/** The same, asked by whoever is about to change it: nobody else has such a page. */
export const keepHome: Action<{ home: HomeId }, Seen & { stamp: string }> & { role: 'reader' } = {
  ...showHome,
  name: 'home.keep',
  says: 'Shows one home to whoever runs it, ready to be changed.',
  permission: 'home:write',
  async run({ tx, actor, today }, { home }) {
    const run = await findHome(tx, home)
    if (!run || run.home.organisation !== actor.organisation) return notFound('Home not found')
    return { ...seenBy(run, actor, today), stamp: stampOf(run.home) }
  },
}

/** A page that asks is given the number its home will have, so that pressing twice adds one home. */
export const askForHome: Action<Record<never, never>, { home: HomeId }> & { role: 'reader' } = {
  name: 'home.asking',
  says: 'Gives the number that a home to be added will have.',
  role: 'reader',
  permission: 'home:write',
  schema: z.object({}),
  about: () => null,
  run: async () => ({ home: newId<'Home'>() }),
}

const adding = z.object({
  ...newHome,
  home: unlessEmpty(id<'Home'>('Open the page again, then add the home')),
})
type Adding = z.infer<typeof adding>

export const addOwn: Action<Adding, Home> = {
  name: 'home.add',
  says: 'Adds a home that your organisation runs.',
  role: 'writer',
  permission: 'home:write',
  schema: adding,
  about: ({ home }) => home ?? null,
  async run({ tx, actor, today, note }, input) {
    const already = input.home && (await findHome(tx, input.home))
    if (already?.home.organisation === actor.organisation) return already.home
    const placed = await placeOn(tx, input.postcode)
    if (placed instanceof Refusal) return placed

    const home = homeFrom(input, actor, { ...placed, since: today })
    const problem = wrongWith(home)
    if (problem) return problem

    note({ chain: actor.organisation, about: home.id })
    return (await addHome(tx, home)) ? home : urnTaken
  },
}

const urnTaken = conflict('A home with this Ofsted number is already on the register')

type Placed = { readonly postcode: string; readonly position: Position; readonly areaCode: string }

export const homeFrom = (
  input: Adding,
  { kind, organisation }: Pick<Actor, 'kind' | 'organisation'>,
  placed: Placed & Pick<OpenHome, 'since'>,
): OpenHome => ({
  ...placed,
  id: input.home ?? newId(),
  organisation,
  kind: input.kind,
  name: input.name,
  sector: kind === 'authority' ? 'local-authority' : (input.sector ?? 'private'),
  urn: input.urn ?? null,
  registeredPlaces: input.registeredPlaces,
  purpose: purposeFrom(input),
  judgement: input.kind === 'foster-household' ? null : 'not-yet-inspected',
  inspectedOn: null,
  onlyFor: null,
  state: 'open',
})

type Purpose = z.infer<z.ZodObject<typeof purpose>>
const purposeFrom = (input: Purpose) => ({
  ageFrom: input.ageFrom,
  ageTo: input.ageTo,
  sexes: input.sexes,
  needsMet: input.needsMet,
  needsNotMet: input.needsNotMet,
  takesSolo: input.takesSolo,
  takesSiblings: input.takesSiblings,
  approachToCare: input.approachToCare ?? null,
})

function wrongWith({ purpose: { ageFrom, ageTo, needsMet, needsNotMet } }: Home): Refusal | undefined {
  if (ageTo < ageFrom) {
    return invalid({ field: 'ageTo', message: 'The oldest age must be the same as the youngest or above it' })
  }
  if (needsNotMet.some(need => needsMet.includes(need))) {
    return invalid({ field: 'needsNotMet', message: 'A need is met or not met: choose it in one list only' })
  }
  return undefined
}

/** Exactly where the full directory is loaded; otherwise the middle of the outward code. */
async function placeOn(tx: Tx, text: string): Promise<Placed | Refusal> {
  const postcode = normalisePostcode(text)
  const known = postcode && (await findPostcodes(tx, [postcode])).get(postcode)
  const position = known ? known.position : postcode && positionOf(postcode)
  const areaCode = known ? known.authority : postcode && areaOf(postcode)
  if (!postcode || !position || !areaCode) {
    return invalid({ field: 'postcode', message: 'Enter a full postcode in England, such as RG1 4AB' })
  }
  return { postcode, position, areaCode }
}

const changing = z.object({
  ...whichHome,
  ...about,
  ...purpose,
  postcode: unlessEmpty(newHome.postcode),
  stamp: unlessEmpty(z.string().max(100, 'Open the page again')),
})

export const changeHome: Action<z.infer<typeof changing>, Home> = {
  name: 'home.change',
  says: 'Changes what a home is called, where it is and what it is for.',
  role: 'writer',
  permission: 'home:write',
  schema: changing,
  about: ({ home }) => home,
  async run({ tx, actor }, input) {
    const home = await holdHome(tx, input.home)
    if (!home || home.organisation !== actor.organisation) return notFound('Home not found')
    if (input.stamp !== undefined && input.stamp !== stampOf(home)) return changedMeanwhile

    const placed = input.postcode ? await placeOn(tx, input.postcode) : {}
    if (placed instanceof Refusal) return placed
    const { name, registeredPlaces } = input
    const changed: Home = { ...home, ...placed, name, registeredPlaces, purpose: purposeFrom(input) }
    const problem = wrongWith(changed)
    if (problem) return problem

    await saveHome(tx, changed)
    return changed
  },
}

const changedMeanwhile = conflict(
  'Somebody changed this home after you opened this page. What you typed is still here: check it, then save it again',
)
