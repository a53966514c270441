/** Tables protected, attacked, and protected again where the attack found a way: nothing leaves that it can undo. */

import {
  type Contradiction,
  type Protected,
  type Publication,
  type Verdict,
  attack,
  protect,
  readPublication,
} from '#statistics'
import { publishedForm } from './tables-file.ts'

export type Loss = {
  readonly cells: number
  readonly primary: number
  readonly secondary: number
  /** Share of all that is counted in the cells which divide no further. */
  readonly value: number
}

export type Disclosed = {
  readonly published: unknown
  readonly verdict: Verdict | Contradiction
  readonly kept: Protected
  readonly loss: Loss
  /** How often it was protected before the attack found nothing. */
  readonly rounds: number
}

const most = 6

/** Throws `Unreadable` where the figures do not add up. */
export async function disclose(
  raw: unknown,
  publication: Publication,
  told: (words: string) => void = () => {},
): Promise<Disclosed> {
  const weak = new Set<string>()
  for (let round = 1; ; round++) {
    const kept = await protect(publication, weak, told)
    told('attacking what would be published')
    const published = publishedForm(raw, kept.values)
    const verdict = await attack(readPublication(published), () => true)
    const found = 'cells' in verdict ? verdict.cells.filter(({ safe }) => !safe) : []
    if (found.length === 0 || round === most)
      return { published, verdict, kept, loss: lossOf(publication, kept), rounds: round }
    for (const { figure } of found) weak.add(figure)
  }
}

function lossOf({ release }: Publication, { values, primary, secondary }: Protected): Loss {
  const cells = release.tables.flatMap(table => table.cells)
  const amount = (some: typeof cells) =>
    some.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0)
  const hidden = cells.filter(({ path }) => values.get(path) === 'c')
  return {
    cells: cells.length,
    primary: primary.length,
    secondary: secondary.length,
    value: amount(cells) === 0 ? 0 : amount(hidden) / amount(cells),
  }
}
