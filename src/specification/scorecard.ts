/** How complete, how timely and how accurate what an authority sent is, table by table, and who has not sent. */

import type { PlainDate } from '#shared/dates'
import { type Timeliness, reminder, timelinessOf } from './calendar.ts'
import type { Tally } from './checking.ts'
import { type Table, inSentence } from './item.ts'
import { askedSince } from './specification.ts'

/** The newest of a table that an authority loaded. */
export type Standing = Tally & { readonly version: string; readonly sentOn: PlainDate }

export type Score = {
  readonly table: Table
  readonly standing: Standing | null
  /** Of 100; null where nothing was sent. */
  readonly completeness: number | null
  readonly accuracy: number | null
  readonly timeliness: Timeliness
}

export type Scorecard = { readonly authority: string; readonly scores: readonly Score[] }

export function scorecardOf(
  authority: string,
  standings: readonly Standing[],
  tables: readonly Table[],
  today: PlainDate,
): Scorecard {
  const scores = tables.map((table): Score => {
    const standing = standings.find(each => each.table === table.name) ?? null
    const sent = { sentOn: standing?.sentOn ?? null, since: askedSince(table) }
    return {
      table,
      standing,
      completeness: standing && share(standing.filled, standing.required),
      accuracy: standing && share(standing.sound, standing.rows + standing.leftOut),
      timeliness: timelinessOf(table.calendar, sent, today),
    }
  })
  return { authority, scores }
}

/** To a tenth, and never rounded up to all. */
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part / whole) * 1000) / 10

export type Total = {
  readonly sent: number
  readonly asked: number
  readonly overdue: number
  readonly completeness: number | null
  readonly accuracy: number | null
}

/** All tables together, each row and each cell counted once. */
export function totalOf({ scores }: Scorecard): Total {
  const sent = scores.flatMap(({ standing }) => standing ?? [])
  const all = (count: (standing: Standing) => number) => sent.reduce((sum, each) => sum + count(each), 0)
  return {
    sent: sent.length,
    asked: scores.length,
    overdue: scores.filter(({ timeliness }) => timeliness.state === 'overdue').length,
    completeness: share(
      all(({ filled }) => filled),
      all(({ required }) => required),
    ),
    accuracy: share(
      all(({ sound }) => sound),
      all(({ rows, leftOut }) => rows + leftOut),
    ),
  }
}

export type Reminder = {
  readonly authority: string
  readonly table: string
  /** As the table is called within a sentence. */
  readonly called: string
  readonly due: PlainDate
  readonly daysOverdue: number
  readonly says: string
}

/** The longest overdue first. */
export const remindersIn = (cards: readonly Scorecard[]): Reminder[] =>
  cards
    .flatMap(({ authority, scores }) =>
      scores.flatMap(({ table, timeliness }) => {
        if (timeliness.state !== 'overdue') return []
        const { due, daysOverdue } = timeliness
        const called = inSentence(table)
        const says = reminder(authority, called, timeliness)
        return [{ authority, table: table.title, called, due, daysOverdue, says }]
      }),
    )
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue || a.authority.localeCompare(b.authority))
