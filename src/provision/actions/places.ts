/** What may be asked of one place. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { newId } from '#shared/ids'
import { date, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, notFound } from '#shared/refusal'
import type { Home } from '../home.ts'
import { type Place, type PlaceId, closePlace, confirm, reopenPlace } from '../place.ts'
import { type Seen, seenBy } from '../sight.ts'
import { stampOfPlace } from '../stamp.ts'
import { findHome, holdHome } from '../store/homes.ts'
import { addPlace, findPlace, holdPlace, savePlace } from '../store/places.ts'
import { newPlace, whichHome, whichPlace, words } from './fields.ts'

export type KeptPlace = Seen & { readonly place: Place; readonly stamp: string }

export const keepPlace: Action<{ place: PlaceId }, KeptPlace> & { role: 'reader' } = {
  name: 'place.keep',
  says: 'Shows one place to whoever runs its home, ready to be changed.',
  role: 'reader',
  permission: 'home:write',
  schema: z.object(whichPlace),
  about: ({ place }) => place,
  async run({ tx, actor, today }, { place: id }) {
    const place = await findPlace(tx, id)
    if (!place || place.organisation !== actor.organisation) return notFound('Place not found')
    const run = await findHome(tx, place.home)
    return run
      ? { ...seenBy(run, actor, today), place, stamp: stampOfPlace(place) }
      : notFound('Place not found')
  },
}

const adding = z.object({ ...whichHome, ...newPlace })

export const addOwnPlace: Action<z.infer<typeof adding>, Place> = {
  name: 'place.add',
  says: 'Adds a place to a home that your organisation runs.',
  role: 'writer',
  permission: 'home:write',
  schema: adding,
  about: ({ home }) => home,
  async run({ tx, actor, today }, { home: id, name, weeklyFee, availableFrom }) {
    const home = await holdHome(tx, id)
    if (!home || home.organisation !== actor.organisation) return notFound('Home not found')

    const place: Place = {
      id: newId(),
      organisation: home.organisation,
      home: home.id,
      name,
      weeklyFee,
      availableFrom,
      confirmedOn: today,
      closure: null,
      taken: null,
    }
    return (await addPlace(tx, place)) ? place : nameTaken(name)
  },
}

const nameTaken = (name: string) => conflict(`This home already has a place called ${name}`)

const changing = z.object({
  ...whichPlace,
  ...newPlace,
  stamp: unlessEmpty(z.string().max(100, 'Open the page again')),
})

export const changePlace: Action<z.infer<typeof changing>, Place> = {
  name: 'place.change',
  says: 'Changes what a place is called, its weekly fee or the day it is free from.',
  role: 'writer',
  permission: 'home:write',
  schema: changing,
  about: ({ place }) => place,
  run: (context, { place, name, weeklyFee, availableFrom, stamp }) =>
    change(context, place, held => {
      if (stamp !== undefined && stamp !== stampOfPlace(held)) return changedMeanwhile
      return { ...held, name, weeklyFee, availableFrom, confirmedOn: context.today }
    }),
}

export const changedMeanwhile = conflict(
  'This place changed after you opened this page. What you typed is still here: check it, then save it again',
)

export const confirmPlace: Action<{ place: PlaceId }, Place> = {
  name: 'place.confirm',
  says: 'Says that what is shown of a place is still right today.',
  role: 'writer',
  permission: 'home:write',
  schema: z.object(whichPlace),
  about: ({ place }) => place,
  run: (context, { place }) => change(context, place, held => confirm(held, context.today)),
}

const closing = z.object({
  ...whichPlace,
  reason: words(300, 'Say why the place is closed'),
  from: date('Enter the day it closes'),
  until: unlessEmpty(date('Enter the day it opens again, or leave it empty')),
})

export const closeOwnPlace: Action<z.infer<typeof closing>, Place> = {
  name: 'place.close',
  says: 'Closes a place for a time, with the reason: no child is matched with it until it opens.',
  role: 'writer',
  permission: 'home:write',
  schema: closing,
  about: ({ place }) => place,
  run: (context, { place, reason, from, until = null }) =>
    change(context, place, held =>
      held.closure === null
        ? closePlace(held, { reason, from, until }, context.today)
        : conflict('This place has already been closed'),
    ),
}

export const reopenOwnPlace: Action<{ place: PlaceId }, Place> = {
  name: 'place.reopen',
  says: 'Opens a closed place again today.',
  role: 'writer',
  permission: 'home:write',
  schema: z.object(whichPlace),
  about: ({ place }) => place,
  run: (context, { place }) => change(context, place, held => reopenPlace(held, context.today)),
}

/** Load, decide, save: the three beats of every change to a place of one's own. */
async function change(
  { tx, actor }: Context,
  id: PlaceId,
  decide: (place: Place, home: Home) => Place | Refusal,
): Promise<Place | Refusal> {
  const held = await holdPlace(tx, id)
  if (!held || held.place.organisation !== actor.organisation) return notFound('Place not found')

  const changed = decide(held.place, held.home)
  if (changed instanceof Refusal) return changed

  return (await savePlace(tx, changed)) ? changed : nameTaken(changed.name)
}
