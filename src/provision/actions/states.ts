/** Closing a home, and opening it again. */

import { z } from 'zod'
import type { Action } from '#access'
import { date, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, notFound } from '#shared/refusal'
import { type Home, closeHome, makeDormant, refurbish, reopenHome } from '../home.ts'
import { holdHome, saveHome } from '../store/homes.ts'
import { holdPlacesOf } from '../store/places.ts'
import { whichHome, words } from './fields.ts'

const closing = z.object({
  ...whichHome,
  state: z.enum(['closed', 'refurbishing', 'dormant'], 'Choose what is happening to the home'),
  reason: words(300, 'Say why the home is closed'),
  from: date('Enter the day it closes'),
  until: unlessEmpty(date('Enter the day it opens again, or leave it empty')),
})
type Closing = z.infer<typeof closing>

export const closeOwn: Action<Closing, Home> = {
  name: 'home.close',
  says: 'Closes a home for a time, or makes it dormant: no child is matched with its places until it opens.',
  role: 'writer',
  permission: 'home:write',
  schema: closing,
  about: ({ home }) => home,
  async run({ tx, actor }, input) {
    const home = await holdHome(tx, input.home)
    if (!home || home.organisation !== actor.organisation) return notFound('Home not found')
    // Whoever is taking a place just now has it or does not before the home closes.
    await holdPlacesOf(tx, home.id)

    const closed = close(home, input)
    if (closed instanceof Refusal) return closed

    await saveHome(tx, closed)
    return closed
  },
}

function close(home: Home, { state, reason, from, until: opens }: Closing): Home | Refusal {
  const until = opens ?? null
  if (state === 'dormant') return makeDormant(home, reason, from)
  if (state === 'refurbishing' && home.state === 'dormant') {
    return refurbish({ ...home, state: 'open' }, { reason, from, until })
  }
  if (home.state !== 'open') return conflict('This home has already been closed')
  return (state === 'closed' ? closeHome : refurbish)(home, { reason, from, until })
}

const opening = z.object({ ...whichHome, from: date('Enter the day it opens') })

export const reopenOwn: Action<z.infer<typeof opening>, Home> = {
  name: 'home.reopen',
  says: 'Opens a home again, from a day.',
  role: 'writer',
  permission: 'home:write',
  schema: opening,
  about: ({ home }) => home,
  async run({ tx, actor }, { home: id, from }) {
    const home = await holdHome(tx, id)
    if (!home || home.organisation !== actor.organisation) return notFound('Home not found')

    const open = reopenHome(home, from)
    if (open instanceof Refusal) return open

    await saveHome(tx, open)
    return open
  },
}
