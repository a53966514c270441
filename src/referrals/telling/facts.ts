/** What a home sees: the twelve facts to say "maybe" or "no" first, and what the full profile adds to them. */

import type { PlainDate } from '#shared/dates'
import type { Approach, ApproachId, DeclineReason, Offer } from '../approach.ts'
import type { Line, Part, Profile } from './profile.ts'

/** In this order; the risks said to be high stand after the needs. */
const first = [
  'age',
  'sex',
  'neededBy',
  'duration',
  'familySector',
  'siblings',
  'alongside',
  'adults',
  'needs',
  'risks',
  'educationStage',
  'legalStatus',
] as const

const isBand = ({ name }: Line) => /^(risk|others)[A-Z]/.test(name)

export const linesOf = ({ parts }: Profile): readonly Line[] => parts.flatMap(({ lines }) => lines)
export const lineNamed = (profile: Profile, name: string): string | null =>
  linesOf(profile).find(line => line.name === name)?.value ?? null

/** A fact that nobody has answered is shown as not said: silence would read as "none". */
export function firstFacts(profile: Profile): readonly Line[] {
  const lines = linesOf(profile)
  return first.map(name => {
    if (name === 'risks') return highRisks(lines)
    return lines.find(line => line.name === name) ?? { name, label: labels[name], value: '' }
  })
}

function highRisks(lines: readonly Line[]): Line {
  const bands = lines.filter(isBand)
  const high = bands
    .filter(({ value }) => value.toLowerCase() === 'high')
    .map(({ label }) => label.toLowerCase())
  const none = bands.length === 0 ? '' : 'None'
  return { name: 'risks', label: 'Risks said to be high', value: high.length > 0 ? high.join(', ') : none }
}

const labels: Record<Exclude<(typeof first)[number], 'risks'>, string> = {
  age: 'Age in years',
  sex: 'Sex',
  neededBy: 'Home needed by',
  duration: 'How long',
  familySector: 'Looking for a home around',
  siblings: 'Brothers and sisters to live together',
  alongside: 'Should live with',
  adults: 'Adults needed',
  needs: 'Needs',
  educationStage: 'Stage of education',
  legalStatus: 'Legal status',
}

/** What the first facts and the child's own words have not said already. */
export function restOf({ parts }: Profile): readonly Part[] {
  const said = new Set<string>([...first, 'voice'])
  return withLines(parts, ({ name }) => !said.has(name))
}

/** What one profile says that the other does not, part by part. */
export function addedBy(fuller: Profile, told: Profile): readonly Part[] {
  const known = new Set(linesOf(told).map(({ name, value }) => `${name}=${value}`))
  return withLines(fuller.parts, ({ name, value }) => !known.has(`${name}=${value}`))
}

const withLines = (parts: readonly Part[], keep: (line: Line) => boolean): readonly Part[] =>
  parts
    .map(({ title, lines }) => ({ title, lines: lines.filter(keep) }))
    .filter(({ lines }) => lines.length > 0)

/** A boy or girl of 12, as a list says it without telling who. */
export function inShort(profile: Profile): string {
  const age = lineNamed(profile, 'age')
  const sex = lineNamed(profile, 'sex')?.toLowerCase() ?? ''
  const who = /^(boy|male)/.test(sex) ? 'Boy' : /^(girl|female)/.test(sex) ? 'Girl' : 'Child'
  return age === null ? who : `${who} of ${age}`
}

/** Why it was chosen tells where the child is from, so a home is not told. */
export type SeenByHome = {
  readonly id: ApproachId
  readonly reference: string
  readonly state: Approach['state']
  readonly sentOn: PlainDate
  readonly interestedOn: PlainDate | null
  readonly offeredOn: PlainDate | null
  readonly offer: Offer | null
  readonly declined: {
    readonly on: PlainDate
    readonly reason: DeclineReason
    readonly note: string | null
  } | null
  readonly isFull: boolean
  /** The fullest that was shared. A home that has declined may no longer read it. */
  readonly profile: Profile | null
}

export function seenByHome(approach: Approach): SeenByHome {
  const { id, reference, state, sentOn, anonymised } = approach
  const full = 'fullProfile' in approach ? (approach.fullProfile ?? null) : null
  const isDeclined = approach.state === 'declined'
  return {
    id,
    reference,
    state,
    sentOn,
    interestedOn: 'interestedOn' in approach ? (approach.interestedOn ?? null) : null,
    offeredOn: 'offeredOn' in approach ? (approach.offeredOn ?? null) : null,
    offer: 'offer' in approach ? (approach.offer ?? null) : null,
    declined: isDeclined
      ? { on: approach.declinedOn, reason: approach.reason, note: approach.declineNote }
      : null,
    isFull: full !== null && !isDeclined,
    profile: isDeclined ? null : (full ?? anonymised),
  }
}
