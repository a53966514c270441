/** One path: the parameters drawn for it, and how they change from month to month. */

import { type Drawn, draw } from './drawing.ts'
import type { Model } from '../learning/fitted.ts'
import type { Plan } from './plan.ts'
import { type Thinned, thinned } from './thinning.ts'
import { mixed, throwsOf } from './throws.ts'

export type Path = {
  /** From which each child of the path has a stream of throws of its own. */
  readonly seed: number
  readonly drawn: Drawn
  /** By age class, as going home is likelier at some ages. */
  readonly leaving: readonly Thinned[]
  readonly moving: Thinned
  /** Of those in residential care, a day; no other child steps down. */
  readonly steppingDown: Thinned
}

/** The same for the same number, whoever draws it. */
export function pathOf(number: number, model: Model, plan: Plan): Path {
  const drawn = draw(throwsOf(plan.seed, number), model, plan)
  const { months, levers } = plan
  const homeward = (home: number, month: number) => 1 + home * (levers.reunification[month]! - 1)
  return {
    seed: mixed(mixed(plan.seed) + number),
    drawn,
    leaving: Array.from(model.reunifiedShare, home =>
      thinned(months, month => drawn.leaving.trend[month]! * homeward(home, month)),
    ),
    moving: thinned(months, month => drawn.moving.trend[month]!),
    steppingDown: thinned(months, month => levers.stepDown[month]!),
  }
}

/** Where the throws of a child in care at the start begin. */
export const seedOfChild = (path: number, child: number): number =>
  mixed(path + Math.imul(child, 0x9e3779b9)) | 0
