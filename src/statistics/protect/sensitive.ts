/** What must be held back for its own sake: small counts, few providers, amounts that tell on one provider. */

import type { Profile } from '../tables/profile.ts'
import type { Cell, Table } from '../tables/publication.ts'

export type Reason = 'small' | 'few providers' | 'dominated'

/** Undefined where the cell may be shown; a true zero always may. */
export function reasonToHold(profile: Profile, of: Table['of'], cell: Cell): Reason | undefined {
  const { value, contributions } = cell
  if (typeof value !== 'number' || value === 0) return undefined
  if (of === 'count' && profile.suppress && value < profile.threshold) return 'small'
  const providers = contributions ? contributions.filter(each => each > 0).length : cell.providers
  if (providers !== undefined && providers < profile.providers) return 'few providers'
  return contributions && isDominated(profile, contributions) ? 'dominated' : undefined
}

/**
 * (n, k): the n largest are more than k per cent of all. p%: whoever knows the second largest knows the largest within
 * p per cent, because all but these two come to less than that. Hundepool and others, Statistical Disclosure Control
 * (2012), chapter 4.
 */
export function isDominated({ dominance, p }: Profile, contributions: readonly number[]): boolean {
  const ordered = contributions.toSorted((a, b) => b - a)
  const sum = (some: readonly number[]) => some.reduce((all, each) => all + each, 0)
  const all = sum(ordered)
  const [largest = 0] = ordered
  return (
    100 * sum(ordered.slice(0, dominance.n)) > dominance.k * all || 100 * sum(ordered.slice(2)) < p * largest
  )
}
