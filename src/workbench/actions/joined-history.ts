/** The years of an authority's returns joined into one history of each child, with every repair and doubt. */

import { z } from 'zod'
import type { Action, Tx } from '#access'
import { readReturnFiles, sheetsFrom } from '#filing'
import { type LoadId, readFiles } from '#returns'
import { type Doubt, type Repair, type Told, joinYears } from '#rulebook'
import { unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import { newestLoads } from '../store/checkings.ts'
import { codeOfAuthority } from '../store/register.ts'

const asking = z.object({ page: unlessEmpty(z.coerce.number().int().min(1).max(1_000_000).catch(1)) })

export type ShownHistory = {
  readonly years: readonly number[]
  readonly children: number
  readonly episodes: number
  readonly repairs: readonly Repair[]
  readonly doubts: readonly Doubt[]
  readonly page: number
}

/** A row told again by the next year is no repair to look at: it is counted, and left out of the list. */
const isWorthALook = ({ rule }: Repair): boolean => rule !== 'continued'

export const showHistory: Action<z.output<typeof asking>, ShownHistory> & { readonly role: 'reader' } = {
  name: 'return-history.show',
  says: 'Joins the newest return of each year into one history of each child, and lists every row repaired or left out',
  role: 'reader',
  permission: 'return:sign',
  schema: asking,
  about: () => null,
  async run({ tx, actor }, { page = 1 }) {
    if (actor.kind !== 'authority') return notFound('Returns not found')
    const loads = await newestLoads(tx)
    const authority = await codeOfAuthority(tx)
    const headers: Told[] = []
    const episodes: Told[] = []
    for (const { year, load } of loads) {
      const sheets = await twoFiles(tx, load)
      sheets.Header?.forEach((cells, row) => headers.push({ authority, year, row, cells }))
      sheets.Episodes?.forEach((cells, row) => episodes.push({ authority, year, row, cells }))
    }
    const joined = joinYears({ headers, episodes })
    return {
      years: loads.map(({ year }) => year),
      children: joined.children.length,
      episodes: joined.children.reduce((sum, each) => sum + each.episodes.length, 0),
      repairs: joined.repairs.filter(isWorthALook),
      doubts: joined.doubts,
      page,
    }
  },
}

async function twoFiles(tx: Tx, load: LoadId) {
  const brought = (await readFiles(tx, load)).map(({ name, bytes }) => ({ name, bytes }))
  return sheetsFrom(readReturnFiles(brought))
}
