/** What may be asked of the figures. */

import { z } from 'zod'
import type { Action } from '#access'
import { authorityByCode } from '#reference'
import { openPlacesByKindAndArea } from '#provision'
import { type Refusal, notFound } from '#shared/refusal'
import {
  type Cell,
  byAge,
  byKind,
  childrenIn,
  outOfArea,
  over20,
  ratePer10000,
  threeOrMore,
  unregistered,
} from './count.ts'
import { type Dashboard, type FigureRow } from './dashboard.ts'
import { type Measure, measureCodes, measures } from './measure.ts'
import {
  type CountedAuthority,
  type PastCount,
  allAuthorities,
  authoritiesSeen,
  countsSeen,
} from './store.ts'

type Whole = { readonly authority?: string | undefined }

/** The whole of what the asker may see, or one authority of it. */
export const showFigures: Action<Whole, Dashboard> & { readonly role: 'reader' } = {
  name: 'figures.show',
  says: 'Shows the figures for the region, or for one authority of it.',
  role: 'reader',
  permission: 'measure:read',
  schema: z.object({
    authority: z
      .string()
      .regex(/^(E\d{8})?$/, 'Choose an authority from the list')
      .optional()
      .transform(code => code || undefined),
  }),
  about: () => null,
  async run({ tx, actor, today }, { authority: code }) {
    const seen = await authoritiesSeen(tx)
    const chosen = code ? seen.filter(each => each.code === code) : seen
    if (code && chosen.length === 0) return notFound('No figures are shared with you for that authority')

    const counts = await countsSeen(tx, today)
    const ids = new Set(chosen.map(({ id }) => id))
    const cells = counts.cells.filter(({ authority }) => ids.has(authority))
    const past = counts.past.filter(({ authority }) => ids.has(authority))
    const others = actor.kind === 'region' ? await allAuthorities(tx) : []
    return {
      today,
      chosen: code ? chosen[0]! : null,
      authorities: seen,
      leftOut: others.filter(({ id }) => !seen.some(each => each.id === id)),
      looked: childrenIn(cells),
      rate: rateOf(chosen, cells),
      over20: over20(cells),
      outOfArea: outOfArea(cells),
      threeOrMore: threeOrMore(cells),
      unregistered: unregistered(cells),
      byKind: byKind(cells),
      byAge: byAge(cells),
      byAuthority: chosen.map(each => rowOf(each, cells)),
      past: pastOf(past),
      places: (await openPlacesByKindAndArea(tx, today)).filter(({ area }) => !code || area === code),
    }
  },
}

/** Null where any of them has no population: a rate of some is not a rate of all. */
function rateOf(authorities: readonly CountedAuthority[], cells: readonly Cell[]): number | null {
  const populations = authorities.map(({ code }) => authorityByCode.get(code)?.under18 ?? null)
  if (populations.length === 0 || populations.includes(null)) return null
  return ratePer10000(
    childrenIn(cells),
    populations.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  )
}

function rowOf(authority: CountedAuthority, cells: readonly Cell[]): FigureRow {
  const own = cells.filter(each => each.authority === authority.id)
  return {
    ...authority,
    looked: childrenIn(own),
    rate: rateOf([authority], own),
    over20: over20(own),
    threeOrMore: threeOrMore(own),
    unregistered: unregistered(own),
  }
}

function pastOf(past: readonly PastCount[]) {
  const days = [...new Set(past.map(({ day }) => day))].toSorted()
  return days.map(day => ({
    day,
    children: past.reduce((sum, each) => sum + (each.day === day ? each.children : 0), 0),
  }))
}

export const showMeasure: Action<{ measure: keyof typeof measures }, Measure> & { readonly role: 'reader' } =
  {
    name: 'figures.define',
    says: 'Says how a figure is counted.',
    role: 'reader',
    permission: 'measure:read',
    schema: z.object({ measure: z.enum(measureCodes, 'There is no figure of that name') }),
    about: () => null,
    run: async (_, { measure }): Promise<Measure | Refusal> => measures[measure],
  }
