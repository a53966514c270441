/** Where homes should open: the best choice of sites, how sure that is, the next best, and what more would buy. */

import type { Answer, Further, Limits, RunnerUp, Sited } from './answer.ts'
import { type Costs, costsOf } from './costs.ts'
import { doubtsOf } from './doubts.ts'
import { siteGenerally } from './general.ts'
import { nextForMiles, siteForMiles } from './miles.ts'
import { type Problem, isForMiles, isFree, spentOn } from './problem.ts'
import { cheapestBetter } from './spending.ts'

export type Outcome =
  | { readonly state: 'sited'; readonly answer: Sited }
  | { readonly state: 'impossible' | 'stopped' }

/** How many homes more are tried. */
export type Asked = Limits & { readonly further?: number }

/** Each answer takes at most `seconds`; one that was stopped says so. */
export async function siteHomes(problem: Problem, asked: Asked): Promise<Outcome> {
  const told = asked.told ?? (() => {})
  const costs = costsOf(problem)
  told('the best choice')
  const best = await bestOf(problem, costs, asked)
  if (best === 'impossible' || best === 'stopped') return { state: best }
  told('the next best')
  const runnerUp = await best.next()
  const furtherHomes = await further(problem, costs, asked)
  const furtherMoney = await richer(problem, costs, best.answer, asked)
  const doubts = doubtsOf(problem, costs, best.answer, runnerUp)
  return { state: 'sited', answer: { ...best.answer, runnerUp, furtherHomes, furtherMoney, doubts } }
}

type Best = { readonly answer: Answer; readonly next: () => Promise<RunnerUp | null> }

async function bestOf(
  problem: Problem,
  costs: Costs,
  limits: Limits,
): Promise<Best | 'impossible' | 'stopped'> {
  const proof = isForMiles(problem) ? await siteForMiles(problem, costs, limits) : null
  const answer = proof?.answer ?? (await siteGenerally(problem, costs, [], limits))
  if (typeof answer === 'string') return answer
  const next = async (): Promise<RunnerUp | null> => {
    const proven = proof && (await nextForMiles(problem, costs, proof, limits))
    if (proven || (proof && isFree(problem))) return proven
    const other = await siteGenerally(problem, costs, [answer.open], limits)
    if (typeof other === 'string') return null
    const { open, objective, bound, optimal } = other
    return { open, objective, bound, optimal }
  }
  return { answer, next }
}

/** One home more, and another, as far as there are sites. */
async function further(
  problem: Problem,
  costs: Costs,
  { further: most = 0, ...limits }: Asked,
): Promise<Further[]> {
  const may = problem.sites.filter(({ forbidden }) => !forbidden)
  const found: Further[] = []
  for (let more = 1; more <= most && problem.open + more <= may.length; more += 1) {
    limits.told?.(`${more} more`)
    const best = await bestOf({ ...problem, open: problem.open + more }, costs, limits)
    if (typeof best === 'string') break
    const { open, objective, bound, optimal } = best.answer
    found.push({ homes: problem.open + more, spent: spentOn(problem, open), open, objective, bound, optimal })
  }
  return found
}

/** More money, and more again: each the least that is better than the last. */
async function richer(
  problem: Problem,
  costs: Costs,
  best: Answer,
  { further: most = 0, ...limits }: Asked,
): Promise<Further[]> {
  const found: Further[] = []
  while (problem.budget !== null && found.length < most) {
    limits.told?.('what more money buys')
    const next = await cheapestBetter(problem, costs, found.at(-1) ?? best, limits)
    if (!next) break
    found.push(next)
  }
  return found
}
