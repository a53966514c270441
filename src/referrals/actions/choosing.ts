/** Which of the chosen homes would be asked, why each, and why another would not. */

import type { Context } from '#access'
import { type HomeId, type Run, findHome, findWhoLives, residentsOn } from '#provision'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { Approach } from '../approach.ts'
import { cameOf, mayAskAgain, newestOf } from '../asking-again.ts'
import { explain, rank, whyLeftOut } from '../matching/matching.ts'
import { type ShownHome, shownHome } from '../matching/searched.ts'
import { defaultWeights } from '../matching/weights.ts'
import type { KnownChild } from './knowing.ts'

/** More need a reason. Our own number: a request sent to all is read by none. */
export const fewHomes = 6

export type Recipient = {
  readonly home: ShownHome
  readonly because: string
  /** Why it will not be asked: it has not answered yet, or a hard limit stands. */
  readonly cannot: string | null
  /** What came of asking it before; null where it never was. */
  readonly before: string | null
}

export type Chosen = Omit<Recipient, 'home'> & { readonly run: Run }

const alreadyAsked = 'It has been asked already, and that has not ended'

export async function chooseHomes(
  { tx, today }: Context,
  homes: readonly HomeId[],
  { need }: KnownChild,
  approaches: readonly Approach[],
): Promise<readonly Chosen[]> {
  const asked = newestOf(approaches)
  const said = await findWhoLives(tx, homes)
  const chosen: Chosen[] = []
  for (const id of new Set(homes)) {
    const run = await findHome(tx, id)
    if (!run) continue
    const residents = residentsOn(said.get(id), run.places, today)
    const { homes: found, excluded } = rank(need, [{ ...run, residents }], defaultWeights, today)
    const best = found[0]?.best
    const because = best ? explain(best).reasonsFor.slice(0, 3).join('; ') || 'Chosen by brokerage' : ''
    const [left] = excluded.map(each => whyLeftOut(each, need).join('. '))
    const last = asked.get(id)
    const cannot = last && !mayAskAgain(last) ? alreadyAsked : best ? null : (left ?? null)
    chosen.push({ run, because, cannot, before: last ? cameOf(last) : null })
  }
  return chosen
}

/** Pressing twice asks nobody twice: those asked already are passed over, and the deed counts as done. */
export function mayAsk(
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

export const recipientOf = ({ run, ...chosen }: Chosen, { actor }: Context): Recipient => ({
  ...chosen,
  home: shownHome(run.home, run.runBy, actor),
})
