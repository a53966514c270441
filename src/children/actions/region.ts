/** What the co-operative may ask of the region's children: who nobody is, and only what was agreed. */

import { z } from 'zod'
import type { Action, AuthorityId, Context } from '#access'
import { type PlacementKind, kindOfPlacement } from '#reference'
import { whileSame } from '#shared/kept'
import { id, unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import { regionSorts } from '../narrowing.ts'
import { keyOf, regionalId } from '../pseudonym.ts'
import { masterKey } from '../pseudonym-key.ts'
import { type Agreed, type SharedChild, type Sharing, agreedIn, narrowedAsAgreed } from '../sharing.ts'
import {
  type RegionCount,
  type RegionNarrowing,
  type RegionSort,
  type SharedRow,
  findSharings,
  listRegion,
} from '../store/region.ts'
import { keptCounts } from '../store/kept-counts.ts'
import { type Counted, narrowedBy, ordered, sum, totalOf, windowOf } from './lists.ts'

const asked = z.object({
  ...ordered(regionSorts, '-placed'),
  ...narrowedBy,
  agreement: unlessEmpty(id<'Agreement'>('Choose an agreement from the list')),
  authority: unlessEmpty(id<'Authority'>('Choose an authority from the list')),
  unregistered: unlessEmpty(z.literal('yes', 'Choose yes, or leave this out')),
})
type Asked = z.output<typeof asked>

export type Count<Name> = { readonly name: Name; readonly children: number }
export type RegionList = Counted & {
  /** Null when no agreement is in force: then nothing is shared. */
  readonly agreement: Sharing | null
  readonly agreements: readonly Sharing[]
  readonly agreed: Agreed
  readonly children: readonly SharedChild[]
  readonly byAuthority: readonly Count<string>[]
  readonly byKind: readonly Count<PlacementKind>[]
  readonly page: number
  readonly perPage: number
  readonly sort: string
}

export const listOfRegion = {
  name: 'region.children',
  says: 'Lists the children of the authorities that share with the region, without saying who they are',
  role: 'reader',
  permission: 'region:read',
  schema: asked,
  about: () => null,
  async run(context, asked) {
    const agreements = await findSharings(context.tx)
    const agreement = agreements.find(each => !asked.agreement || each.id === asked.agreement)
    if (asked.agreement && !agreement) return notFound('Agreement not found')
    return agreement ? shared(context, asked, agreement, agreements) : nothingShared(asked)
  },
} as const satisfies Action<Asked, RegionList>

async function shared(
  context: Context,
  asked: Asked,
  agreement: Sharing,
  agreements: readonly Sharing[],
): Promise<RegionList> {
  const { tx, today } = context
  const agreed = agreedIn(agreement)
  const sort = sortedAsAgreed(asked.sort, agreed)
  const narrowing = narrowingOf(asked, agreement, agreed)
  const window = windowOf(asked.page, asked.format)
  const rows = await listRegion(tx, { narrowing, agreed, today }, sort, window)
  const counts = await keptCounts(tx, narrowing, today)

  for (const authority of new Set(rows.map(row => row.authority))) {
    context.note({ chain: authority, about: null })
  }
  return {
    agreement,
    agreements,
    agreed,
    children: withoutNames(rows, agreement),
    ...folded(JSON.stringify(agreed), counts, () => countsOf(counts.flat(), agreed)),
    page: asked.page,
    perPage: window.limit,
    sort,
  }
}

/** Under an agreement to share no placements, nothing may be sorted by one. */
function sortedAsAgreed(sort: RegionSort, { basic, placement, cost }: Agreed): RegionSort {
  const needs = { placed: placement, distance: placement, age: basic, fee: cost, authority: true }
  return needs[sort.replace(/^-/, '') as keyof typeof needs] ? sort : 'authority'
}

const narrowingOf = (asked: Asked, { authorities }: Sharing, agreed: Agreed): RegionNarrowing => ({
  ...narrowedAsAgreed(asked, agreed),
  authorities: authorities
    .map((each): AuthorityId => each.id)
    .filter(each => !asked.authority || each === asked.authority),
  unregistered: agreed.placement && asked.unregistered === 'yes',
})

/** The child's own id is spent here. */
function withoutNames(rows: readonly SharedRow[], agreement: Sharing): SharedChild[] {
  const key = keyOf(masterKey(), agreement.id)
  return rows.map(({ id: child, authority, ...rest }) => ({
    ...rest,
    id: regionalId(key, authority, child),
  }))
}

/** Hundreds of counts, folded once for everybody until some child of one of the authorities moves. */
const folded = whileSame<ReturnType<typeof countsOf>>(100)

function countsOf(counts: readonly RegionCount[], agreed: Agreed) {
  const { total, over20, unregistered } = totalOf(counts)
  const kinds = counts.map(count => ({
    ...count,
    name: kindOfPlacement(count.placeCode ?? '', count.providerCode),
  }))
  return {
    total,
    over20: agreed.placement ? over20 : 0,
    unregistered: agreed.placement ? unregistered : 0,
    byAuthority: added(counts.map(count => ({ ...count, name: count.authorityName }))),
    byKind: agreed.placement ? added(kinds) : [],
  }
}

/** The most first. */
const added = <Name>(counts: readonly Count<Name>[]): Count<Name>[] =>
  [...Map.groupBy(counts, ({ name }) => name)]
    .map(([name, of]) => ({ name, children: sum(of.map(({ children }) => children)) }))
    .toSorted((a, b) => b.children - a.children)

const nothingShared = ({ page, sort }: Asked): RegionList => ({
  agreement: null,
  agreements: [],
  agreed: { basic: false, placement: false, cost: false },
  children: [],
  byAuthority: [],
  byKind: [],
  total: 0,
  over20: 0,
  unregistered: 0,
  page,
  perPage: 1,
  sort,
})
