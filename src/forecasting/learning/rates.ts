/** A table of daily rates by kind, age and length of stay: main effects first, then each cell drawn towards them. */

import { classCount, kindCount, stayCount } from '../kinds.ts'
import { type Pooled, pool } from './pooling.ts'

export const cellCount = kindCount * classCount * stayCount
export const cellOf = (kind: number, age: number, stay: number): number =>
  (kind * classCount + age) * stayCount + stay

export type Rates = {
  /** Events a day by main effects alone. */
  readonly usual: Float64Array
  readonly cells: Pooled
}

/**
 * The main effects are fitted by iterative proportional fitting (Deming and Stephan 1940), which is maximum likelihood
 * for a log-linear Poisson model; half an event is added to each effect so that none is impossible.
 */
export function ratesFrom(events: Float64Array, days: Float64Array): Rates {
  const effects = [kindCount, classCount, stayCount].map(size => new Float64Array(size).fill(1))
  const overall = (sum(events) + 0.5) / Math.max(1, sum(days))
  for (let round = 0; round < 12; round += 1) {
    for (const dimension of [0, 1, 2]) {
      const observed = new Float64Array(effects[dimension]!.length).fill(0.5)
      const expected = new Float64Array(observed.length).fill(0.5)
      eachCell((cell, at) => {
        observed[at[dimension]!]! += events[cell]!
        expected[at[dimension]!]! += overall * days[cell]! * product(effects, at)
      })
      effects[dimension] = effects[dimension]!.map((effect, i) => (effect * observed[i]!) / expected[i]!)
    }
  }
  const usual = new Float64Array(cellCount)
  eachCell((cell, at) => (usual[cell] = overall * product(effects, at)))
  return {
    usual,
    cells: pool(
      events,
      days.map((each, cell) => each * usual[cell]!),
    ),
  }
}

function eachCell(visit: (cell: number, at: readonly [number, number, number]) => void): void {
  for (let kind = 0; kind < kindCount; kind += 1)
    for (let age = 0; age < classCount; age += 1)
      for (let stay = 0; stay < stayCount; stay += 1) visit(cellOf(kind, age, stay), [kind, age, stay])
}

const product = (effects: readonly Float64Array[], at: readonly number[]): number =>
  effects[0]![at[0]!]! * effects[1]![at[1]!]! * effects[2]![at[2]!]!
const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0)
