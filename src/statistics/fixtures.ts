/** Invented sets of linked tables: hierarchies, two footprints that overlap, a table beside a table, releases. */

type At = Readonly<Record<string, string>>
type FileCell = { at: At; value: number | string }
type FileTable = { name: string; dimensions: string[]; cells: FileCell[] }
export type TablesFile = {
  profile: string
  release: string
  dimensions: Record<string, { whole?: string; sums: Record<string, string[] | string[][]> }>
  tables: FileTable[]
  earlier: { release: string; tables: FileTable[]; dimensions?: TablesFile['dimensions'] }[]
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
export function inventTables(seed: number, size: Size): TablesFile {
  const draw = chance(seed)
  const areas = names('Authority', size.authorities)
  const hubs = names('Hub', size.hubs)
  const hubOf = (i: number) => i % size.hubs
  const kinds = names('Kind', size.kinds)
  const ages = names('Age', size.ages)
  const sums: Record<string, string[] | string[][]> = {
    Region: hubs,
    ...Object.fromEntries(hubs.map((hub, h) => [hub, areas.filter((_, i) => hubOf(i) === h)])),
  }
  if (size.footprint) {
    const police = areas.filter((_, i) => i % 3 !== 0)
    const outside = areas.filter((_, i) => i % 3 === 0)
    sums.Police = police
    sums.Outside = outside
  }
  const leaves = new Map<string, number>()
  for (const [a, area] of areas.entries())
    for (const [k, kind] of kinds.entries())
      for (const age of ages) {
        const level = (size.mean * (0.2 + 1.6 * ((a * 7 + k * 3) % 5))) / 4
        leaves.set(`${area}|${kind}|${age}`, draw() < 0.1 ? 0 : Math.floor(-Math.log(1 - draw()) * level))
      }
  const within = (area: string): string[] => {
    const parts = sums[area] as string[] | undefined
    return parts ? parts.flatMap(within) : [area]
  }
  const allAreas = [...areas, ...Object.keys(sums)]
  const cells = allAreas.flatMap(area =>
    [...kinds, 'All kinds'].flatMap(kind =>
      (size.ages > 1 ? [...ages, 'All ages'] : ages).map(age => {
        let value = 0
        for (const each of within(area))
          for (const k of kind === 'All kinds' ? kinds : [kind])
            for (const g of age === 'All ages' ? ages : [age]) value += leaves.get(`${each}|${k}|${g}`)!
        return { at: { area, kind, ...(size.ages > 1 ? { age } : {}) }, value }
      }),
    ),
  )
  const dimensions: TablesFile['dimensions'] = {
    area: { whole: 'Region', sums },
    kind: { sums: { 'All kinds': kinds } },
    ...(size.ages > 1 ? { age: { sums: { 'All ages': ages } } } : {}),
  }
  const table = { name: 'In care', dimensions: Object.keys(dimensions), cells }
  return { profile: size.profile, release: 'June', dimensions, tables: [table], earlier: [] }
}
