/** Linear programmes, with whole numbers or without, solved by HiGHS: the least cost within bounds and rows. */

import { createRequire } from 'node:module'
import type { Highs, Model as Native } from 'highs'

/** Its types are those of a CommonJS module, so it is taken as one. */
const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<Highs>

/** A quantity to be chosen, between `lower` and `upper` (infinite where there is none). */
export type Column = {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly whole?: boolean
}

/** A sum of columns times factors, between `lower` and `upper`; no column twice. */
export type Row = {
  readonly lower: number
  readonly upper: number
  readonly entries: readonly (readonly [column: number, factor: number])[]
}

export type Programme = { readonly columns: readonly Column[]; readonly rows: readonly Row[] }

/** Only `optimal` is proven. `stopped` ran out of time: the best yet found, if any, and a bound on what could be. */
export type Solved =
  | { readonly state: 'optimal'; readonly objective: number; readonly values: Float64Array }
  | { readonly state: 'infeasible' | 'unbounded' }
  | {
      readonly state: 'stopped'
      readonly bound: number
      readonly best?: { readonly objective: number; readonly values: Float64Array }
    }

/** A programme kept in the solver, to be asked again after small changes, each time from where it last ended. */
export type Opened = {
  readonly setCost: (column: number, cost: number) => void
  readonly setBounds: (column: number, lower: number, upper: number) => void
  readonly solve: () => Solved
  /** Gives its memory back; nothing may be asked afterwards. */
  readonly close: () => void
}

export type Limits = {
  /** Of one solve; without it, as long as it takes. */
  readonly seconds?: number
  /** How near to the proven bound is near enough, as a share; 0 unless said. */
  readonly gap?: number
  /** Whether to simplify first: worth it for one hard solve, not for many easy ones. */
  readonly presolve?: boolean
}

let loading: Promise<Highs> | undefined

/** Throws only for a fault of the solver itself: a status that is none of the states. */
export async function solve(programme: Programme, limits: Limits = {}): Promise<Solved> {
  const opened = await open(programme, limits)
  try {
    return opened.solve()
  } finally {
    opened.close()
  }
}

export async function open(programme: Programme, limits: Limits = {}): Promise<Opened> {
  const highs = await (loading ??= loadHighs())
  const model = highs.createModel(toNative(programme))
  model.options.set({
    output_flag: false,
    presolve: limits.presolve === false ? 'off' : 'choose',
    // What was the least at other costs is still possible: the primal simplex goes on from there.
    ...(limits.presolve === false ? { simplex_strategy: 4 } : {}),
    mip_rel_gap: limits.gap ?? 0,
    ...(limits.seconds === undefined ? {} : { time_limit: limits.seconds }),
  })
  return {
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    solve: () => {
      model.zeroAllClocks()
      model.run()
      return stateOf(model, highs)
    },
    close: () => model.dispose(),
  }
}

function toNative({ columns, rows }: Programme) {
  const starts = new Int32Array(rows.length + 1)
  for (const [i, { entries }] of rows.entries()) starts[i + 1] = starts[i]! + entries.length
  const indices = new Int32Array(starts[rows.length]!)
  const values = new Float64Array(indices.length)
  let at = 0
  for (const { entries } of rows)
    for (const [column, factor] of entries) {
      indices[at] = column
      values[at++] = factor
    }
  const [numRows, numCols] = [rows.length, columns.length]
  const isWhole = columns.some(column => column.whole)
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    ...(isWhole ? { integrality: Int32Array.from(columns, column => (column.whole ? 1 : 0)) } : {}),
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
  }
}

function stateOf(model: Native, { constants }: Highs): Solved {
  const states = constants.modelStatus
  const status = model.getModelStatus()
  const best = () => ({ objective: model.getObjectiveValue(), values: model.getSolution().colValue })
  if (status === states.optimal) return { state: 'optimal', ...best() }
  if (status === states.infeasible) return { state: 'infeasible' }
  if (status === states.unbounded || status === states.unboundedOrInfeasible) return { state: 'unbounded' }
  if (status !== states.timeLimit) throw new Error(`The solver ended with status ${status}`)
  const found = model.info.get('primal_solution_status') === 2
  const bound = Number(model.info.get('mip_dual_bound'))
  return { state: 'stopped', bound, ...(found ? { best: best() } : {}) }
}
