/** What may be asked of the figures. */

import { z } from 'zod'
import type { Action } from '#access'
import { unlessEmpty } from '#shared/parse'
import { type Refusal, notFound } from '#shared/refusal'
import type { CountedAuthority, Dashboard } from '../dashboard.ts'
import { keptDashboard } from '../kept-dashboard.ts'
import { type Measure, type MeasureCode, measureCodes, measures } from '../measure.ts'
import { countsSeen } from '../store/counts.ts'
import { placesIn, placesSeen } from '../store/places.ts'
import { seenBy } from '../store/seen.ts'

const asked = z.object({
  authority: unlessEmpty(z.string().regex(/^E\d{8}$/, 'Choose an authority from the list')),
})
type Asked = z.output<typeof asked>

/** The whole of what the asker may see, or one authority of it. */
export const showFigures: Action<Asked, Dashboard> & { readonly role: 'reader' } = {
  name: 'figures.show',
  says: 'Shows the figures for the region, or for one authority of it.',
  role: 'reader',
  permission: 'measure:read',
  schema: asked,
  about: () => null,
  async run({ tx, actor, today }, { authority: code }) {
    const [seen, places] = await Promise.all([seenBy(tx, actor), placesSeen(tx, today)])
    const counted = code ? seen.authorities.filter(each => each.code === code) : seen.authorities
    if (code && counted.length === 0) return notFound('No figures are shared with you for that authority')

    const asked = code ? seen.revisions.filter(({ id }) => id === counted[0]!.id) : seen.revisions
    const patience = actor.kind === 'region' ? 'a few seconds behind' : 'each change'
    const counts = await countsSeen(tx, asked, { today, patience })
    return keptDashboard(
      counted.map(authority => ({ authority, counts: counts.get(authority.id) ?? nothing })),
      {
        today,
        chosen: code || actor.kind === 'authority' ? (counted[0] ?? null) : null,
        authorities: seen.authorities,
        // Only the region's figures could be taken for everybody's.
        leftOut: actor.kind === 'region' ? seen.others : none,
        places: code ? placesIn(places, code) : places,
      },
    )
  },
}

/** Of an authority that has never loaded a child. */
const nothing = { tally: new Map(), past: [] }
const none: readonly CountedAuthority[] = []

export const showMeasure: Action<{ measure: MeasureCode }, Measure> & { readonly role: 'reader' } = {
  name: 'figures.define',
  says: 'Says how a figure is counted.',
  role: 'reader',
  permission: 'measure:read',
  schema: z.object({ measure: z.enum(measureCodes, 'There is no figure of that name') }),
  about: () => null,
  run: async (_, { measure }): Promise<Measure | Refusal> => measures[measure],
}
