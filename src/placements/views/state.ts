/** The state of a placement, in a word. */

import type { Html } from '#web/html'
import { type Tone, stateTag } from '#web/summary'
import type { Placement } from '../placement.ts'

const states: Record<Placement['state'], [string, Tone]> = {
  agreed: ['Agreed', 'waiting'],
  started: ['Living there', 'done'],
  ended: ['Ended', 'stopped'],
  cancelled: ['Did not happen', 'stopped'],
}
export const stateOf = ({ state }: Pick<Placement, 'state'>): Html => stateTag(...states[state])
