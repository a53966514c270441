/** Who is to look at a child's rows, what was said of them, and which team a social worker is in. */

import Papa from 'papaparse'
import { z } from 'zod'
import { type Action, authorityOf } from '#access'
import { colleagues } from '#returns'
import { id, many, unlessEmpty } from '#shared/parse'
import { invalid } from '#shared/refusal'
import { type Team, assign, insertComment, replaceTeams, teamsOf } from '../store/people.ts'
import { seen, whichChild } from './children.ts'
import { type OfYear, whichYear } from './years.ts'

export type { Team }

const assigning = whichYear.extend({
  children: many(id<'ReturnChild'>('Choose children of this return'))
    .refine(chosen => chosen.length > 0, 'Choose at least one child')
    .refine(chosen => chosen.length <= 500, 'Choose at most 500 children at once'),
  person: unlessEmpty(id<'Person'>('Choose a person')).describe(
    'whom to assign them to; nobody, if left out',
  ),
})

export const assignChildren: Action<z.output<typeof assigning>, { year: number; count: number }> = {
  name: 'return-child.assign',
  says: 'Assigns children of a return to a person of the authority, or to nobody',
  role: 'writer',
  permission: 'return:correct',
  schema: assigning,
  about: () => null,
  async run({ tx, actor, note }, { year, children, person }) {
    if (person && !(await colleagues(tx)).has(person)) {
      return invalid({ field: 'person', message: 'Choose a person of your own authority' })
    }
    const authority = authorityOf(actor)
    const count = await assign(tx, { authority, year, children, person: person ?? null, by: actor.id })
    for (const child of children) note({ chain: actor.organisation, about: child })
    return { year, count }
  },
}

const commenting = whichChild.extend({
  words: z
    .string('Write a comment')
    .trim()
    .min(1, 'Write a comment')
    .max(2000, 'Write at most 2,000 characters'),
})

export const commentOnChild: Action<z.output<typeof commenting>, z.output<typeof whichChild>> = {
  name: 'return-child.comment',
  says: 'Adds a comment about a child’s rows in a return, for colleagues',
  role: 'writer',
  permission: 'return:correct',
  schema: commenting,
  about: ({ returned }) => returned,
  async run(context, { year, returned, words }) {
    const found = await seen(context, year, returned)
    if ('refusal' in found) return found.refusal
    await insertComment(context.tx, {
      authority: authorityOf(context.actor),
      year,
      child: returned,
      words,
      by: context.actor.id,
    })
    return { year, returned }
  },
}

export const showTeams: Action<OfYear, { year: number; teams: readonly Team[] }> & {
  readonly role: 'reader'
} = {
  name: 'return-team.list',
  says: 'Lists which team each social worker of the return is in',
  role: 'reader',
  permission: 'return:correct',
  schema: whichYear,
  about: () => null,
  run: async ({ tx }, { year }) => ({ year, teams: await teamsOf(tx) }),
}

const mostTeams = 5000
const listing = whichYear.extend({
  list: z
    .string('Paste the list')
    .max(200_000, 'Paste at most 200,000 characters')
    .describe('a line for each social worker: SW_ID, then the team, with a comma between'),
})

export const replaceTeamList: Action<z.output<typeof listing>, OfYear> = {
  name: 'return-team.replace',
  says: 'Replaces the list of which team each social worker is in',
  role: 'writer',
  permission: 'return:correct',
  schema: listing,
  about: () => null,
  async run({ tx, actor }, { year, list }) {
    const lines = Papa.parse<string[]>(list.trim(), {
      skipEmptyLines: true,
      delimitersToGuess: [',', '\t', ';'],
    }).data
    const teams = lines.map(([worker = '', name = '']) => ({ worker: worker.trim(), name: name.trim() }))
    const wrong = teams.findIndex(
      ({ worker, name }) => !worker || !name || worker.length > 40 || name.length > 100,
    )
    if (wrong >= 0) {
      const message = `Line ${wrong + 1} needs a SW_ID of up to 40 characters, a comma, and a team of up to 100`
      return invalid({ field: 'list', message })
    }
    if (teams.length > mostTeams)
      return invalid({ field: 'list', message: `List at most ${mostTeams} social workers` })
    const once = new Map(teams.map(team => [team.worker, team]))
    await replaceTeams(tx, authorityOf(actor), [...once.values()])
    return { year }
  },
}
