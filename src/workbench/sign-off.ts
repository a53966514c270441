/** The signing of a return by two people: one says that it is ready, another that it is true; then it is frozen. */

import type { PersonId } from '#access'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { Readiness } from './readiness.ts'

export type SignOffId = Id<'SignOff'>

type Core = {
  readonly id: SignOffId
  readonly year: number
  /** 1 for the first signed for that year; a return signed again is the next. */
  readonly version: number
  readonly preparedBy: PersonId
  readonly preparedAt: string
  /** SHA-256 of all its files together, as they were prepared: what is signed is what was prepared. */
  readonly fingerprint: string
  /** Why errors that remain are true, by rule. */
  readonly explanations: Readonly<Record<string, string>>
}
export type Prepared = Core & { readonly state: 'prepared' }
export type Withdrawn = Core & { readonly state: 'withdrawn' }
export type Signed = Core & {
  readonly state: 'signed'
  readonly signedBy: PersonId
  readonly signedAt: string
}
export type SignOff = Prepared | Withdrawn | Signed

/** Rules with errors left that nobody has explained. DfE takes a return with errors only where each is explained. */
export const unexplained = (
  errorsByRule: Readonly<Record<string, number>>,
  explanations: Readonly<Record<string, string>>,
): string[] =>
  Object.keys(errorsByRule).filter(rule => errorsByRule[rule]! > 0 && !explanations[rule]?.trim())

type Ready = Pick<Readiness, 'failed' | 'filesMissing'> & {
  readonly errorsByRule: Readonly<Record<string, number>>
  readonly explanations: Readonly<Record<string, string>>
  readonly standing: SignOff | undefined
}

export function mayPrepare({
  failed,
  filesMissing,
  errorsByRule,
  explanations,
  standing,
}: Ready): Refusal | null {
  if (standing?.state === 'prepared') return conflict('This return waits for its second signature already')
  if (failed > 0) return conflict('Some rules went wrong, so nobody knows whether they pass. Check it again')
  const needed = filesMissing.filter(kind => kind === 'Header' || kind === 'Episodes')
  if (needed.length > 0) return conflict(`The return has no ${needed.join(' and no ')}. Load it first`)
  const open = unexplained(errorsByRule, explanations)
  if (open.length === 0) return null
  const which = open.length === 1 ? 'this rule' : 'these rules'
  const message = `Say why the errors of ${which} are true: ${open.join(', ')}`
  return invalid({ field: 'explanations', message })
}

type Second = { readonly by: PersonId; readonly at: string; readonly fingerprint: string }

/** By somebody else, and of the same files: whatever has changed since must be prepared anew. */
export function sign(signOff: SignOff, { by, at, fingerprint }: Second): Signed | Refusal {
  if (signOff.state === 'signed') return conflict('This return has been signed already')
  if (signOff.state === 'withdrawn') return conflict('This return was withdrawn. Prepare it again')
  if (signOff.preparedBy === by) return conflict('You prepared this return, so somebody else must sign it')
  if (signOff.fingerprint !== fingerprint) {
    return conflict('The return has changed since it was prepared. Withdraw it, and prepare it again')
  }
  return { ...signOff, state: 'signed', signedBy: by, signedAt: at }
}

export function withdraw(signOff: SignOff): Withdrawn | Refusal {
  if (signOff.state === 'signed') return conflict('A signed return stays as it is. Prepare another version')
  if (signOff.state === 'withdrawn') return conflict('This return has been withdrawn already')
  return { ...signOff, state: 'withdrawn' }
}
