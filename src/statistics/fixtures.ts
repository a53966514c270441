/** Invented sets of linked tables: hierarchies, two footprints that overlap, a table beside a table, releases. */

type At = Readonly<Record<string, string>>
type FileTable = {
  readonly name: string
  readonly dimensions: readonly string[]
  readonly cells: readonly { readonly at: At; readonly value: number | string }[]
}
type Dimensions = Readonly<Record<string, Sums>>
export type TablesFile = {
  readonly profile: string
  readonly release: string
  readonly dimensions: Dimensions
  readonly tables: readonly FileTable[]
  readonly earlier?: readonly {
    readonly release: string
    readonly dimensions: Dimensions
    readonly tables: readonly FileTable[]
  }[]
}

export type Size = {
  readonly authorities: number
  readonly hubs: number
  readonly kinds: number
  readonly ages: number
  /** How many children an authority has in a kind and an age, on average. */
  readonly mean: number
  readonly profile: string
  /** Whether a second footprint takes some authorities of each hub. */
  readonly footprint: boolean
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const names = (what: string, many: number) => Array.from({ length: many }, (_, i) => `${what} ${i + 1}`)

/** One table of areas by kind and age, with every total. */
export const inventTables = (seed: number, size: Size): TablesFile =>
  fileOf(seed, size, { moved: 0, tables: [size.ages > 1 ? ['area', 'kind', 'age'] : ['area', 'kind']] })

/** The same children in areas by kind and in areas by age: linked by the areas' totals. */
export const inventLinked = (seed: number, size: Size): TablesFile =>
  fileOf(seed, size, {
    moved: 0,
    tables: [
      ['area', 'kind'],
      ['area', 'age'],
    ],
  })

/** March's figures published again in June by age too, when the first authorities have moved to another hub. */
export const inventAgain = (
  seed: number,
  size: Size,
  march: Pick<TablesFile, 'dimensions' | 'tables'>,
): TablesFile => ({
  ...fileOf(seed, size, { moved: 1, tables: [['area', 'kind', 'age']] }),
  earlier: [{ release: 'March', dimensions: march.dimensions, tables: march.tables }],
})

type Wanted = { readonly moved: number; readonly tables: readonly (readonly string[])[] }

function fileOf(seed: number, size: Size, { moved, tables }: Wanted): TablesFile {
  const dimensions = dimensionsOf(size, moved)
  const leaves = leavesOf(seed, size)
  return {
    profile: size.profile,
    release: moved > 0 ? 'June' : 'March',
    dimensions,
    tables: tables.map(own => ({
      name: `In care by ${own.join(', ')}`,
      dimensions: own,
      cells: placesOf(own.map(name => [name, categoriesOf(dimensions[name]!)])).map(at => ({
        at,
        value: sumOf(leaves, dimensions, at),
      })),
    })),
  }
}

function dimensionsOf(size: Size, moved: number): Dimensions {
  const areas = names('Authority', size.authorities)
  const hubs = names('Hub', size.hubs)
  const hubOf = (i: number) => (i < moved ? i + 1 : i) % size.hubs
  const footprints = {
    Police: areas.filter((_, i) => i % 3 !== 0),
    Outside: areas.filter((_, i) => i % 3 === 0),
  }
  return {
    area: {
      whole: 'Region',
      sums: {
        Region: hubs,
        ...Object.fromEntries(hubs.map((hub, h) => [hub, areas.filter((_, i) => hubOf(i) === h)])),
        ...(size.footprint ? footprints : {}),
      },
    },
    kind: { sums: { 'All kinds': names('Kind', size.kinds) } },
    age: { sums: { 'All ages': names('Age', size.ages) } },
  }
}

type Leaf = { readonly at: At; readonly value: number }

/** Many small, some large, a tenth none. */
function leavesOf(seed: number, { authorities, kinds, ages, mean }: Size): Leaf[] {
  const draw = chance(seed)
  const all = [
    ['area', names('Authority', authorities)],
    ['kind', names('Kind', kinds)],
    ['age', names('Age', ages)],
  ] as const
  return placesOf(all).map((at, i) => {
    const level = (mean * (0.2 + 1.6 * (i % 5))) / 4
    return { at, value: draw() < 0.1 ? 0 : Math.floor(-Math.log(1 - draw()) * level) }
  })
}

const placesOf = (all: readonly (readonly [string, readonly string[]])[]): At[] =>
  all.reduce<At[]>(
    (places, [name, categories]) => places.flatMap(at => categories.map(each => ({ ...at, [name]: each }))),
    [{}],
  )

const categoriesOf = ({ sums }: Sums): string[] => [
  ...new Set(Object.entries(sums).flatMap(([total, parts]) => [total, ...(parts as string[])])),
]

function sumOf(leaves: readonly Leaf[], dimensions: Dimensions, at: At): number {
  const within = Object.entries(at).map(
    ([name, category]) => [name, new Set(leavesBelow(dimensions[name]!, category))] as const,
  )
  return leaves
    .filter(leaf => within.every(([name, some]) => some.has(leaf.at[name]!)))
    .reduce((sum, { value }) => sum + value, 0)
}

const leavesBelow = (dimension: Sums, category: string): string[] => {
  const parts = dimension.sums[category] as string[] | undefined
  return parts ? parts.flatMap(part => leavesBelow(dimension, part)) : [category]
}

type Sums = {
  readonly whole?: string
  readonly sums: Readonly<Record<string, readonly string[] | readonly string[][]>>
}
type Values = Readonly<Record<string, number | string>>
type Options = { readonly profile?: string; readonly rounding?: Readonly<Record<string, number>> }

/** A table of one dimension, worked by hand. */
export const line = (area: Sums, values: Values, { profile = 'public' }: Options = {}) => ({
  profile,
  dimensions: { area },
  tables: [
    {
      name: 'numbers',
      dimensions: ['area'],
      cells: Object.entries(values).map(([name, value]) => ({ at: { area: name }, value })),
    },
  ],
})

/** Areas A and B, in North, by kind. */
export const grid = (kind: Sums, rows: Readonly<Record<string, Values>>, options: Options = {}) => ({
  profile: options.profile ?? 'public',
  dimensions: {
    area: { whole: 'North', sums: { North: ['A', 'B'] } },
    kind: { ...kind, ...(options.rounding ? { rounding: options.rounding } : {}) },
  },
  tables: [
    {
      name: 'numbers',
      dimensions: ['area', 'kind'],
      cells: Object.entries(rows).flatMap(([area, row]) =>
        Object.entries(row).map(([name, value]) => ({ at: { area, kind: name }, value })),
      ),
    },
  ],
})
