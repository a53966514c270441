/** Searching for a home: every open place ranked with its reasons, and every other left out with why. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { initialsOf } from '#children'
import { type HomeId, type Supply, supplyFor, whoLivesIn } from '#provision'
import type { Position } from '#reference'
import type { PlainDate } from '#shared/dates'
import { id, unlessEmpty } from '#shared/parse'
import { Refusal } from '#shared/refusal'
import type { Approach } from '../approach.ts'
import { askedOf, newestOf } from '../asking-again.ts'
import { type Group, groupsOf } from '../matching/left-out.ts'
import { type Excluded, type Ranking, rank, reweigh } from '../matching/matching.ts'
import { livingHere, livingThere, siblingsNear } from '../matching/searched.ts'
import type { Urgency } from '../questions/index.ts'
import { areasOf, aroundFamily, ranksOf, whoToAsk } from '../matching/ranking.ts'
import type { Open, ReferralId } from '../referral.ts'
import { type LeftOut, type Match, leftOut, matchOf, mustBe } from '../matching/searched.ts'
import { type FactorName, type Weights, defaultWeights, factors } from '../matching/weights.ts'
import { agesIn } from '../store/around.ts'
import { approachesOf } from '../store/approaches.ts'
import { type KnownChild, knowOpen } from './knowing.ts'
import { homesIn, searchable } from './register.ts'

/** The best ten are what anybody reads at once, on a telephone too. */
const perPage = 10

const weight = (label: string) => {
  const sentence = `Weight for “${label}” must be a whole number from 0 to 10`
  return unlessEmpty(z.coerce.number(sentence).int(sentence).min(0, sentence).max(10, sentence))
}
const weightFields = Object.fromEntries(factors.map(({ name, label }) => [name, weight(label)])) as Record<
  FactorName,
  ReturnType<typeof weight>
>

const searching = z.object({
  referral: id<'Referral'>('Choose a request'),
  /** What may be any word in an address is read kindly. */
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  leftOut: unlessEmpty(
    z.string('Choose why places were left out').max(20, 'Choose one of the reasons listed'),
  ),
  ...weightFields,
})
type Searching = z.infer<typeof searching>

export type Weighed = { name: FactorName; label: string; weight: number; usual: number }

export type Searched = {
  readonly referral: { readonly id: ReferralId; readonly urgency: Urgency; readonly neededBy: PlainDate }
  readonly child: { readonly name: string; readonly age: number; readonly initials: string }
  readonly weights: readonly Weighed[]
  readonly isUsual: boolean
  readonly mustBe: readonly string[]
  readonly totals: { readonly homes: number; readonly places: number; readonly leftOut: number }
  readonly page: number
  readonly perPage: number
  readonly matches: readonly Match[]
  /** Whom we would ask first, if nobody chose otherwise. */
  readonly suggested: readonly { readonly home: HomeId; readonly because: string }[]
  readonly byArea: Readonly<Record<string, number>>
  /** The middle of the child's own outward code. */
  readonly around: { readonly name: string; readonly position: Position } | null
  readonly groups: readonly { readonly code: string; readonly heading: string; readonly places: number }[]
  readonly group: {
    readonly code: string
    readonly heading: string
    readonly total: number
    readonly places: readonly LeftOut[]
  } | null
}

export const searchHomes: Action<Searching, Searched> & { role: 'reader' } = {
  name: 'search.run',
  says: 'Ranks every open place for one child with its reasons, and says why each other place is left out.',
  role: 'reader',
  permission: 'search:read',
  schema: searching,
  about: ({ referral }) => referral,
  async run(context, input) {
    const known = await knowOpen(context, input.referral)
    if (known instanceof Refusal) return known
    const supply = await supplyFor(context.tx)
    const approaches = await approachesOf(context.tx, input.referral)

    return searched(context, { ...known, supply, approaches }, input)
  },
}

type Found = {
  readonly referral: Open
  readonly child: KnownChild
  readonly supply: Supply
  readonly approaches: readonly Approach[]
}

async function searched(context: Context, found: Found, input: Searching): Promise<Searched> {
  const { referral, child, supply } = found
  const weights = weightsFrom(input)
  const ranking = rank(
    child.need,
    await searchable(context.tx, supply, context.today),
    weights,
    context.today,
  )
  const { homes } = ranking
  const groups = groupsOf(ranking.excluded)
  const chosen = groups.find(({ code }) => code === input.leftOut)
  const isUsual = factors.every(({ name, byDefault }) => weights[name] === byDefault)
  return {
    referral: { id: referral.id, urgency: referral.urgency, neededBy: referral.neededBy },
    child: { name: child.name, age: child.need.age, initials: initialsOf(child.record.child) },
    weights: factors.map(({ name, label, byDefault }) => ({
      name,
      label,
      weight: weights[name],
      usual: byDefault,
    })),
    isUsual,
    mustBe: mustBe(child.need),
    totals: totalsOf(ranking),
    page: input.page,
    perPage,
    matches: chosen ? [] : await matches(context, found, ranking, { page: input.page, isUsual }),
    suggested: suggestedFrom(ranking, found, context.today),
    byArea: areasOf(homes),
    around: aroundFamily(referral.answers),
    groups,
    group: chosen ? shownGroup(chosen, ranking, found, { context, page: input.page }) : null,
  }
}

type Showing = { readonly page: number; readonly isUsual: boolean }

function totalsOf({ homes, excluded }: Ranking): Searched['totals'] {
  let free = 0
  for (const { places } of homes) free += places.length
  return { homes: homes.length, places: free, leftOut: excluded.length }
}

async function matches(context: Context, found: Found, ranking: Ranking, showing: Showing) {
  const { tx, actor, today } = context
  const { child, supply, approaches } = found
  const first = (showing.page - 1) * perPage
  const shown = ranking.homes.slice(first, first + perPage)
  const usual = showing.isUsual ? null : ranksOf(reweigh(ranking, defaultWeights).homes)
  const ages = await agesIn(
    tx,
    shown.map(({ best }) => best.home.id),
    today,
  )
  const register = homesIn(supply)
  const said = await whoLivesIn(tx, supply)
  const asked = newestOf(approaches)
  return shown.map((each, index) => {
    const { home } = each.best
    const living = livingThere(said.get(home.id), each.best.candidate.supply.residents)
    const joined = [siblingsNear(home, child.siblingHomes), living, livingHere(ages.get(home.id) ?? [])]
    const usualRank = usual?.get(home.id) ?? null
    const beside = { rank: first + index + 1, usualRank, ...askedOf(asked.get(home.id)), joined }
    return matchOf(each, { ...beside, runBy: register.get(home.id)?.runBy ?? '' }, actor, today)
  })
}

/** Homes asked already are not suggested again: whoever asks again does so for a reason. */
function suggestedFrom({ homes }: Ranking, { referral, approaches }: Found, today: PlainDate) {
  const asked = new Set<string>(approaches.map(({ home }) => home))
  const rest = homes.filter(({ best }) => !asked.has(best.home.id))
  return whoToAsk(rest, referral.urgency, today).map(({ match, because }) => ({
    home: match.home.id,
    because,
  }))
}

type Reading = { readonly context: Context; readonly page: number }

/** Sentences are made for the page that is read, and for no other. */
function shownGroup(
  { code, heading, places }: Group,
  { excluded }: Ranking,
  { child, supply }: Found,
  { context, page }: Reading,
) {
  const register = homesIn(supply)
  const show = (each: Excluded) =>
    leftOut(each, child.need, register.get(each.supply.home.id)?.runBy ?? '', context.actor)
  const first = (page - 1) * perPage
  const shown = excluded.filter(({ reason }) => reason === code).slice(first, first + perPage)
  return { code, heading, total: places, places: shown.map(show) }
}

const weightsFrom = (input: Searching): Weights =>
  Object.fromEntries(factors.map(({ name, byDefault }) => [name, input[name] ?? byDefault])) as Weights
