/** What may be asked about agreements: reading them, drawing one up, signing, and ending early. */

import { z } from 'zod'
import type { Action, OrganisationId } from '#access'
import { Refusal, conflict, notFound } from '#shared/refusal'
import { date, id, many, unlessEmpty } from '#shared/parse'
import {
  type Agreement,
  type AgreementId,
  type SharedPart,
  drawUp,
  end,
  maySign,
  sharedParts,
} from '../agreement.ts'
import type { Organisation } from '../member.ts'
import { type Membership, type Sharing, sharings } from '../sharing.ts'
import {
  addAgreement,
  endAgreement,
  findAgreement,
  listAgreements,
  listMemberships,
  listOrganisations,
  signAgreement,
} from '../store/agreements.ts'

export type AllAgreements = {
  readonly agreements: readonly Agreement[]
  readonly memberships: readonly Membership[]
  readonly sharings: readonly Sharing[]
}

const noAgreement = () => notFound('Agreement not found')
const which = z.object({ agreement: id<'Agreement'>('Say which agreement') })
type Which = { agreement: AgreementId }

export const readAgreements: Action<object, AllAgreements> & { role: 'reader' } = {
  name: 'agreement.list',
  says: 'Lists agreements to share, who has signed, and what is shared with whom today.',
  role: 'reader',
  permission: 'agreement:read',
  schema: z.object({}),
  about: () => null,
  async run({ tx, today }) {
    const agreements = await listAgreements(tx)
    const memberships = await listMemberships(tx)
    return { agreements, memberships, sharings: sharings(agreements, memberships, today) }
  },
}

const reading = {
  role: 'reader',
  schema: which,
  about: ({ agreement }: Which) => agreement,
  run: async ({ tx }, { agreement }) => (await findAgreement(tx, agreement)) ?? noAgreement(),
} satisfies Partial<Action<Which, Agreement>>

export const readAgreement: Action<Which, Agreement> & { role: 'reader' } = {
  ...reading,
  name: 'agreement.read',
  says: 'Shows one agreement.',
  permission: 'agreement:read',
}
export const considerSigning: Action<Which, Agreement> & { role: 'reader' } = {
  ...reading,
  name: 'agreement.sign.consider',
  says: 'Shows what signing an agreement would mean.',
  permission: 'agreement:sign',
}
export const considerEnding: Action<Which, Agreement> & { role: 'reader' } = {
  ...reading,
  name: 'agreement.end.consider',
  says: 'Shows what ending an agreement would mean.',
  permission: 'agreement:write',
}

export const prepareAgreement: Action<object, readonly Organisation[]> & { role: 'reader' } = {
  name: 'agreement.prepare',
  says: 'Lists the organisations that an agreement could be between.',
  role: 'reader',
  permission: 'agreement:write',
  schema: z.object({}),
  about: () => null,
  run: ({ tx }) => listOrganisations(tx),
}

const words = (sentence: string, most = 500) => z.string(sentence).trim().min(1, sentence).max(most, sentence)
const part = z.enum(Object.keys(sharedParts) as [SharedPart], 'Choose parts of the record from the list')

const newAgreement = z.object({
  name: words('Say what the agreement is called, in up to 200 characters', 200),
  purpose: words('Say what the records are to be shared for, in up to 500 characters'),
  lawfulBasis: words('Say the lawful basis, in up to 500 characters'),
  parts: many(part).refine(chosen => chosen.length > 0, 'Choose at least one part of the record'),
  from: date('Enter the day on which the agreement begins'),
  until: date('Enter the first day on which nothing may be shared'),
  dpiaReference: unlessEmpty(
    words('Give the reference of the impact assessment in up to 200 characters', 200),
  ),
  parties: many(id<'Organisation'>('Choose organisations from the list')),
})
type NewAgreement = z.infer<typeof newAgreement>

export const drawUpAgreement: Action<NewAgreement, AgreementId> = {
  name: 'agreement.draw-up',
  says: 'Draws up an agreement to share, for its parties to sign.',
  role: 'writer',
  permission: 'agreement:write',
  schema: newAgreement,
  about: () => null,
  async run({ tx, actor, today, note }, { parties, dpiaReference = null, ...terms }) {
    const chosen = [...new Set<OrganisationId>(parties)]
    const known = new Set((await listOrganisations(tx)).map(each => each.id))
    if (chosen.some(each => !known.has(each))) return notFound('One of the organisations was not found')

    const drawn = drawUp({ ...terms, dpiaReference }, chosen, today)
    if (drawn instanceof Refusal) return drawn

    const agreement = await addAgreement(tx, drawn, chosen)
    note({ chain: actor.organisation, about: agreement })
    return agreement
  },
}

export const signForOrganisation: Action<Which, AgreementId> = {
  name: 'agreement.sign',
  says: 'Signs an agreement for your own organisation.',
  role: 'writer',
  permission: 'agreement:sign',
  schema: which,
  about: ({ agreement }) => agreement,
  async run({ tx, actor, today }, { agreement }) {
    const found = await findAgreement(tx, agreement)
    if (!found) return noAgreement()

    const party = maySign(found, actor.organisation, today)
    if (party instanceof Refusal) return party

    const signed = await signAgreement(tx, agreement, actor, today)
    return signed ? agreement : conflict('Your organisation has already signed this agreement')
  },
}

export const endEarly: Action<Which, AgreementId> = {
  name: 'agreement.end',
  says: 'Ends an agreement from today, for all its parties.',
  role: 'writer',
  permission: 'agreement:write',
  schema: which,
  about: ({ agreement }) => agreement,
  async run({ tx, today, note }, { agreement }) {
    const found = await findAgreement(tx, agreement)
    if (!found) return noAgreement()

    const until = end(found, today)
    if (until instanceof Refusal) return until

    await endAgreement(tx, agreement, until)
    for (const { organisation } of found.parties) note({ chain: organisation, about: agreement })
    return agreement
  },
}
