/** The state of an approach in a word, for the authority and for the home. */

import type { Html } from '#web/html'
import { type Tone, stateTag } from '#web/summary'
import type { Approach } from '../approach.ts'

type State = Approach['state']

const words: Record<State, readonly [forAuthority: string, forHome: string, tone: Tone]> = {
  sent: ['Asked', 'Waiting for you', 'new'],
  interested: ['Interested', 'You said maybe', 'waiting'],
  shared: ['Has the full profile', 'Full profile shared', 'waiting'],
  offered: ['Has offered', 'You offered', 'done'],
  accepted: ['Accepted', 'Accepted', 'done'],
  declined: ['Declined', 'You declined', 'stopped'],
  'not-selected': ['Another home was chosen', 'Closed', 'stopped'],
  withdrawn: ['Withdrawn', 'Closed', 'stopped'],
}

export const askedWords = (state: string): string => words[state as State]?.[0] ?? state
export const stateForAuthority = (state: State): Html => stateTag(words[state][0], words[state][2])
export const stateForHome = (state: State): Html => stateTag(words[state][1], words[state][2])
