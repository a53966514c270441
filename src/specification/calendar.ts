/** When each table is to be sent, and how an authority stands against that on a day. */

import { type PlainDate, addDays, daysBetween, inWords } from '#shared/dates'

/** Monthly by the 10th; or twice a year, as at 31 March and 30 September, by the end of the month after. */
export type Calendar = 'monthly' | 'twice-yearly'

export const calendarInWords: Readonly<Record<Calendar, string>> = {
  monthly: 'every month, by the 10th',
  'twice-yearly': 'twice a year, by 30 April and 31 October',
}

/** A round of sending: from the day it opens to the day it is due, both included. */
export type Round = { readonly opens: PlainDate; readonly due: PlainDate }

export type Timeliness =
  | {
      readonly state: 'in-time'
      readonly sentOn: PlainDate
      readonly daysSince: number
      readonly nextDue: PlainDate
    }
  | {
      readonly state: 'late'
      readonly sentOn: PlainDate
      readonly daysSince: number
      readonly nextDue: PlainDate
      readonly due: PlainDate
    }
  | {
      readonly state: 'overdue'
      readonly sentOn: PlainDate | null
      readonly daysSince: number | null
      readonly nextDue: PlainDate
      readonly due: PlainDate
      readonly daysOverdue: number
    }
  | { readonly state: 'not-yet-due'; readonly nextDue: PlainDate }

/** Every round that opens in these years, in order. */
function roundsOf(calendar: Calendar, years: readonly number[]): Round[] {
  const day = (year: number, month: number, date: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as PlainDate
  return years.flatMap(year =>
    calendar === 'monthly'
      ? Array.from({ length: 12 }, (_, i) => ({ opens: day(year, i + 1, 1), due: day(year, i + 1, 10) }))
      : [
          { opens: day(year, 4, 1), due: day(year, 4, 30) },
          { opens: day(year, 10, 1), due: day(year, 10, 31) },
        ],
  )
}

/** Asked for each table of each authority of a region, and the same all year. */
const near = new Map<string, readonly Round[]>()

function roundsNear(calendar: Calendar, year: number): readonly Round[] {
  const known = near.get(`${calendar} ${year}`)
  if (known) return known
  const rounds = roundsOf(calendar, [year - 1, year, year + 1])
  near.set(`${calendar} ${year}`, rounds)
  return rounds
}

/** The last round that was due before today, and the next that is due. */
export function roundsAround(
  calendar: Calendar,
  today: PlainDate,
): { readonly last: Round; readonly next: Round } {
  const rounds = roundsNear(calendar, Number(today.slice(0, 4)))
  const at = rounds.findIndex(({ due }) => due >= today)
  return { last: rounds[at - 1]!, next: rounds[at]! }
}

/** What was sent in a round counts for it, and is late after it was due; a table is asked for from `since`. */
export function timelinessOf(
  calendar: Calendar,
  { sentOn, since }: { readonly sentOn: PlainDate | null; readonly since: PlainDate },
  today: PlainDate,
): Timeliness {
  const { last, next } = roundsAround(calendar, today)
  const nextDue =
    sentOn && sentOn >= next.opens ? roundsAround(calendar, addDays(next.due, 1)).next.due : next.due
  const daysSince = sentOn && Math.max(0, daysBetween(sentOn, today))
  if (sentOn && sentOn >= last.opens) {
    const sent = { sentOn, daysSince: daysSince!, nextDue }
    const isLate = sentOn > last.due && sentOn < next.opens && last.due >= since
    return isLate ? { state: 'late', ...sent, due: last.due } : { state: 'in-time', ...sent }
  }
  if (last.due < since) return { state: 'not-yet-due', nextDue }
  const overdue = { due: last.due, daysOverdue: daysBetween(last.due, today) }
  return { state: 'overdue', sentOn, daysSince, nextDue, ...overdue }
}

export const timelinessInWords: Readonly<Record<Timeliness['state'], string>> = {
  'in-time': 'In time',
  late: 'Sent late',
  overdue: 'Not sent',
  'not-yet-due': 'Not due yet',
}

/** "Reading has not sent SDQ scores, due on 10 August 2026: 20 days ago." */
export const reminder = (authority: string, table: string, { due, daysOverdue }: Overdue): string =>
  `${authority} has not sent ${table}, due on ${inWords(due)}: ${ago(daysOverdue)}.`
const ago = (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`)
export type Overdue = Extract<Timeliness, { state: 'overdue' }>
