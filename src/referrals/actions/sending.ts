/** Asking homes: the page that shows exactly who would get what, and the deed. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { type HomeId, type Run, findHome } from '#provision'
import { newId } from '#shared/ids'
import { id, many, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, invalid } from '#shared/refusal'
import type { Approach, Sent } from '../approach.ts'
import type { Removed } from '../telling/hiding.ts'
import { explain, rank, whyLeftOut } from '../matching/matching.ts'
import { type Getting, type Profile, anonymise, recognisable, whoGetsWhat } from '../telling/profile.ts'
import type { Open, ReferralId } from '../referral.ts'
import { type ShownHome, shownHome } from '../matching/searched.ts'
import { defaultWeights } from '../matching/weights.ts'
import { countAlike } from '../store/around.ts'
import { addApproach, approachesOf } from '../store/approaches.ts'
import { holdReferral } from '../store/referrals.ts'
import { type KnownChild, knowOpen, noReferral } from './knowing.ts'

/** More need a reason. Our own number: a request sent to all is read by none. */
export const fewHomes = 6
const mostHomes = 40

const choosing = {
  referral: id<'Referral'>('Choose a request'),
  homes: many(id<'Home'>('Choose homes from the search')).refine(
    homes => homes.length <= mostHomes,
    `Choose ${mostHomes} homes or fewer`,
  ),
}

export type Recipient = {
  readonly home: ShownHome
  readonly because: string
  /** Why it will not be asked: it was asked already, or a hard limit stands. */
  readonly cannot: string | null
}
export type AskedToSend = {
  readonly referral: ReferralId
  readonly childName: string
  readonly urgency: Open['urgency']
  readonly recipients: readonly Recipient[]
  /** How many of them would be asked. */
  readonly asks: number
  readonly profile: Profile
  readonly removed: readonly Removed[]
  readonly getting: readonly Getting[]
  readonly warning: string | null
}

type Choosing = { readonly referral: ReferralId; readonly homes: readonly HomeId[] }

export const askToSend: Action<Choosing, AskedToSend> & { role: 'reader' } = {
  name: 'sending.ask',
  says: 'Shows exactly which homes would be asked, why each, and what each would be told, before anything is sent.',
  role: 'reader',
  permission: 'approach:send',
  schema: z.object(choosing),
  about: ({ referral }) => referral,
  async run(context, { referral: id, homes }) {
    const known = await knowOpen(context, id)
    if (known instanceof Refusal) return known
    const { referral, child } = known
    const chosen = await chooseHomes(context, homes, child, await approachesOf(context.tx, id))
    const { profile, removed } = anonymise('Different for each home', referral.answers, child.hidden)
    const alike = await countAlike(context.tx, child.need, context.today)

    return {
      referral: id,
      childName: child.name,
      urgency: referral.urgency,
      recipients: chosen.map(each => recipientOf(each, context)),
      asks: chosen.filter(({ cannot }) => cannot === null).length,
      profile,
      removed,
      getting: whoGetsWhat(referral.answers),
      warning: recognisable(alike),
    }
  },
}

const sending = z.object({
  ...choosing,
  why: unlessEmpty(z.string('Say why so many homes').max(500, 'Use 500 characters or fewer')),
})
export type SentTo = { readonly referral: ReferralId; readonly sent: number; readonly already: number }

export const sendApproaches: Action<z.infer<typeof sending>, SentTo> = {
  name: 'approach.send',
  says: 'Asks chosen homes, sending each the anonymised profile under a reference that tells nothing.',
  role: 'writer',
  permission: 'approach:send',
  schema: sending,
  about: ({ referral }) => referral,
  async run(context, { referral: id, homes, why }) {
    const { tx, note } = context
    if (homes.length === 0) return invalid({ field: 'homes', message: 'Choose at least one home to ask' })
    const held = await holdReferral(tx, id)
    if (!held) return noReferral
    const known = await knowOpen(context, id)
    if (known instanceof Refusal) return known
    const approaches = await approachesOf(tx, id)

    const chosen = await chooseHomes(context, homes, known.child, approaches)
    const asked = chosen.filter(({ cannot }) => cannot === null)
    const refusal = mayAsk(asked, chosen, why)
    if (refusal) return refusal
    const sent = asked.map(each => approachTo(each, context, known, why))

    for (const approach of sent) {
      await addApproach(tx, approach)
      note({ chain: approach.organisation, about: approach.id })
    }
    return { referral: id, sent: sent.length, already: chosen.length - sent.length }
  },
}

type Chosen = { readonly run: Run; readonly because: string; readonly cannot: string | null }

/** Pressing twice asks nobody twice: those asked already are passed over, and the deed counts as done. */
function mayAsk(
  asked: readonly Chosen[],
  chosen: readonly Chosen[],
  why: string | undefined,
): Refusal | undefined {
  if (asked.length > fewHomes && !why?.trim()) {
    return invalid({
      field: 'why',
      message: `Say why ${asked.length} homes are to be interrupted for one child`,
    })
  }
  const [first] = chosen
  if (!first) return invalid({ field: 'homes', message: 'Choose homes from the search' })
  const isDone = chosen.every(({ cannot }) => cannot === alreadyAsked)
  if (asked.length > 0 || isDone) return undefined
  return conflict(`${first.run.home.name} cannot be asked. ${first.cannot ?? ''}`)
}

const alreadyAsked = 'It has been asked already'

async function chooseHomes(
  { tx, today }: Context,
  homes: readonly HomeId[],
  { need }: KnownChild,
  approaches: readonly Approach[],
): Promise<readonly Chosen[]> {
  const asked = new Set(approaches.map(({ home }) => home))
  const chosen: Chosen[] = []
  for (const id of new Set(homes)) {
    const run = await findHome(tx, id)
    if (!run) continue
    const { homes: found, excluded } = rank(need, [{ ...run, residents: null }], defaultWeights, today)
    const best = found[0]?.best
    const because = best ? explain(best).reasonsFor.slice(0, 3).join('; ') || 'Chosen by brokerage' : ''
    const [left] = excluded.map(each => whyLeftOut(each, need).join('. '))
    chosen.push({ run, because, cannot: asked.has(id) ? alreadyAsked : best ? null : (left ?? null) })
  }
  return chosen
}

const recipientOf = ({ run, because, cannot }: Chosen, { actor }: Context): Recipient => ({
  home: shownHome(run.home, run.runBy, actor),
  because,
  cannot,
})

type Known = { readonly referral: Open; readonly child: KnownChild }

function approachTo(
  { run: { home }, because }: Chosen,
  { actor, today }: Context,
  { referral, child }: Known,
  why: string | undefined,
): Sent {
  const reference = newReference()
  return {
    id: newId(),
    authority: referral.authority,
    referral: referral.id,
    home: home.id,
    organisation: home.organisation,
    reference,
    whyChosen: why?.trim() ? `${because}. Many homes asked because: ${why.trim()}` : because,
    anonymised: anonymise(reference, referral.answers, child.hidden).profile,
    sentOn: today,
    sentBy: actor.id,
    state: 'sent',
  }
}

/** No vowels, so it spells nothing; no letter or figure that sounds or looks like another. */
const letters = 'BCDFGHJKLMNPQRTVWXZ23456789'

/** Eight of them, by chance: it can be said on the telephone, and counts nothing. */
function newReference(): string {
  const chance = crypto.getRandomValues(new Uint32Array(8))
  const text = [...chance].map(each => letters[each % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}
