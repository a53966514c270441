/** `nearhome siting`: where homes should open, how sure that is, and the next best. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Problem, type Sited, contradiction, readProblem, siteHomes } from '#sufficiency'
import { type Command, Mistake, numberOption, pathGiven } from '../command.ts'

export const sitingCommand: Command = {
  name: 'siting',
  takes: 'FILE',
  says: 'Chooses where homes should open, so that children live near or most live within a distance, and proves it.',
  more: `FILE is JSON: who lives where, where homes could be, and the miles between.
  {"demand":[{"id":"Medway","weight":120}, ...],
   "sites":[{"id":"Chatham","cost":300000,"capacity":200,"fixed":true,"forbidden":false,"group":"South"}, ...],
   "distance":[[2.5, ...], ...],
   "within":20, "budget":900000, "minimum":{"South":2}, "worst":30}
A row of distance for each demand, a column for each site. Only id, weight and distance must be given. With "within",
the most weight within those miles is wanted; without it, the least miles in all, each weighted. "worst" is the furthest
that any demand may be from an open site. A site with a capacity serves each demand whole or not at all.

Ends with 1 where nothing can be right, or nothing was found in time. "optimal" false means that --seconds ran out: no
choice is better than "bound". Example: bin/nearhome siting south.json --open 5 --json. The method: docs/siting.md`,
  options: {
    open: { type: 'string', says: 'how many sites may be open at the most, those that are fixed among them' },
    seconds: { type: 'string', says: 'how long each of the two answers may take', default: '60' },
    json: {
      type: 'boolean',
      says: 'answers with {"open","objective","bound","optimal","assignment","runnerUp","seconds"}',
    },
  },
  async run(values, rest) {
    const began = performance.now()
    const problem = asked(rest, numberOption(values, 'open'))
    const against = contradiction(problem)
    const seconds = numberOption({ seconds: '60', ...values }, 'seconds')
    const outcome = against ? null : await siteHomes(problem, { seconds })
    if (outcome?.state !== 'sited') {
      console.error(against ?? reasons[outcome!.state])
      return 1
    }
    const taken = Math.round(performance.now() - began) / 1000
    console.log(
      values.json ? JSON.stringify(inJson(problem, outcome.answer, taken)) : inWords(problem, outcome.answer),
    )
    return 0
  },
}

const reasons = {
  impossible:
    'No choice of sites keeps to all of open, budget, minimum, worst and capacities: allow more of one of them',
  stopped: 'Nothing was found in that time: give more with --seconds',
  sited: '',
}

function asked(rest: readonly string[], open: number): Problem {
  if (rest.length !== 1)
    throw new Mistake('Name one file: bin/nearhome siting FILE --open 5. --help tells what it holds')
  if (!Number.isInteger(open) || open < 1)
    throw new Mistake('--open must be a whole number of sites, 1 or more')
  const read = readProblem(jsonAt(rest[0]!))
  if ('wrong' in read) throw new Mistake(`${rest[0]!}: ${read.wrong}`)
  return { ...read.problem, open }
}

function jsonAt(name: string): unknown {
  const path = pathGiven(name)
  if (!existsSync(path) || !statSync(path).isFile()) throw new Mistake(`There is no file ${name}`)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    throw new Mistake(`${name} is not JSON: ${(fault as Error).message}`, { cause: fault })
  }
}

const inJson = (
  { demand, sites }: Problem,
  { open, served, runnerUp, objective, bound, optimal }: Sited,
  seconds: number,
) => {
  const named = (which: readonly number[]) => which.map(j => sites[j]!.id)
  return {
    open: named(open),
    objective,
    bound,
    optimal,
    assignment: demand.map(({ id }, i) => [id, served[i] === null ? null : sites[served[i]!]!.id]),
    runnerUp: runnerUp && { ...runnerUp, open: named(runnerUp.open) },
    seconds,
  }
}

function inWords(
  { sites, within, demand }: Problem,
  { open, objective, bound, optimal, runnerUp }: Sited,
): string {
  const named = (which: readonly number[]) => which.map(j => sites[j]!.id).join(', ')
  const weight = demand.reduce((sum, each) => sum + each.weight, 0)
  const says = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  const measured = (number: number) =>
    within === null
      ? `${says(number)} miles in all`
      : `${says(number)} of ${says(weight)} within ${within} miles`
  const proof = optimal
    ? 'Proven: no choice is better.'
    : `Not proven: none is better than ${measured(bound)}.`
  return [
    `Open: ${named(open)}`,
    `${measured(objective)}. ${proof}`,
    runnerUp
      ? `Next best: ${named(runnerUp.open)}. ${measured(runnerUp.objective)}${runnerUp.optimal ? '' : ' (not proven)'}.`
      : 'There is no other choice.',
  ].join('\n')
}
