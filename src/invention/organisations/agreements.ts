/** What the invented region's organisations have agreed to share, and one agreement that has run out. */

import type { PlainDate } from '#shared/dates'
import { type Chance, type Seed, chance } from '../chance.ts'
import type { Organisations } from './organisations.ts'
import type { People } from './people.ts'
import type { AgreementRow, PartyRow } from '../rows.ts'

export type Agreements = {
  readonly agreements: readonly AgreementRow[]
  readonly parties: readonly PartyRow[]
}

/** The groups of facts that an agreement may be about, all of them. */
const shared = ['basic', 'placement', 'cost', 'referral']

const sufficiency = { name: 'Sharing for sufficiency planning', dpia_reference: 'DPIA-INVENTED-02' }
const design = { name: 'Sharing for the design of the co-operative', dpia_reference: 'DPIA-INVENTED-01' }

type Terms = Pick<AgreementRow, 'name' | 'dpia_reference'> & {
  readonly from_on: string
  readonly until_on: string
}

const draw = (by: Chance, { name, from_on, until_on, dpia_reference }: Terms): AgreementRow => ({
  id: by.uuid(),
  name,
  purpose:
    'To plan homes for children near home: who needs one, where, and what there is (Children Act 1989, s. 22G)',
  lawful_basis: 'Public task: UK GDPR Article 6(1)(e) and 9(2)(g), with Children Act 1989, ss. 22A to 22G',
  fields: shared,
  from_on: from_on as PlainDate,
  until_on: until_on as PlainDate,
  dpia_reference,
})

/** Those who are members today have signed; so has the co-operative. */
export function inventAgreements(
  seed: Seed,
  { region, memberships }: Organisations,
  { people, roles }: People,
  today: PlainDate,
): Agreements {
  const by = chance(seed, 'agreements')
  const agreements = [
    draw(by, { ...sufficiency, from_on: '2025-04-01', until_on: '2035-04-01' }),
    draw(by, { ...design, from_on: '2024-01-01', until_on: '2025-04-01' }),
  ]
  const signs = (organisation: string, role: string) =>
    roles.find(
      each =>
        each.role === role && people.some(p => p.id === each.person_id && p.organisation_id === organisation),
    )
  const members = memberships.filter(each => each.from_on <= today)
  const parties = agreements.flatMap(agreement =>
    [
      { organisation: region.id, role: 'region-administrator', on: agreement.from_on },
      ...members.map(each => ({
        organisation: each.authority_id,
        role: 'director',
        on: later(each.from_on, agreement),
      })),
    ].map(({ organisation, role, on }) => ({
      agreement_id: agreement.id,
      organisation_id: organisation,
      signed_on: on,
      signed_by: signs(organisation, role)!.person_id,
    })),
  )
  return { agreements, parties }
}

/** An agreement is signed on the day it begins, or the day its signatory joins, if that is later and it still runs. */
const later = (joined: PlainDate, { from_on, until_on }: AgreementRow): PlainDate =>
  joined > from_on && joined < until_on ? joined : from_on
