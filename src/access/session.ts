/** A session: one browser, signed in as one person, for a while. */

export type Session = {
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
}

/** Minutes without a request, and hours in all, after which a person signs in again. */
export type Limits = { readonly idleMinutes: number; readonly absoluteHours: number }
export const usualLimits: Limits = { idleMinutes: 60, absoluteHours: 12 }

export function isLive({ startedAt, lastSeenAt, endedAt }: Session, now: Date, limits: Limits): boolean {
  if (endedAt) return false
  const idle = (now.getTime() - lastSeenAt.getTime()) / 60_000
  const whole = (now.getTime() - startedAt.getTime()) / 3_600_000
  return idle < limits.idleMinutes && whole < limits.absoluteHours
}

/** Being seen is written down at most once a minute, so that reading a page seldom writes. */
export const shouldNote = ({ lastSeenAt }: Session, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() > 60_000
