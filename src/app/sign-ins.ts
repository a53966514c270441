/** Whom to be in the demonstration: one invented person of each role, for the terminal. */

import { type Database, type Person, type Role, atTheGate, listPeople, roles } from '#access'
import type { PlainDate } from '#shared/dates'

export type SignIn = { readonly role: Role; readonly name: string; readonly organisation: string }

export async function signInsOn(database: Database, today: PlainDate): Promise<SignIn[]> {
  const people = await atTheGate(database, tx => listPeople(tx, today))
  return (Object.keys(roles) as Role[]).flatMap(role => {
    const person = one(people, role)
    return person ? [{ role, name: person.name, organisation: person.organisationName }] : []
  })
}

/** Of one authority for as many roles as it has, so that they meet each other's work. */
const one = (people: readonly Person[], role: Role): Person | undefined => {
  const holding = people.filter(each => each.roles.includes(role))
  return holding.find(each => each.organisationName === 'Surrey') ?? holding[0]
}

export async function signInsInWords(database: Database, today: PlainDate): Promise<string> {
  const rows = (await signInsOn(database, today)).map(({ role, name, organisation }) => [
    roles[role].says,
    name,
    organisation,
  ])
  const width = (column: number) => Math.max(...rows.map(row => row[column]!.length))
  const line = ([role = '', name = '', organisation = '']: string[]) =>
    `  ${role.padEnd(width(0))}  ${name.padEnd(width(1))}  ${organisation}`
  return ['Everybody in it is invented. Sign in by choosing whom to be, such as:', ...rows.map(line)].join(
    '\n',
  )
}
