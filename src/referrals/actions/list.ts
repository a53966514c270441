/** The list of requests: what needs somebody first. */

import { z } from 'zod'
import type { Action } from '#access'
import { unlessEmpty } from '#shared/parse'
import type { Urgency } from '../questions/index.ts'
import { type Referral } from '../referral.ts'
import { allStates, liveStates } from '../standing.ts'
import { type Listed, listReferrals } from '../store/worklist.ts'

export type { Listed }

type State = Referral['state']
type Asked = {
  readonly state?: State | 'all' | undefined
  readonly urgency?: Urgency | undefined
  readonly mine?: 'yes' | undefined
  readonly page?: number | undefined
}
export type RequestList = {
  readonly referrals: readonly Listed[]
  readonly total: number
  readonly page: number
  readonly perPage: number
}

const perPage = 25
/** Whatever the address says, there is a page to show. */
const page = z.preprocess(sent => {
  const number = Number(sent)
  return Number.isSafeInteger(number) && number > 0 && number < 100_000 ? number : 1
}, z.number())

const stateOrAll = z.enum(['all', ...allStates] as [State | 'all', ...(State | 'all')[]], 'Choose a state')

export const listRequests = {
  name: 'referral.list',
  says: 'Lists requests for homes: live ones unless told otherwise, emergencies first, then the soonest needed',
  role: 'reader',
  permission: 'referral:read',
  schema: z.object({
    state: unlessEmpty(stateOrAll),
    urgency: unlessEmpty(z.enum(['planned', 'emergency'], 'Choose planned or emergency')),
    mine: unlessEmpty(z.enum(['yes'], 'Choose yes for your own requests')),
    page,
  }),
  about: () => null,
  async run({ tx, actor }, { state, urgency, mine, page: at = 1 }) {
    const states = state === undefined ? liveStates : state === 'all' ? allStates : [state]
    const requestedBy = mine ? actor.id : undefined
    const offset = (at - 1) * perPage
    const listed = await listReferrals(tx, { states, urgency, requestedBy, limit: perPage, offset })
    return { ...listed, page: at, perPage }
  },
} as const satisfies Action<Asked, RequestList>
