/** A home where children in care may live: who runs it, what it is for, and whether it is open. */

import type { AuthorityId, OrganisationId } from '#access'
import type { Position } from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Problem, type Refusal, conflict, invalid } from '#shared/refusal'

export type HomeId = Id<'Home'>

export const homeKinds = [
  { code: 'childrens-home', label: "Children's home" },
  { code: 'foster-household', label: 'Foster household' },
  { code: 'supported-accommodation', label: 'Supported accommodation' },
  { code: 'residential-school', label: 'Residential special school' },
  { code: 'secure-home', label: "Secure children's home" },
] as const
export type HomeKind = (typeof homeKinds)[number]['code']

export const sectors = [
  { code: 'local-authority', label: 'Run by a council' },
  { code: 'private', label: 'Run by a company' },
  { code: 'voluntary', label: 'Run by a charity' },
  { code: 'health', label: 'Run by the health service' },
] as const
export type Sector = (typeof sectors)[number]['code']

/** Ofsted's judgement of the overall experiences and progress of the children who live there. */
export const judgements = [
  { code: 'outstanding', label: 'Outstanding' },
  { code: 'good', label: 'Good' },
  { code: 'requires-improvement', label: 'Requires improvement to be good' },
  { code: 'inadequate', label: 'Inadequate' },
  { code: 'not-yet-inspected', label: 'Not yet inspected' },
] as const
export type Judgement = (typeof judgements)[number]['code']

export const sexesTaken = [
  { code: 'any', label: 'Any child' },
  { code: 'boys', label: 'Boys only' },
  { code: 'girls', label: 'Girls only' },
] as const
export type SexesTaken = (typeof sexesTaken)[number]['code']

/** What the home is for, as data. Children's Homes (England) Regulations 2015, regulation 16 and schedule 1. */
export type StatementOfPurpose = {
  readonly ageFrom: number
  readonly ageTo: number
  readonly sexes: SexesTaken
  readonly needsMet: readonly string[]
  readonly needsNotMet: readonly string[]
  readonly takesSolo: boolean
  readonly takesSiblings: boolean
  readonly approachToCare: string | null
}

type Core = {
  readonly id: HomeId
  readonly organisation: OrganisationId
  readonly kind: HomeKind
  readonly name: string
  readonly sector: Sector
  readonly urn: string | null
  readonly postcode: string
  readonly position: Position
  readonly areaCode: string
  readonly registeredPlaces: number
  readonly purpose: StatementOfPurpose
  readonly judgement: Judgement | null
  readonly inspectedOn: PlainDate | null
  /** Reserved for one authority by an agreement between them all, as with homes in Kent. */
  readonly onlyFor: AuthorityId | null
}

export type OpenHome = Core & { readonly state: 'open'; readonly since: PlainDate }
export type ClosedHome = Core & Shut & { readonly state: 'closed' }
export type RefurbishingHome = Core & Shut & { readonly state: 'refurbishing' }
/** Registered, with nobody living there and no day set for opening. */
export type DormantHome = Core & {
  readonly state: 'dormant'
  readonly since: PlainDate
  readonly reason: string
}
export type Home = OpenHome | ClosedHome | DormantHome | RefurbishingHome

type Shut = { readonly since: PlainDate; readonly reason: string; readonly until: PlainDate | null }
export type Closing = { readonly reason: string; readonly from: PlainDate; readonly until: PlainDate | null }

export const closeHome = (home: OpenHome, closing: Closing): ClosedHome | Refusal =>
  problemWith(closing) ?? { ...core(home), state: 'closed', ...shut(closing) }

export const refurbish = (home: OpenHome, closing: Closing): RefurbishingHome | Refusal =>
  problemWith(closing) ?? { ...core(home), state: 'refurbishing', ...shut(closing) }

export function makeDormant(home: Home, reason: string, from: PlainDate): DormantHome | Refusal {
  if (home.state === 'dormant') return conflict('This home is already dormant')
  if (!reason.trim()) return invalid({ field: 'reason', message: 'Say why the home is dormant' })
  return { ...core(home), state: 'dormant', since: from, reason: reason.trim() }
}

export function reopenHome(home: Home, from: PlainDate): OpenHome | Refusal {
  if (home.state === 'open') return conflict('This home is already open')
  return { ...core(home), state: 'open', since: from }
}

/** A new statement of purpose. The state of the home, and who lives there now, stay as they are. */
export function changePurpose<State extends Home>(home: State, purpose: StatementOfPurpose): State | Refusal {
  const problems = problemsWith(purpose)
  return problems.length === 0 ? { ...home, purpose } : invalid(...problems)
}

/** What is wrong with a statement of purpose, for a home that is changed and for one that is new. */
export function problemsWith({
  ageFrom,
  ageTo,
  needsMet,
  needsNotMet,
}: StatementOfPurpose): readonly Problem[] {
  const problems: Problem[] = []
  if (!isAge(ageFrom)) problems.push({ field: 'ageFrom', message: 'Youngest age must be from 0 to 25' })
  if (!isAge(ageTo)) problems.push({ field: 'ageTo', message: 'Oldest age must be from 0 to 25' })
  if (ageTo < ageFrom) problems.push({ field: 'ageTo', message: 'Oldest age must not be below the youngest' })
  if (needsMet.some(need => needsNotMet.includes(need))) {
    problems.push({ field: 'needsNotMet', message: 'A need can be met or not met, not both' })
  }
  return problems
}

const isAge = (age: number) => Number.isInteger(age) && age >= 0 && age <= 25

/** Why no child can come to live here on a day, or null when the home is open that day. */
export function whyShut(home: Home, day: PlainDate): string | null {
  if (home.state === 'open') return home.since > day ? `Opens on ${inWords(home.since)}` : null
  const because = `${home.state === 'refurbishing' ? 'Being refurbished' : words[home.state]}: ${home.reason}`
  if (home.state === 'dormant') return because
  if (home.until === null) return because
  return day < home.until ? `${because}, until ${inWords(home.until)}` : null
}

const words = { closed: 'Closed', dormant: 'Dormant' } as const

function problemWith({ reason, from, until }: Closing): Refusal | undefined {
  if (!reason.trim()) return invalid({ field: 'reason', message: 'Say why the home is closed' })
  if (until !== null && until <= from) {
    return invalid({ field: 'until', message: 'The day it opens again must be after the day it closes' })
  }
  return undefined
}

const shut = ({ reason, from, until }: Closing): Shut => ({ since: from, reason: reason.trim(), until })

/** The facts that stay the same whatever the state. */
function core(home: Home): Core {
  const { state: _state, since: _since, ...rest } = home
  const { reason: _reason, until: _until, ...facts } = rest as typeof rest & Partial<Shut>
  return facts
}
