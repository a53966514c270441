/** `nearhome siting`: where homes should open, how sure that is, and the next best. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Problem, contradiction, readProblem, siteHomes } from '#sufficiency'
import { type Command, Mistake, numberOption, pathGiven } from '../command.ts'
import { progressLine } from '../progress-line.ts'
import { inJson, inWords } from '../siting-answer.ts'

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
choice is better than "bound". "further" says what each home more buys, "furtherMoney" the least spending beyond the
budget that buys anything, "replacements" what to open instead of a site that cannot be had, and "overturnedBy" by what
share each weight may be wrong before the next best could be as good.
Example: bin/nearhome siting south.json --open 5 --json. The method: docs/siting.md`,
  options: {
    open: { type: 'string', says: 'how many sites may be open at the most, those that are fixed among them' },
    seconds: { type: 'string', says: 'how long each answer may take', default: '60' },
    further: {
      type: 'string',
      says: 'how many homes more are tried, and how many steps beyond the budget',
      default: '1',
    },
    json: {
      type: 'boolean',
      says:
        'answers with {"open","objective","bound","optimal","assignment","runnerUp","further","furtherMoney",' +
        '"replacements","overturnedBy","seconds"}',
    },
  },
  async run(values, rest) {
    const began = performance.now()
    const problem = asked(rest, numberOption(values, 'open'))
    const against = contradiction(problem)
    const seconds = numberOption({ seconds: '60', ...values }, 'seconds')
    const further = numberOption({ further: '1', ...values }, 'further')
    if (!Number.isInteger(further) || further < 0)
      throw new Mistake('--further must be a whole number of homes, 0 or more')
    const progress = progressLine()
    const outcome = against ? null : await siteHomes(problem, { seconds, further, told: progress.at })
    progress.done(outcome?.state === 'sited' ? 'sited' : 'nothing found')
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
