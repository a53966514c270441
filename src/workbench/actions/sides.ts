/** The council's newest extract beside Nearhome's own record, child by child, and which of the two to put right. */

import { z } from 'zod'
import type { Action } from '#access'
import type { Held } from '#children'
import { type LoadId, asReturnDate } from '#returns'
import { notFound } from '#shared/refusal'
import { unlessEmpty } from '#shared/parse'
import { type Difference, differencesBetween } from '../difference.ts'
import { type Side, asKept, likelierSide } from '../side.ts'
import { newestLoads } from '../store/checkings.ts'
import { childrenLeftOut, loadedAt } from '../store/sides.ts'
import { perPage } from './children.ts'
import { liveFiles, mayWrite, recordFor } from './live.ts'
import { filesOfLoad } from './reading.ts'
import { whichYear } from './years.ts'

const asking = whichYear.extend({
  page: unlessEmpty(z.coerce.number().int().min(1).max(1_000_000).catch(1)),
})

export type Sided = { readonly difference: Difference; readonly side: Side }
export type ShownSides = {
  readonly year: number
  /** When the extract was brought. */
  readonly broughtAt: string
  readonly isLoaded: boolean
  readonly total: number
  readonly children: number
  readonly toFix: Readonly<Record<Side['fix'], number>>
  readonly page: number
  readonly differences: readonly Sided[]
}

export const compareSides: Action<z.output<typeof asking>, ShownSides> & { readonly role: 'reader' } = {
  name: 'return-year.differences',
  says: 'Compares the newest extract of a year with Nearhome’s own record, and says which to put right',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: () => null,
  async run(context, { year, page = 1 }) {
    const { tx } = context
    const no = mayWrite(context, year)
    if (no) return no
    const extract = (await newestLoads(tx)).find(each => each.year === year)
    if (!extract) return notFound('No return has been brought for this year')
    const record = await recordFor(context, year)
    const times = await loadedAt(tx)
    const leftOut = await childrenLeftOut(tx, extract.load)
    const writtenAt = writers(record.held, times)
    const differences = differencesBetween(
      asKept(await filesOfLoad(tx, extract.load)),
      asKept(liveFiles(record, context, year)),
    )
    const loaded = times.get(extract.load) ?? null
    const all = differences
      .map(difference => {
        const known = { loadedAt: loaded, writtenAt: writtenAt(difference) }
        return {
          difference,
          side: likelierSide(difference, { ...known, leftOut: leftOut.has(difference.child) }),
        }
      })
      .toSorted((a, b) => byText(a.difference.child, b.difference.child))
    return {
      year,
      broughtAt: extract.startedAt,
      isLoaded: loaded !== null,
      total: all.length,
      children: new Set(all.map(({ difference }) => difference.child)).size,
      toFix: countsOf(all),
      page,
      differences: all.slice((page - 1) * perPage, page * perPage),
    }
  },
}

/** Who last wrote the row that differs: a load, by when it was committed, or people in Nearhome's daily work. */
function writers({ children, episodes }: Held, times: ReadonlyMap<LoadId, string>) {
  const told = (load: LoadId | null) => (load === null ? 'nearhome' : (times.get(load) ?? null))
  const child = new Map(
    children.map(({ localId, load }) => [localId.toUpperCase(), told(load as LoadId | null)]),
  )
  const numbers = new Map(children.map(({ id, localId }) => [id, localId.toUpperCase()]))
  const stay = new Map(
    episodes.map(each => [
      `${numbers.get(each.child)}|${asReturnDate(each.startedOn)}`,
      told(each.load as LoadId | null),
    ]),
  )
  return (difference: Difference): string | null => {
    const { kind, row } = difference
    if (kind === 'Header' || kind === 'UASC') return child.get(difference.child) ?? null
    if (kind !== 'Episodes') return null
    const [, number, day] = row.split('|')
    return stay.get(`${number}|${day}`) ?? null
  }
}

function countsOf(all: readonly Sided[]): Record<Side['fix'], number> {
  const counts = { 'case-system': 0, load: 0, look: 0 }
  for (const { side } of all) counts[side.fix] += 1
  return counts
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
