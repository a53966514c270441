/** What the co-operative's administrator may ask about people: adding them, their roles, and ending their access. */

import { z } from 'zod'
import { type Action, type OrganisationId, type PersonId, type Role, kindOf, roles } from '#access'
import { Refusal, conflict, invalid, notFound } from '#shared/refusal'
import { id, unlessEmpty } from '#shared/parse'
import { type Member, type Organisation, mayChange, mayHold } from '../member.ts'
import { listOrganisations } from '../store/agreements.ts'
import { addPerson, endAccess, endRole, findMember, giveRole, listMembers } from '../store/people.ts'

export type ListedPeople = {
  readonly members: readonly Member[]
  readonly total: number
  readonly page: number
  readonly perPage: number
}
const perPage = 50

const noPerson = () => notFound('Person not found')
const which = z.object({ person: id<'Person'>('Say which person') })
type Which = { person: PersonId }
export const role = z.enum(Object.keys(roles) as [Role], 'Choose a role')
export const page = z.coerce.number().int().min(1).max(100_000).catch(1)

const soughtPeople = z.object({
  name: unlessEmpty(z.string('Give part of a name').max(200, 'Give part of a name in up to 200 characters')),
  page,
})
export const readPeople: Action<z.infer<typeof soughtPeople>, ListedPeople> & { role: 'reader' } = {
  name: 'person.list',
  says: 'Lists the people of every organisation, and the roles they hold.',
  role: 'reader',
  permission: 'people:write',
  schema: soughtPeople,
  about: () => null,
  async run({ tx, today }, sought) {
    const found = await listMembers(tx, today, { ...sought, perPage })
    return { ...found, page: sought.page, perPage }
  },
}

const reading = (name: string, says: string): Action<Which, Member> & { role: 'reader' } => ({
  name,
  says,
  role: 'reader',
  permission: 'people:write',
  schema: which,
  about: ({ person }) => person,
  run: async ({ tx, today }, { person }) => (await findMember(tx, person, today)) ?? noPerson(),
})
export const readPerson = reading('person.read', 'Shows one person and their roles.')
export const considerGiving = reading(
  'person.role.give.consider',
  'Shows the roles that a person could be given.',
)
export const considerEndingRole = reading('person.role.end.consider', 'Shows the roles that could be ended.')
export const considerEndingAccess = reading('person.end.consider', 'Shows what ending access would mean.')

export const preparePerson: Action<object, readonly Organisation[]> & { role: 'reader' } = {
  name: 'person.prepare',
  says: 'Lists the organisations that a person could belong to.',
  role: 'reader',
  permission: 'people:write',
  schema: z.object({}),
  about: () => null,
  run: ({ tx }) => listOrganisations(tx),
}

const newPerson = z.object({
  name: z
    .string('Enter their name')
    .trim()
    .min(1, 'Enter their name')
    .max(200, 'Enter a name of up to 200 characters'),
  email: z
    .email('Enter the email address that their organisation gave them')
    .max(320, 'Enter a shorter email address'),
  organisation: id<'Organisation'>('Choose their organisation'),
  role,
})
export const addMember: Action<z.infer<typeof newPerson>, PersonId> = {
  name: 'person.add',
  says: 'Adds a person, who may sign in with their organisation’s account from today.',
  role: 'writer',
  permission: 'people:write',
  schema: newPerson,
  about: () => null,
  async run({ tx, actor, today, note }, { role: given, ...person }) {
    const organisation = (await listOrganisations(tx)).find(each => each.id === person.organisation)
    if (!organisation) return invalid({ field: 'organisation', message: 'Choose their organisation' })

    const held = mayHold(kindOf(organisation.kind), given)
    if (held instanceof Refusal) return held

    const added = await addPerson(tx, person)
    if (!added)
      return invalid({ field: 'email', message: 'Somebody with this email address is here already' })
    await giveRole(tx, added, held, today)
    noteBoth(note, added, actor.organisation, organisation.id)
    return added
  },
}

const whichRole = which.extend({ role })
type WhichRole = z.infer<typeof whichRole>

export const giveMemberRole: Action<WhichRole, PersonId> = {
  name: 'person.role.give',
  says: 'Gives a person a role from today.',
  role: 'writer',
  permission: 'people:write',
  schema: whichRole,
  about: ({ person }) => person,
  async run({ tx, actor, today, note }, { person, role: given }) {
    const found = await findMember(tx, person, today)
    if (!found) return noPerson()

    const member = mayChange(found, actor, today)
    if (member instanceof Refusal) return member
    const held = mayHold(member.kind, given)
    if (held instanceof Refusal) return held
    if (member.roles.includes(held)) return conflict('They hold this role already')

    await giveRole(tx, person, held, today)
    note({ chain: member.organisation, about: person })
    return person
  },
}

export const endMemberRole: Action<WhichRole, PersonId> = {
  name: 'person.role.end',
  says: 'Ends a person’s role from today.',
  role: 'writer',
  permission: 'people:write',
  schema: whichRole,
  about: ({ person }) => person,
  async run({ tx, actor, today, note }, { person, role: ended }) {
    const found = await findMember(tx, person, today)
    if (!found) return noPerson()

    const member = mayChange(found, actor, today)
    if (member instanceof Refusal) return member
    if (!member.roles.includes(ended)) return conflict('They do not hold this role')

    await endRole(tx, person, ended, today)
    note({ chain: member.organisation, about: person })
    return person
  },
}

export const endMemberAccess: Action<Which, PersonId> = {
  name: 'person.end',
  says: 'Ends a person’s access from today: they are signed out, and may not sign in.',
  role: 'writer',
  permission: 'people:write',
  schema: which,
  about: ({ person }) => person,
  async run({ tx, actor, today, note }, { person }) {
    const found = await findMember(tx, person, today)
    if (!found) return noPerson()

    const member = mayChange(found, actor, today)
    if (member instanceof Refusal) return member

    await endAccess(tx, person, today)
    note({ chain: member.organisation, about: person })
    return person
  },
}

type Note = (touched: { chain: OrganisationId; about: string }) => void
function noteBoth(note: Note, person: PersonId, ours: OrganisationId, theirs: OrganisationId): void {
  note({ chain: ours, about: person })
  if (theirs !== ours) note({ chain: theirs, about: person })
}
