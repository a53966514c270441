/** People on the administrator's home page: how many take part, and who waits for a role. */

import type { Context } from '#access'
import { countPeople, peoplePath, personPath } from '#governance'
import { type Part, counted, most } from './homepage.ts'

const kinds: Record<string, string> = {
  authority: 'Authorities',
  trust: 'Children’s trusts',
  provider: 'Providers of homes',
  region: 'The co-operative',
  health: 'Health partners',
  justice: 'Justice partners',
}

export async function people({ tx, today }: Context): Promise<Part> {
  const { total, byKind, withoutRole } = await countPeople(tx, today, most)
  return {
    lists: [
      {
        title: 'People without a role',
        count: withoutRole.total,
        rows: withoutRole.first.map(({ id, name, organisationName }) => ({
          name,
          href: personPath(id),
          note: `${organisationName}. They can sign in, and do nothing until you give them a role.`,
        })),
        whole: { text: 'See everybody', href: peoplePath },
        quiet: 'Everybody who may sign in holds a role.',
      },
      {
        title: 'People who take part',
        count: total,
        rows: byKind.map(({ kind, people: number }) => ({
          name: kinds[kind] ?? kind,
          note: counted(number, 'person', 'people'),
        })),
        whole: { text: 'See, add or end people', href: peoplePath },
        quiet: 'Nobody has been added yet. Add the first person under “People”.',
      },
    ],
  }
}
