/** What homes that are asked, and those who ask them, write to each other. */

import type { Approach } from '#referrals'
import { type Chance, between, happens } from '../chance.ts'
import { questions, replies } from './request-words.ts'

/** Who asks, who sends, and who answers for each organisation that runs homes. */
export type Staff = {
  readonly socialWorker: { readonly id: string; readonly name: string }
  readonly broker: { readonly id: string; readonly name: string }
  readonly managers: ReadonlyMap<string, string>
}
export type MessageRow = {
  readonly authority_id: string
  readonly id: string
  readonly approach_id: string
  readonly organisation_id: string
  readonly from_home: boolean
  readonly text: string
  readonly person_id: string
  readonly sent_at: string
}

/** A home that is interested often asks something, and is usually answered. */
export function messagesAbout(by: Chance, approach: Approach, staff: Staff): MessageRow[] {
  const manager = staff.managers.get(approach.organisation)
  if (!['interested', 'shared', 'offered'].includes(approach.state) || !manager || !happens(by, 0.6))
    return []
  const which = between(by, 0, questions.length - 1)
  const say = (from_home: boolean, text: string, at: string): MessageRow => ({
    authority_id: approach.authority,
    id: by.uuid(),
    approach_id: approach.id,
    organisation_id: approach.organisation,
    from_home,
    text,
    person_id: from_home ? manager : staff.broker.id,
    sent_at: `${approach.sentOn}T${at}Z`,
  })
  const question = say(true, questions[which]!, '10:20:00')
  return happens(by, 0.7) ? [question, say(false, replies[which]!, '14:05:00')] : [question]
}
