/** Signing a year's return by two people, after which it is frozen. */

import { z } from 'zod'
import { type Action, type PersonId, type Tx, authorityOf } from '#access'
import { colleagues, nameIn } from '#returns'
import { ruleByCode } from '#rulebook'
import { newId } from '#shared/ids'
import { id } from '#shared/parse'
import { Refusal, notFound } from '#shared/refusal'
import type { CheckedReturn } from '../checking.ts'
import { type Files, applyCorrections } from '../correction.ts'
import { freeze } from '../frozen.ts'
import { type SignOff, mayPrepare, sign, withdraw } from '../sign-off.ts'
import { holdNewest } from '../store/checkings.ts'
import { correctionsOf } from '../store/corrections.ts'
import { countByRule } from '../store/flags.ts'
import { holdSignOff, insertSignOff, saveSigned, setWithdrawn, signOffsOf } from '../store/sign-offs.ts'
import { filesOfLoad } from './reading.ts'
import { type OfYear, lastChecked, whichYear } from './years.ts'

const notChecked = 'This return has not been checked yet'

export type ShownSigning = {
  readonly year: number
  readonly checked: CheckedReturn
  readonly errorsByRule: Readonly<Record<string, number>>
  readonly signOffs: readonly (SignOff & { readonly preparer: string; readonly signer: string | null })[]
  readonly you: PersonId
}

export const showSigning: Action<OfYear, ShownSigning> & { readonly role: 'reader' } = {
  name: 'return-signing.show',
  says: 'Shows how a year’s return stands with its two signatures, and the versions signed before',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound(notChecked)
    const { tx, actor } = context
    const names = await colleagues(tx)
    const signOffs = (await signOffsOf(tx, year)).map(each => ({
      ...each,
      preparer: nameIn(names, each.preparedBy),
      signer: each.state === 'signed' ? nameIn(names, each.signedBy) : null,
    }))
    return { year, checked, errorsByRule: await errorsOf(tx, checked), signOffs, you: actor.id }
  },
}

async function errorsOf(tx: Tx, { id: checking, year }: CheckedReturn): Promise<Record<string, number>> {
  const lines = await countByRule(tx, checking, year)
  const errors = lines.filter(({ rule }) => ruleByCode.get(rule)?.severity === 'error')
  return Object.fromEntries(errors.map(({ rule, rows }) => [rule, rows]))
}

/** The return as it would be sent now: the newest files, with what was put right laid over them. */
export async function correctedNow(tx: Tx, { load, year }: CheckedReturn): Promise<Files> {
  return applyCorrections(await filesOfLoad(tx, load), await correctionsOf(tx, year)).files
}

const explanation = z.string().trim().max(1000, 'Say it in at most 1,000 characters')
/** A form asks one question for each rule: `why-356`. */
const preparing = whichYear
  .extend({
    explanations: z
      .record(z.string().max(20), explanation)
      .default({})
      .describe('by rule, why its errors are true'),
  })
  .catchall(explanation)

export const prepareReturn: Action<z.output<typeof preparing>, OfYear> = {
  name: 'return-signing.prepare',
  says: 'Says that a year’s return is ready: the first of two signatures',
  role: 'writer',
  permission: 'return:sign',
  schema: preparing,
  about: () => null,
  async run({ tx, actor }, { year, explanations: told, ...more }) {
    const checked = await holdNewest(tx, year)
    if (!checked) return notFound(notChecked)
    const errorsByRule = await errorsOf(tx, checked)
    const explanations = { ...told, ...asked(more) }
    const earlier = await signOffsOf(tx, year)
    const { failed, filesMissing } = checked.readiness
    const no = mayPrepare({ failed, filesMissing, errorsByRule, explanations, standing: earlier[0] })
    if (no) return no

    const { fingerprint } = freeze(await correctedNow(tx, checked))
    const version = (earlier[0]?.version ?? 0) + 1
    const by = { authority: authorityOf(actor), preparedBy: actor.id }
    await insertSignOff(tx, {
      ...by,
      id: newId<'SignOff'>(),
      year,
      version,
      load: checked.load,
      fingerprint,
      explanations,
    })
    return { year }
  },
}

const asked = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, words]) =>
      name.startsWith('why-') && typeof words === 'string' ? [[name.slice(4), words]] : [],
    ),
  )

export const whichSignOff = z.object({ signing: id<'SignOff'>('Choose a signed return') })
type Which = z.output<typeof whichSignOff>

export const signReturn: Action<Which, OfYear> = {
  name: 'return-signing.sign',
  says: 'Signs a return that somebody else prepared: the second of two signatures, after which it is frozen',
  role: 'writer',
  permission: 'return:sign',
  schema: whichSignOff,
  about: ({ signing }) => signing,
  async run({ tx, actor }, { signing }) {
    const signOff = await holdSignOff(tx, signing)
    const checked = signOff && (await holdNewest(tx, signOff.year))
    if (!signOff || !checked) return notFound('Signed return not found')
    const frozen = freeze(await correctedNow(tx, checked))
    const signed = sign(signOff, {
      by: actor.id,
      at: new Date().toISOString(),
      fingerprint: frozen.fingerprint,
    })
    if (signed instanceof Refusal) return signed

    await saveSigned(tx, authorityOf(actor), signed, frozen)
    return { year: signed.year }
  },
}

export const withdrawReturn: Action<Which, OfYear> = {
  name: 'return-signing.withdraw',
  says: 'Withdraws a return that waits for its second signature',
  role: 'writer',
  permission: 'return:sign',
  schema: whichSignOff,
  about: ({ signing }) => signing,
  async run({ tx }, { signing }) {
    const signOff = await holdSignOff(tx, signing)
    if (!signOff) return notFound('Signed return not found')
    const withdrawn = withdraw(signOff)
    if (withdrawn instanceof Refusal) return withdrawn

    await setWithdrawn(tx, signing)
    return { year: withdrawn.year }
  },
}
