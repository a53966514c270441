/** People at work in the invented region, at least one of each role in each organisation that has it. */

import type { PlainDate } from '#shared/dates'
import { type Chance, type Seed, chance } from '../chance.ts'
import type { Organisations } from './organisations.ts'
import type { OrganisationRow, PersonRow, RoleRow } from '../rows.ts'
import { personName, slug } from '../words.ts'

export type People = { readonly people: readonly PersonRow[]; readonly roles: readonly RoleRow[] }

const authorityRoles = [
  'social-worker',
  'social-worker',
  'brokerage-officer',
  'brokerage-officer',
  'commissioner',
  'data-lead',
  'director',
]
const rolesOf: Readonly<Record<OrganisationRow['kind'], readonly string[]>> = {
  authority: authorityRoles,
  region: ['region-data-lead', 'region-administrator'],
  provider: ['registered-manager'],
  health: ['partner'],
  justice: ['partner'],
  trust: ['social-worker', 'brokerage-officer'], // who act for the authority that it acts for
}

/** Addresses end in .example, which belongs to nobody (RFC 2606). */
export function inventPeople(seed: Seed, { all }: Organisations, today: PlainDate): People {
  const people: PersonRow[] = []
  const roles: RoleRow[] = []
  const from_on = `${Number(today.slice(0, 4)) - 2}-04-01` as PlainDate
  for (const organisation of all) {
    const by = chance(seed, `people/${organisation.code}`)
    const addresses = new Set<string>()
    for (const role of rolesOf[organisation.kind]) {
      const person = invent(by, organisation, addresses)
      people.push(person)
      roles.push({ person_id: person.id, role, from_on })
    }
  }
  return { people, roles }
}

function invent(by: Chance, organisation: OrganisationRow, addresses: Set<string>): PersonRow {
  const domain = `${slug(organisation.name)}.example`
  for (;;) {
    const name = personName(by)
    const email = `${slug(name).replaceAll('-', '.')}@${domain}`
    if (addresses.has(email)) continue
    addresses.add(email)
    return { id: by.uuid(), organisation_id: organisation.id, name, email }
  }
}
