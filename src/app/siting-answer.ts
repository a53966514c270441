/** What is answered about sites, with their names: for a program, and for a reader. */

import type { Further, Problem, RunnerUp, Sited } from '#sufficiency'

export function inJson({ demand, sites }: Problem, answer: Sited, seconds: number) {
  const { open, served, runnerUp, objective, bound, optimal, furtherHomes, furtherMoney, doubts } = answer
  const named = (which: readonly number[]) => which.map(j => sites[j]!.id)
  const told = <Choice extends RunnerUp>(choice: Choice) => ({ ...choice, open: named(choice.open) })
  return {
    open: named(open),
    objective,
    bound,
    optimal,
    assignment: demand.map(({ id }, i) => [id, served[i] === null ? null : sites[served[i]!]!.id]),
    runnerUp: runnerUp && told(runnerUp),
    further: furtherHomes.map(told),
    furtherMoney: furtherMoney.map(told),
    replacements: doubts.replacements?.map(({ site, by, objective: then }) => {
      return { site: sites[site]!.id, by: by === null ? null : sites[by]!.id, objective: then }
    }),
    overturnedBy: doubts.overturnedBy,
    seconds,
  }
}

export function inWords(problem: Problem, answer: Sited): string {
  const { sites } = problem
  const { open, objective, bound, optimal, runnerUp, doubts } = answer
  const named = (which: readonly number[]) => which.map(j => sites[j]!.id).join(', ')
  const measured = measuring(problem)
  const proof = optimal
    ? 'Proven: no choice is better.'
    : `Not proven: none is better than ${measured(bound)}.`
  return [
    `Open: ${named(open)}`,
    `${measured(objective)}. ${proof}`,
    runnerUp
      ? `Next best: ${named(runnerUp.open)}. ${measured(runnerUp.objective)}${runnerUp.optimal ? '' : ' (not proven)'}.`
      : 'There is no other choice.',
    ...(doubts.overturnedBy === null ? [] : [overturned(doubts.overturnedBy)]),
    ...moreLines(problem, answer),
    ...replacementLines(problem, answer),
  ].join('\n')
}

const says = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 2 })

function measuring({ within, demand }: Problem): (objective: number) => string {
  const weight = demand.reduce((sum, each) => sum + each.weight, 0)
  return objective =>
    within === null
      ? `${says(objective)} miles in all`
      : `${says(objective)} of ${says(weight)} within ${within} miles`
}

const overturned = (share: number): string =>
  share === 0
    ? 'The two are as good as each other.'
    : `The order of the two holds while every weight is right to within ${says(share * 100)}%.`

function moreLines(problem: Problem, { objective, furtherHomes, furtherMoney, open }: Sited): string[] {
  const paid = (choice: readonly number[]) => choice.reduce((sum, j) => sum + problem.sites[j]!.cost, 0)
  const better = ({ objective: then }: Further) => says(Math.abs(then - objective))
  const unit = problem.within === null ? 'fewer miles' : `more within ${problem.within} miles`
  const lines = furtherHomes.map(
    each => `With ${each.homes} open: ${better(each)} ${unit}${each.optimal ? '' : ' (not proven)'}.`,
  )
  if (problem.budget === null) return lines
  const now = `Spent: ${says(paid(open))} of ${says(problem.budget)}.`
  const money = furtherMoney.map(
    each =>
      `With ${says(each.spent)}: ${better(each)} ${unit}${each.optimal ? '' : ' (not proven to be the least)'}.`,
  )
  return [...lines, now, ...(money.length > 0 ? money : ['More money alone buys nothing.'])]
}

/** The sites whose loss would hurt most come first; a reader needs the first few. */
function replacementLines(problem: Problem, { objective, doubts }: Sited): string[] {
  const loss = (then: number | null) => (then === null ? Infinity : Math.abs(then - objective))
  const worst = (doubts.replacements ?? [])
    .toSorted((a, b) => loss(b.objective) - loss(a.objective))
    .slice(0, 5)
  const nameOf = (j: number) => problem.sites[j]!.id
  return worst.map(({ site, by, objective: then }) =>
    by === null
      ? `If ${nameOf(site)} cannot be had, no other site can take its place.`
      : `If ${nameOf(site)} cannot be had, ${nameOf(by)} is best in its place: ${measuring(problem)(then!)}.`,
  )
}
