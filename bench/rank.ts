/** How long it takes to rank every open place for one child, beside the least and the most that could be done. */

import { type Actor, type AuthorityId, inTransaction, perform } from '#access'
import { supplyFor } from '#provision'
import { careNeeds, milesBetween, positionOf, sectorOf } from '#reference'
import { type HomeWithPlaces, type Need, defaultWeights, explain, needFrom, rank } from '#referrals'
import { saveReferral } from '#referrals'
import { ageOn, dateToday, addDays } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { searchHomes } from '../src/referrals/actions/search.ts'
import { allAnswers, anOpenReferral } from '../src/referrals/fixtures.ts'
import { dateOf } from '../src/invention/days.ts'
import { type Filled, type Known, actorWith, fillRegion } from './region.ts'
import { type Table, against, count, each, growth, ms, percentile, ratio, tell, timed } from './samples.ts'

const most = 50
const shown = 20
const asked = { homes: 5000, referrals: 200 }

type Row = {
  readonly homes: number
  readonly open: number
  readonly cells: readonly string[]
  readonly pure: number
  readonly whole: number
}

export async function rankTables(quick: boolean): Promise<Table[]> {
  const rows: Row[] = []
  for (const homes of quick ? [1250] : [1250, 2500, 5000, 10_000]) {
    const filled = await fillRegion({ children: Math.round(homes / homesForEachChild) })
    rows.push(tell(await measure(filled, quick ? 40 : asked.referrals)))
    await filled.opened.close()
  }
  return [tableOf(rows)]
}

/** As many homes for each child as the invented region has. */
const homesForEachChild = 0.471

async function measure(filled: Filled, referrals: number): Promise<Row> {
  const actor = actorWith(filled.region, 'brokerage-officer', filled.largest.organisation)
  const requests = await requestsFor(filled, actor, referrals)
  const { database } = filled.opened
  const today = dateToday()
  const supply = await inTransaction(database, actor, today, 'reader', supplyFor)
  const homes: HomeWithPlaces[] = supply.map(({ home, places }) => ({ home, places, residents: null }))
  const ranked = (need: Need) => rank(need, homes, defaultWeights, today).homes.map(({ best }) => best)
  const needs = requests.map(({ need }) => need)
  const search = async ({ id }: Request) => {
    const found = await perform(searchHomes, { database, actor, today }, { referral: id })
    if (found instanceof Refusal) throw new Error(`the search was refused: ${JSON.stringify(found)}`)
    return found
  }

  const open = needs.map(need => ranked(need).map(({ home }) => home.position))
  const sorted = await each([...needs.keys()], i => byDistance(needs[i]!, open[i]!))
  const pure = await each(needs, need => ranked(need).slice(0, shown).map(explain))
  const all = await each(needs, need => ranked(need).map(explain))
  const [first] = await timed(() => search(requests[0]!))
  const whole = await each(requests, search)
  const p95 = (of: { samples: readonly number[] }) => percentile(0.95, of.samples)
  const both = (of: { samples: readonly number[] }) => `${ms(percentile(0.5, of.samples))} / ${ms(p95(of))}`
  const mean = open.reduce((sum, { length }) => sum + length, 0) / open.length
  return {
    homes: homes.length,
    open: mean,
    pure: p95(pure),
    whole: p95(whole),
    cells: [
      count(homes.length),
      count(mean),
      both(sorted),
      both(pure),
      ms(pure.cpu),
      ratio(pure.cpu, sorted.cpu),
      both(all),
      both(whole),
      ms(whole.cpu),
      ms(first),
    ],
  }
}

const byDistance = ({ home, school }: Need, places: readonly { easting: number; northing: number }[]) =>
  places.map(place => milesBetween(place, home ?? school ?? place)).toSorted((a, b) => a - b)

type Request = { readonly id: ReturnType<typeof anOpenReferral>['id']; readonly need: Need }

/** Children of the largest authority, each with an age, family, school, needs and limits of their own. */
async function requestsFor({ opened, largest }: Filled, actor: Actor, number: number): Promise<Request[]> {
  const authority = largest.organisation as string as AuthorityId
  const step = Math.floor(largest.here.length / number)
  const chosen = Array.from({ length: number }, (_, i) => largest.here[i * step]!)
  const today = dateToday()
  return inTransaction(opened.database, actor, today, 'writer', async tx => {
    const requests: Request[] = []
    for (const [i, known] of chosen.entries()) {
      const answers = answersOf(known, i)
      const neededBy = addDays(today, i % 30)
      const facts = { authority, child: known.id, requestedBy: actor.id, answers, neededBy }
      const referral = anOpenReferral({ ...facts, requestedOn: today, readyOn: today })
      await saveReferral(tx, referral)
      const home = known.life.home
      const school = positionOf(`${answers.schoolSector}AA`) ?? null
      const where = { authority, areaCode: null, neededBy, home, school, now: null }
      requests.push({ id: referral.id, need: needFrom(answers, where) })
    }
    return requests
  })
}

function answersOf({ life }: Known, i: number) {
  const family = sectorOf(life.home?.postcode ?? 'ME14 1AA') ?? 'ME14 1'
  const needs = [0, 5, 11].slice(0, i % 4).map(step => careNeeds[(i + step) % careNeeds.length]!.code)
  return {
    ...allAnswers,
    age: ageOn(dateOf(life.born), dateToday()),
    sex: life.sex,
    familySector: family,
    schoolSector: family,
    siblings: i % 3,
    needs,
    suitsSupported: 'suitable',
    alongside: (['with-others', 'no-preference', 'solo'] as const)[i % 3]!,
  }
}

function tableOf(rows: readonly Row[]): Table {
  const pure = rows.map(({ homes, pure: time }) => ({ work: homes, time }))
  const whole = rows.map(({ homes, whole: time }) => ({ work: homes, time }))
  const aim = rows.find(({ homes }) => homes >= asked.homes * 0.98) ?? rows[rows.length - 1]!
  return {
    title: 'Rank every open place for one child',
    says: `p50 / p95 of ${asked.referrals} requests of different needs, one after another, by one process on PostgreSQL.`,
    columns: [
      'Homes',
      'Places that could be had (mean)',
      'Sort them by distance alone',
      'Rank, and explain the 20 shown',
      'Of which work (mean)',
      'Work beside sorting',
      'Rank, and explain all',
      'The whole search, with its database',
      'Of which Node (mean)',
      'The first search',
    ],
    rows: rows.map(({ cells }) => cells),
    notes: [
      `Ranking grows ${growth(pure)} of homes; the whole search ${growth(whole)}.`,
      `At ${count(aim.homes)} homes p95 is to be below ${most} ms: ranking ${ms(aim.pure)} (${against(aim.pure, most)}), the whole search ${ms(aim.whole)} (${against(aim.whole, most)}).`,
    ],
  }
}
