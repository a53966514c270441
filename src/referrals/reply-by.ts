/** By when a home is asked to answer: a day, and the hour of that day in London. */

import { type PlainDate, addDays, daysBetween, inWords } from '#shared/dates'
import { type Refusal, invalid } from '#shared/refusal'
import type { Urgency } from './questions/index.ts'

export type ReplyBy = { readonly on: PlainDate; readonly hour: number }
/** The hour that has begun. */
export type Now = { readonly today: PlainDate; readonly hour: number }

/** Our own numbers, which whoever asks may change: an emergency is answered tonight, a planned move this week. */
const hoursInEmergency = 3
const workingDays = 3
const endOfDay = 17
const mostDays = 60

/** A reply after the day the home is needed helps nobody. */
export function usualReplyBy(urgency: Urgency, neededBy: PlainDate | null, now: Now): ReplyBy {
  const soon = inHours(now, hoursInEmergency)
  if (urgency === 'emergency') return soon
  const usual = afterWorkingDays(now.today, workingDays)
  const on = neededBy !== null && neededBy < usual ? neededBy : usual
  const planned = { on, hour: endOfDay }
  return isBefore(planned, soon) ? soon : planned
}

const inHours = ({ today, hour }: Now, hours: number): ReplyBy =>
  hour + hours < 24 ? { on: today, hour: hour + hours } : { on: addDays(today, 1), hour: hour + hours - 24 }

/** Monday to Friday; bank holidays are left to whoever asks. */
function afterWorkingDays(from: PlainDate, days: number): PlainDate {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (!['Saturday', 'Sunday'].includes(weekday(day))) left -= 1
  }
  return day
}

const isBefore = (one: ReplyBy, other: ReplyBy) =>
  one.on < other.on || (one.on === other.on && one.hour < other.hour)

/** The hour itself is over: asked to answer by 5pm, a home is late at 5pm. */
export const isPast = ({ on, hour }: ReplyBy, now: Now): boolean =>
  on < now.today || (on === now.today && hour <= now.hour)

/** A time that a home can still keep. */
export function checkReplyBy(reply: ReplyBy, now: Now): ReplyBy | Refusal {
  if (isPast(reply, now)) {
    const soonest = inHours(now, 1)
    const message = `The time to reply by has passed. Choose ${replyByInWords(soonest)} or later`
    return invalid({ field: reply.on < now.today ? 'replyOn' : 'replyHour', message })
  }
  if (daysBetween(now.today, reply.on) <= mostDays) return reply
  const last = inWords(addDays(now.today, mostDays))
  return invalid({ field: 'replyOn', message: `The day to reply by must be ${last} or before` })
}

/** Thursday 26 November 2026, 5pm. */
export const replyByInWords = ({ on, hour }: ReplyBy): string =>
  `${weekday(on)} ${inWords(on)}, ${hourInWords(hour)}`

export function hourInWords(hour: number): string {
  if (hour === 0) return 'midnight at the start of the day'
  if (hour === 12) return 'noon'
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const weekday = (day: PlainDate): string => days[new Date(`${day}T00:00:00Z`).getUTCDay()]!
