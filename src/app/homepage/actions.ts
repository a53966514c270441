/** The home page of each role: which lists stand on it, and in what order. */

import { z } from 'zod'
import type { Action, Context, Permission, Role } from '#access'
import { movesThisWeek, notAssessed } from './children.ts'
import { ownFigures, regionFigures } from './figures.ts'
import { type Homepage, type Part, joined } from './homepage.ts'
import { myHomes, ownVacancies, unconfirmed } from './homes.ts'
import { people } from './people.ts'
import { agreements, nothingShared, readiness, registerLoaded, returns, toSign } from './records.ts'
import { tablesNotSent, tablesToSend } from './tables.ts'
import { emergencies, myRequests, toChase, toSearch, waiting, whyHomesSaidNo } from './requests.ts'

type Ask = (context: Context) => Promise<Part>

/** What may stand on a home page, and what a person needs to be allowed to ask it. */
const parts = {
  emergencies: ['referral:read', emergencies],
  toSearch: ['search:read', toSearch],
  waiting: ['approach:answer', waiting],
  toChase: ['approach:send', toChase],
  moves: ['placement:read', movesThisWeek],
  myRequests: ['referral:write', myRequests],
  notAssessed: ['child:read', notAssessed],
  unconfirmed: ['home:read', unconfirmed],
  whyHomesSaidNo: ['referral:read', whyHomesSaidNo],
  ownVacancies: ['home:write', ownVacancies],
  returns: ['return:load', returns],
  tablesToSend: ['return:load', tablesToSend],
  tablesNotSent: ['return:read', tablesNotSent],
  ownFigures: ['measure:read', ownFigures],
  toSign: ['agreement:sign', toSign],
  regionFigures: ['measure:read', regionFigures],
  readiness: ['return:read', readiness],
  agreements: ['agreement:write', agreements],
  register: ['register:load', registerLoaded],
  people: ['people:write', people],
  myHomes: ['approach:answer', myHomes],
  nothingShared: ['homepage:read', nothingShared],
} as const satisfies Record<string, readonly [Permission, Ask]>

const pageOf: Record<Role, readonly (keyof typeof parts)[]> = {
  'brokerage-officer': ['emergencies', 'toSearch', 'waiting', 'toChase', 'moves'],
  'social-worker': ['myRequests', 'notAssessed'],
  commissioner: ['unconfirmed', 'whyHomesSaidNo', 'ownVacancies'],
  'data-lead': ['returns', 'tablesToSend'],
  director: ['ownFigures', 'toSign'],
  'region-data-lead': ['regionFigures', 'readiness', 'tablesNotSent'],
  'region-administrator': ['agreements', 'people', 'register'],
  'registered-manager': ['myHomes'],
  partner: ['nothingShared'],
}

/** Somebody with two roles has the lists of both, each once. */
export const showHomepage: Action<object, Homepage> & { readonly role: 'reader' } = {
  name: 'homepage.show',
  says: 'Shows what waits for you today, by your role.',
  role: 'reader',
  permission: 'homepage:read',
  schema: z.object({}),
  about: () => null,
  async run(context) {
    const { actor, today } = context
    const names = [...new Set(actor.roles.flatMap(role => pageOf[role]))]
    const allowed = names.map(name => parts[name]).filter(([permission]) => actor.permissions.has(permission))
    return joined(await Promise.all(allowed.map(([, ask]) => ask(context))), today)
  },
}
