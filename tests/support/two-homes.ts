/** A website with a home of each of two providers. */

import { after, before } from 'node:test'
import type { Home, Place } from '#provision'
import { addHome } from './homes.ts'
import { organisation, today } from './people.ts'
import { type Website, openWebsite } from './website.ts'

/** Within a suite. */
export function twoHomes() {
  let website: Website
  let larch: { home: Home; places: Place[] }
  let rowan: { home: Home; places: Place[] }
  before(async () => {
    website = await openWebsite()
    const { owner } = website
    larch = await addHome(owner, {
      organisation: organisation.larch.id,
      name: 'Larch House',
      places: [{ name: 'Blue room' }, { name: 'Green room', taken: { from: today, until: null } }],
    })
    rowan = await addHome(owner, { organisation: organisation.rowan.id, name: 'Rowan House' })
  })
  after(() => website?.close())
  const stored = async (place: Place) =>
    website.owner
      .selectFrom('provision.place')
      .selectAll()
      .where('id', '=', place.id)
      .executeTakeFirstOrThrow()
  return { website: () => website, larch: () => larch, rowan: () => rowan, stored }
}
