/** What has been done about a request, told from the record of access. */

/** One line of the record of access. */
export type Deed = {
  readonly action: string
  readonly person: string | null
  readonly organisation: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

const sentences: Readonly<Record<string, string>> = {
  'referral.create': 'Asked for a home',
  'referral.answer': 'Answered questions',
  'referral.change-urgency': 'Changed how urgent it is',
  'referral.ready': 'Handed the request to brokerage',
  'referral.withdraw': 'Withdrew the request',
  'referral.unable': 'Ended the search without a home',
  'approach.send': 'Asked homes',
  'approach.interest': 'A home said it is interested',
  'approach.question': 'A home asked a question',
  'approach.answer': 'Answered a home’s question',
  'approach.share': 'Shared the full profile with a home',
  'approach.offer': 'A home made an offer',
  'approach.decline': 'A home declined',
  'approach.withdraw': 'Took back what a home was asked',
  'offer.accept': 'Accepted an offer',
}

/** Only what changes a request is its history; who read it is in the record of access. */
export const toldActions: readonly string[] = Object.keys(sentences)

export type Event = {
  readonly what: string
  readonly who: string
  readonly when: string
  /** For programs. */
  readonly at: string
}

/** Newest first. Pages saved one after another by one person in one day are one event. */
export function eventsIn(deeds: readonly Deed[]): readonly Event[] {
  const groups: [Deed, ...Deed[]][] = []
  for (const deed of deeds.toSorted((a, b) => b.at - a.at)) {
    const last = groups.at(-1)
    if (last && isAgain(deed, last[0])) last.push(deed)
    else groups.push([deed])
  }
  return groups.map(([deed, ...before]) => ({
    what: `${sentences[deed.action] ?? deed.action}${before.length > 0 ? `, ${before.length + 1} times` : ''}`,
    who: deed.person ?? `Somebody at ${deed.organisation ?? 'another organisation'}`,
    when: inWords(deed.at),
    at: isoDay(deed.at),
  }))
}

const isAgain = (one: Deed, other: Deed) =>
  one.action === 'referral.answer' &&
  one.action === other.action &&
  one.person === other.person &&
  isoDay(one.at) === isoDay(other.at)

const london = { timeZone: 'Europe/London' } as const
const days = new Intl.DateTimeFormat('en-GB', { ...london, dateStyle: 'long' })
const times = new Intl.DateTimeFormat('en-GB', {
  ...london,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})
const isoDays = new Intl.DateTimeFormat('sv-SE', london)

/** 3 November 2026 at 4:05pm. */
export const inWords = (at: number): string => `${days.format(at)} at ${times.format(at).replace(' ', '')}`
const isoDay = (at: number): string => isoDays.format(at)
