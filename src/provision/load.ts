/** Loading Ofsted's list: what it would change on our register, and what each new or changed home becomes. */

import type { Organisation, OrganisationId } from '#access'
import { type Area, type Position, areaOf, normalisePostcode, positionOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { areaNamed, middleOf } from './area.ts'
import { type Home, type HomeId, type OpenHome, closeHome, reopenHome } from './home.ts'
import type { Columns, Listed } from './ofsted.ts'
import type { Held } from './register.ts'

export type LoadId = Id<'Load'>
export type Load = {
  readonly id: LoadId
  readonly name: string
  readonly content: string
  readonly readOn: PlainDate
  readonly confirmed: { readonly on: PlainDate; readonly added: number; readonly changed: number } | null
}

/** What the list may change of a home. One shut for its own reasons is still active to Ofsted: that is not compared. */
export function heldOf(home: Home, columns: Columns): Held {
  return {
    urn: home.urn ?? '',
    kind: home.kind,
    registeredPlaces: home.registeredPlaces,
    ...(columns.name && { name: home.name }),
    ...(columns.sector && { sector: home.sector }),
    ...(columns.judgement && { judgement: home.judgement ?? 'not-yet-inspected' }),
    ...(columns.inspectedOn && { inspectedOn: home.inspectedOn }),
    ...(columns.postcode && { postcode: home.postcode }),
    ...((home.state === 'open' || wasClosedByList(home)) && { isActive: home.state === 'open' }),
  }
}

const noLongerActive = 'No longer active on Ofsted’s list'
const wasClosedByList = (home: Home) => home.state === 'closed' && home.reason === noLongerActive

export function changedBy(home: Home, listed: Listed, today: PlainDate): Home {
  const place = listed.postcode ? placedAt(listed.postcode) : undefined
  const changed: Home = {
    ...home,
    ...place,
    kind: listed.kind,
    sector: listed.sector,
    name: listed.name ?? home.name,
    registeredPlaces: listed.registeredPlaces,
    judgement: listed.judgement,
    inspectedOn: listed.inspectedOn ?? home.inspectedOn,
  }
  const after = afterStatus(changed, listed.isActive, today)
  return after instanceof Refusal ? changed : after
}

function afterStatus(home: Home, isActive: boolean, today: PlainDate): Home | Refusal {
  if (isActive) return wasClosedByList(home) ? reopenHome(home, today) : home
  if (home.state !== 'open') return home
  return closeHome(home, { reason: noLongerActive, from: today, until: null })
}

type New = {
  readonly id: HomeId
  readonly organisation: OrganisationId
  readonly area: Area
  readonly today: PlainDate
}

/** Ofsted says who and where a home is, not whom it is for: the widest statement, until whoever runs it says more. */
export function homeOf(listed: Listed, { id, organisation, area, today }: New): Home {
  const [ageFrom, ageTo] = listed.kind === 'supported-accommodation' ? [16, 17] : [0, 17]
  const open: OpenHome = {
    id,
    organisation,
    kind: listed.kind,
    name: listed.name ?? `Home ${listed.urn}`,
    sector: listed.sector,
    urn: listed.urn,
    ...(placedAt(listed.postcode ?? '') ?? { postcode: '', position: middleOf(area), areaCode: area }),
    registeredPlaces: listed.registeredPlaces,
    purpose: {
      ageFrom: ageFrom!,
      ageTo: ageTo!,
      sexes: 'any',
      needsMet: [],
      needsNotMet: [],
      takesSolo: false,
      takesSiblings: false,
      approachToCare: null,
    },
    judgement: listed.judgement,
    inspectedOn: listed.inspectedOn,
    onlyFor: null,
    state: 'open',
    since: today,
  }
  if (listed.isActive) return open
  return { ...open, state: 'closed', reason: noLongerActive, until: null }
}

function placedAt(text: string): { postcode: string; position: Position; areaCode: string } | undefined {
  const postcode = normalisePostcode(text)
  const position = postcode && positionOf(postcode)
  const areaCode = postcode && areaOf(postcode)
  return postcode && position && areaCode ? { postcode, position, areaCode } : undefined
}

export type Known = {
  readonly authorities: readonly Organisation[]
  readonly providers: readonly Organisation[]
}

/** Who runs a home: the council it stands under if the list says a council does, or the provider by its number. */
export function runnerOf(listed: Listed, known: Known, area: Area): OrganisationId | NewProvider {
  if (listed.sector === 'local-authority') {
    const named = listed.organisationName ? areaNamed(listed.organisationName) : undefined
    const council = known.authorities.find(({ code }) => code === (named ?? area))
    if (council) return council.id
  }
  const { organisationUrn, organisationName, urn } = listed
  const code = organisationUrn ?? (organisationName === null ? urn : null)
  const same = known.providers.find(each =>
    code === null ? each.code === null && each.name === organisationName : each.code === code,
  )
  return same?.id ?? { name: organisationName ?? `Provider of ${urn}`, code }
}

export type NewProvider = { readonly name: string; readonly code: string | null }
