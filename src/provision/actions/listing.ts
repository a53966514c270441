/** The register as a list: everybody's homes that one may see, and one's own. */

import { z } from 'zod'
import type { Action } from '#access'
import { areaName } from '../area.ts'
import type { Home } from '../home.ts'
import { type Listing, type OpenPlaces, countPlaces, isOrder, listHomes, listingOf } from '../listing.ts'
import { type SeenListing, seenListing } from '../sight.ts'
import { homesRunBy } from '../store/homes.ts'
import { supplyFor } from '../store/supply.ts'
import { wanted } from './fields.ts'

const perPage = 50

export type Register = {
  readonly listings: readonly SeenListing[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly order: string
  readonly open: readonly OpenPlaces[]
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly runners: readonly { readonly id: string; readonly name: string }[]
}

const wish = z.object(wanted)
type Wish = z.infer<typeof wish>

export const listRegister: Action<Wish, Register> & { role: 'reader' } = {
  name: 'home.list',
  says: 'Lists the homes on the register, those that answer to what is asked, with how many places are vacant.',
  role: 'reader',
  permission: 'home:read',
  schema: wish,
  about: () => null,
  async run({ tx, actor, today }, { sort, page: asked, format, ...filters }) {
    const supply = await supplyFor(tx)

    const order = sort && isOrder(sort) ? sort : 'name'
    const all = listHomes(supply, filters, order, today)
    const chosen = new Set(all.map(({ home }) => home.id))
    const page = asked && Number.isSafeInteger(asked) && asked > 0 ? asked : 1
    const shown = format === 'csv' ? all : all.slice((page - 1) * perPage, page * perPage)
    return {
      listings: shown.map((listing: Listing) => seenListing(listing, actor)),
      total: all.length,
      page,
      perPage,
      order,
      open: countPlaces(
        supply.filter(({ home }) => chosen.has(home.id)),
        today,
      ),
      areas: areasOf(supply.map(({ home }) => home)),
      runners: runnersOf(supply.map(({ home, runBy }) => ({ id: home.organisation, name: runBy }))),
    }
  },
}

const areasOf = (homes: readonly Home[]) =>
  [...new Set(homes.map(({ areaCode }) => areaCode))]
    .map(code => ({ code, name: areaName(code) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

const runnersOf = (runners: readonly { id: string; name: string }[]) =>
  [...new Map(runners.map(each => [each.id, each])).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))

export const listOwn: Action<Record<never, never>, readonly SeenListing[]> & { role: 'reader' } = {
  name: 'home.mine',
  says: 'Lists the homes that your organisation runs.',
  role: 'reader',
  permission: 'home:write',
  schema: z.object({}),
  about: () => null,
  async run({ tx, actor, today }) {
    const runs = await homesRunBy(tx, actor.organisation)
    return runs.map(run => seenListing(listingOf(run, today), actor))
  },
}
