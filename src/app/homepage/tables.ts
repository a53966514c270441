/** Tables of the data specification on a home page: what is overdue, to those who send it and those who wait. */

import type { Context } from '#access'
import { scoresFor, specificationPaths } from '#specification'
import { inWords } from '#shared/dates'
import { type Part, counted, most } from './homepage.ts'

/** The longest overdue first. */
export async function tablesToSend(context: Context): Promise<Part> {
  const { reminders } = await scoresFor(context)
  return {
    lists: [
      {
        title: 'Tables to send',
        count: reminders.length,
        rows: reminders.slice(0, most).map(({ table, due, daysOverdue }) => ({
          name: table,
          href: specificationPaths.start,
          note: `Due on ${inWords(due)}.`,
          mark: { text: `${counted(daysOverdue, 'day')} late`, tone: 'attention' },
        })),
        whole: { text: 'See your scorecard', href: specificationPaths.scorecard },
        quiet: 'Nothing that the data specification asks for is overdue.',
      },
    ],
  }
}

/** The authority that owes most first. */
export async function tablesNotSent(context: Context): Promise<Part> {
  const { reminders } = await scoresFor(context)
  const owing = [...Map.groupBy(reminders, ({ authority }) => authority)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return {
    lists: [
      {
        title: 'Authorities with tables to send',
        count: owing.length,
        rows: owing.slice(0, most).map(([authority, owed]) => ({
          name: authority,
          note: `${counted(owed.length, 'table')}, the first due on ${inWords(owed[0]!.due)}.`,
        })),
        whole: { text: 'See the scorecard', href: specificationPaths.scorecard },
        quiet: 'Every authority has sent what the data specification asks for.',
      },
    ],
  }
}
