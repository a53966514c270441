/** Why homes said no: what commissioners learn from it. */

import { z } from 'zod'
import type { Action } from '#access'
import { homeKinds } from '#provision'
import { type PlainDate, addDays } from '#shared/dates'
import { declineReasons } from '../approach.ts'
import { declinesSince } from '../store/queue.ts'

const daysInYear = 365

export type Declines = {
  readonly since: PlainDate
  readonly total: number
  readonly kinds: readonly { readonly code: string; readonly label: string }[]
  readonly reasons: readonly {
    readonly code: string
    readonly label: string
    readonly homes: number
    readonly byKind: Readonly<Record<string, number>>
  }[]
}

export const countDeclines: Action<Record<never, never>, Declines> & { role: 'reader' } = {
  name: 'decline.count',
  says: 'Counts why homes have said no to your council in the last year, by reason and kind of home.',
  role: 'reader',
  permission: 'search:read',
  schema: z.object({}),
  about: () => null,
  async run({ tx, actor, today }) {
    const since = addDays(today, -daysInYear)
    const rows = await declinesSince(tx, actor.organisation, since)
    const kinds = homeKinds.filter(({ code }) => rows.some(({ kind }) => kind === code))
    const reasons = declineReasons.map(({ code, label }) => {
      const ofReason = rows.filter(({ reason }) => reason === code)
      const byKind = Object.fromEntries(ofReason.map(({ kind, homes }) => [kind, homes]))
      return { code, label, homes: ofReason.reduce((sum, { homes }) => sum + homes, 0), byKind }
    })
    const total = reasons.reduce((sum, { homes }) => sum + homes, 0)
    return { since, total, kinds, reasons: reasons.toSorted((a, b) => b.homes - a.homes) }
  },
}
