/** What may be asked of who enters and leaves care. */

import { z } from 'zod'
import type { Action } from '#access'
import { unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import type { CountedAuthority } from '../dashboard.ts'
import { type FlowReport, type FlowYear, firstFlowYear, flowOf, flowYear, flowYears } from '../flow.ts'
import { seenBy } from '../store/seen.ts'
import { staysIn } from '../store/stays.ts'

const askForYear = `Choose a year from ${firstFlowYear} on that has begun`
const asked = z.object({
  year: unlessEmpty(z.string().regex(/^\d{4}$/, askForYear)),
  authority: unlessEmpty(z.string().regex(/^E\d{8}$/, 'Choose an authority from the list')),
})

export type ShownFlow = FlowReport & {
  readonly year: FlowYear
  readonly years: readonly number[]
  readonly chosen: CountedAuthority | null
  readonly authorities: readonly CountedAuthority[]
}

/** The latest whole year, unless another is asked for; of all the asker may see, or of one authority. */
export const showFlow = {
  name: 'figures.flow',
  says: 'Shows who entered and who left care in a year, by age, for the region or for one authority of it.',
  role: 'reader',
  permission: 'measure:read',
  schema: asked,
  about: () => null,
  async run({ tx, actor, today }, { year, authority: code }) {
    const years = flowYears(today)
    const ends = year === undefined ? years[1]! : Number(year)
    if (!years.includes(ends)) return notFound(askForYear)
    const { authorities } = await seenBy(tx, actor)
    const counted = code ? authorities.filter(each => each.code === code) : authorities
    if (code && counted.length === 0) return notFound('No figures are shared with you for that authority')

    const of = flowYear(ends, today)
    const stays = await staysIn(
      tx,
      counted.map(({ id }) => id),
      of,
    )
    const chosen = code || actor.kind === 'authority' ? (counted[0] ?? null) : null
    return { ...flowOf(stays), year: of, years, chosen, authorities }
  },
} as const satisfies Action<z.output<typeof asked>, ShownFlow>
