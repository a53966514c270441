/** How much each factor counts in a search. Whoever searches sees these and may change them. */

import { type Problem, Refusal, invalid } from '#shared/refusal'

/** In the order they are shown. The labels finish the sentence "How much does it matter that the home is…". */
export const factors = [
  { name: 'home', label: 'near the child’s home', byDefault: 8 },
  { name: 'school', label: 'near the child’s school', byDefault: 7 },
  { name: 'siblings', label: 'able to keep brothers and sisters together', byDefault: 9 },
  { name: 'needs', label: 'able to meet the child’s needs', byDefault: 10 },
  { name: 'purpose', label: 'of the kind asked for, for children of this age', byDefault: 7 },
  { name: 'residents', label: 'home to children of a similar age', byDefault: 5 },
  { name: 'quality', label: 'well judged by Ofsted', byDefault: 6 },
  { name: 'freshness', label: 'lately confirmed to have the place', byDefault: 3 },
  { name: 'cost', label: 'inexpensive', byDefault: 2 },
] as const

export type FactorName = (typeof factors)[number]['name']
export type Weights = Readonly<Record<FactorName, number>>

/**
 * Our own judgement, open to argument: the duties of section 22C(8) and (9) of the Children Act 1989 (near home,
 * school, brothers and sisters, needs) come before quality, and cost last, to choose between homes that would do
 * equally well.
 */
export const defaultWeights: Weights = weighing(({ byDefault }) => byDefault)

/** From a form or an address: 0 to 10 for each factor, and the default for one not sent. */
export function parseWeights(sent: Readonly<Record<string, unknown>>): Weights | Refusal {
  const problems: Problem[] = []
  const weights = weighing(({ name, label, byDefault }) => {
    const given = sent[name]
    if (given === undefined || given === '') return byDefault
    const weight = Number(given)
    if (typeof given !== 'object' && Number.isInteger(weight) && weight >= 0 && weight <= 10) return weight
    problems.push({ field: name, message: `Weight for “${label}” must be a whole number from 0 to 10` })
    return byDefault
  })
  return problems.length === 0 ? weights : invalid(...problems)
}

function weighing(weigh: (factor: (typeof factors)[number]) => number): Weights {
  return Object.fromEntries(factors.map(factor => [factor.name, weigh(factor)])) as Weights
}
