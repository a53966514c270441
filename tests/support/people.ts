/** Invented people and organisations, by name, for tests. */

import {
  type Actor,
  type Database,
  type Kind,
  type OrganisationId,
  type PersonId,
  type Role,
  permissionsOf,
} from '#access'
import { parseDate } from '#shared/dates'

/** The day it is in tests. */
export const today = parseDate('2026-08-30')!

const organisationId = (number: number) =>
  `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}` as OrganisationId
const personId = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId

type Organisation = { id: OrganisationId; kind: string; name: string; code?: string; hub?: string }

const organisations = {
  coop: { id: organisationId(1), kind: 'region', name: 'South East Regional Care Co-operative' },
  bracknell: {
    id: organisationId(2),
    kind: 'authority',
    name: 'Bracknell Forest',
    code: 'E06000036',
    hub: 'North',
  },
  reading: { id: organisationId(3), kind: 'authority', name: 'Reading', code: 'E06000038', hub: 'North' },
  /** Not a member: in the region's supply, sharing no records. */
  kent: { id: organisationId(4), kind: 'authority', name: 'Kent', code: 'E10000016', hub: 'South' },
  larch: { id: organisationId(5), kind: 'provider', name: 'Larch Tree Homes', code: 'SC900001' },
  rowan: { id: organisationId(6), kind: 'provider', name: 'Rowan Care', code: 'SC900002' },
  board: { id: organisationId(7), kind: 'health', name: 'An invented integrated care board' },
} satisfies Record<string, Organisation>

type OrganisationName = keyof typeof organisations
export const organisation = organisations as Record<OrganisationName, Organisation>

let number = 0
function person(name: string, at: OrganisationName, role: Role): Actor & { email: string } {
  const { id, name: organisationName, kind: word } = organisation[at]
  const kinds: Record<string, Kind> = {
    region: 'region',
    authority: 'authority',
    provider: 'provider',
    health: 'partner',
  }
  const kind = kinds[word]!
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${at}.example`
  const facts = { id: personId((number += 1)), name, kind, organisation: id, organisationName, roles: [role] }
  return { ...facts, permissions: permissionsOf(kind, [role]), email }
}

export const people = {
  socialWorker: person('Sam Oduya', 'bracknell', 'social-worker'),
  broker: person('Bea Larkin', 'bracknell', 'brokerage-officer'),
  commissioner: person('Col Marsh', 'bracknell', 'commissioner'),
  dataLead: person('Dil Rahman', 'bracknell', 'data-lead'),
  director: person('Dee Foster', 'bracknell', 'director'),
  siblingSocialWorker: person('Ray Okafor', 'reading', 'social-worker'),
  siblingBroker: person('Rita Bell', 'reading', 'brokerage-officer'),
  siblingDataLead: person('Rob Hall', 'reading', 'data-lead'),
  siblingDirector: person('Roz Ward', 'reading', 'director'),
  kentBroker: person('Kim Page', 'kent', 'brokerage-officer'),
  kentDataLead: person('Kit Dean', 'kent', 'data-lead'),
  regionLead: person('Una Price', 'coop', 'region-data-lead'),
  administrator: person('Ada Stone', 'coop', 'region-administrator'),
  larchManager: person('Mo Larch', 'larch', 'registered-manager'),
  rowanManager: person('Ro Rowan', 'rowan', 'registered-manager'),
  partner: person('Pat Cole', 'board', 'partner'),
}

export const agreement = {
  id: 'e0000000-0000-4000-8000-000000000001',
  name: 'Regional record of children looked after',
  purpose: 'To know what homes the region’s children need',
  lawful_basis: 'UK GDPR Article 6(1)(e), public task',
  fields: ['basic', 'placement', 'cost', 'referral'],
  from_on: parseDate('2026-01-01')!,
  until_on: parseDate('2027-01-01')!,
  dpia_reference: 'DPIA-1',
}

/** As the tables' owner. */
export async function addPeople(database: Database): Promise<void> {
  const all = Object.values(organisation)
  await database.insertInto('access.organisation').values(all).execute()
  const from_on = parseDate('2025-04-01')!
  const members = [organisation.bracknell, organisation.reading]
  await database
    .insertInto('access.membership')
    .values(members.map(({ id }) => ({ region_id: organisation.coop.id, authority_id: id, from_on })))
    .execute()
  const actors = Object.values(people)
  await database
    .insertInto('access.person')
    .values(
      actors.map(({ id, organisation: organisation_id, name, email }) => ({
        id,
        organisation_id,
        name,
        email,
      })),
    )
    .execute()
  const held = actors.flatMap(({ id, roles }) => roles.map(role => ({ person_id: id, role, from_on })))
  await database.insertInto('access.role_held').values(held).execute()
  await database.insertInto('access.agreement').values(agreement).execute()
  const signed_on = parseDate('2026-01-02')!
  await database
    .insertInto('access.agreement_party')
    .values(
      [organisation.coop, ...members].map(({ id }) => ({
        agreement_id: agreement.id,
        organisation_id: id,
        signed_on,
      })),
    )
    .execute()
}
