/** What may be asked of an authority's children as a list. */

import { z } from 'zod'
import { type Action, authorityOf } from '#access'
import { ageBands, isUnregistered, legalStatuses, placementKinds } from '#reference'
import { newId } from '#shared/ids'
import { id, unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import {
  childSorts,
  circumstances,
  distances,
  manyMoves,
  inOneFile,
  perPage,
  standings,
  type LegalChoice,
  type Sort,
} from '../narrowing.ts'
import { countOwn } from '../store/kept-counts.ts'
import { type ListedChild, listChildren } from '../store/lists.ts'
import { type SearchId, findSearch, saveSearch } from '../store/searches.ts'

const bands = ageBands.map(({ band }) => band)
const statuses: readonly LegalChoice[] = ['care order', ...legalStatuses.map(({ code }) => code)]

/** An address someone has shortened or spoilt shows the first page in the usual order. */
export const ordered = <Word extends string>(words: readonly Word[], usual: Sort<Word>) => ({
  sort: z
    .string()
    .optional()
    .catch(undefined)
    .transform((asked): Sort<Word> => bothWays(words).find(each => each === asked) ?? usual),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  format: unlessEmpty(z.literal('csv', 'Ask for the file as csv')),
})

const bothWays = <Word extends string>(words: readonly Word[]) =>
  words.flatMap((word): Sort<Word>[] => [word, `-${word}`])

export const narrowedBy = {
  kind: unlessEmpty(z.enum(placementKinds, 'Choose a kind of placement from the list')),
  legalStatus: unlessEmpty(z.enum(statuses, 'Choose a legal status from the list')),
  ageBand: unlessEmpty(z.enum(bands, 'Choose an age band from the list')),
  distance: unlessEmpty(z.enum(distances, 'Choose a distance from the list')),
  moves: unlessEmpty(z.enum(manyMoves, 'Choose three or more, or leave this out')),
}

const asked = z.object({
  ...ordered(childSorts, 'name'),
  ...narrowedBy,
  standing: unlessEmpty(z.enum(standings, 'Choose now, before or ever')),
  circumstance: unlessEmpty(z.enum(circumstances, 'Choose a circumstance from the list')),
  search: unlessEmpty(id<'Search'>('This search is not one of yours')),
})

export type ChildList = Counted & {
  readonly children: readonly ListedChild[]
  readonly page: number
  readonly perPage: number
  readonly sort: string
  /** What was looked for, if anything was. */
  readonly words: string | null
}
export type Counted = { readonly total: number; readonly over20: number; readonly unregistered: number }

export const listOfChildren = {
  name: 'child.list',
  says: 'Lists the authority’s children, narrowed by where they live, their age and what they need',
  role: 'reader',
  permission: 'child:read',
  schema: asked,
  about: () => null,
  async run({ tx, actor, today }, { sort, page, format, search, standing, ...rest }) {
    const words = search && (await findSearch(tx, search, actor.id))
    if (search && !words) return notFound('This search has ended: look for the child again')

    const narrowing = { ...rest, words, standing: standing ?? (words ? 'ever' : 'now') }
    const window = windowOf(page, format)
    const children = await listChildren(tx, { narrowing, today }, sort, window)
    const counted = totalOf(await countOwn(tx, authorityOf(actor), { narrowing, today }))
    return { children, ...counted, page, perPage: window.limit, sort, words: words ?? null }
  },
} as const satisfies Action<z.output<typeof asked>, ChildList>

export const windowOf = (page: number, format: 'csv' | undefined) =>
  format === 'csv' ? { limit: inOneFile, offset: 0 } : { limit: perPage, offset: (page - 1) * perPage }

type Part = { readonly placeCode: string | null; readonly children: number; readonly over20: number }
export const totalOf = (parts: readonly Part[]): Counted => ({
  total: sum(parts.map(({ children }) => children)),
  over20: sum(parts.map(({ over20 }) => over20)),
  unregistered: sum(
    parts.filter(({ placeCode }) => isUnregistered(placeCode ?? '')).map(({ children }) => children),
  ),
})
export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

const sought = z.object({
  words: z
    .string('Enter the beginning of a name or number')
    .trim()
    .max(100, 'Enter at most 100 letters of a name or number')
    .default(''),
})

/** Kept for a day under an id of its own, so that no child's name is ever in an address. */
export const searchChildren: Action<z.output<typeof sought>, { readonly search: SearchId | null }> = {
  name: 'child.search',
  says: 'Looks for children by the beginning of a name or of the authority’s own number',
  role: 'writer',
  permission: 'child:read',
  schema: sought,
  about: () => null,
  async run({ tx, actor }, { words }) {
    if (words === '') return { search: null }

    const search = newId<'Search'>()

    await saveSearch(tx, { authority: authorityOf(actor), id: search, person: actor.id, words })
    return { search }
  },
}
