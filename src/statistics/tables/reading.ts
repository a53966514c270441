/** Reads a file of tables, or says in a sentence what is wrong and where. */

import { dimensionsFrom, makingOf } from './dimensions.ts'
import { refuseMissing } from './missing.ts'
import { type Profile, profiles } from './profile.ts'
import type { Cell, Dimension, Link, Publication, Release, Table } from './publication.ts'
import {
  type DimensionShape,
  type ReferenceShape,
  type Shape,
  type TableShape,
  publicationShape,
} from './shape.ts'
import { Unreadable } from './unreadable.ts'

/** Throws `Unreadable` with the path in the file. */
export function readPublication(raw: unknown): Publication {
  const parsed = publicationShape.safeParse(raw)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new Unreadable(pathText(path), message)
  }
  const given = parsed.data
  const profile = profileFrom(given.profile)
  const figureOf = naming()
  const reader: Reader = { profile, figureOf }
  const release = releaseFrom(
    reader,
    { name: given.release, dimensions: given.dimensions, tables: given.tables },
    '',
  )
  const earlier = given.earlier.map((each, i) =>
    releaseFrom(
      reader,
      { name: each.release, dimensions: each.dimensions ?? given.dimensions, tables: each.tables },
      `earlier[${i}].`,
    ),
  )
  refuseTwins([release, ...earlier])
  refuseMissing({ profile, release, earlier, figureOf })
  const links = given.links.map((link, i) => linkFrom([release, ...earlier], link, `links[${i}]`))
  return { profile, release, earlier, links, figureOf }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

function profileFrom(given: Shape['profile']): Profile {
  if (typeof given === 'string') return profiles.find(({ name }) => name === given)!
  const { like, ...changes } = given
  const said = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...profiles.find(({ name }) => name === like)!, ...Object.fromEntries(said) }
}

type FigureOf = Publication['figureOf']
type Reader = { readonly profile: Profile; readonly figureOf: FigureOf }
type ReleaseShape = Pick<Shape, 'dimensions' | 'tables'> & { readonly name: string }

function releaseFrom(
  reader: Reader,
  { name, dimensions: given, tables }: ReleaseShape,
  path: string,
): Release {
  const dimensions = dimensionsFrom(given, `${path}dimensions`)
  const bare: Release = { name, dimensions, tables: [] }
  const read = tables.map((table, i) => tableFrom(reader, bare, [given, table, `${path}tables[${i}]`]))
  const names = read.map(table => table.name)
  const twice = names.findIndex((each, i) => names.indexOf(each) !== i)
  if (twice >= 0)
    throw new Unreadable(`${path}tables[${twice}].name`, `There is another table "${names[twice]}"`)
  // The same dimensions, so that `figureOf` knows them again.
  return Object.assign(bare, { tables: read })
}

type Given = readonly [dimensions: Shape['dimensions'], table: TableShape, path: string]

function tableFrom({ profile, figureOf }: Reader, release: Release, [given, table, path]: Given): Table {
  const unknown = table.dimensions.find(name => !(name in given))
  if (unknown !== undefined)
    throw new Unreadable(`${path}.dimensions`, `"${unknown}" is not among the file's "dimensions"`)
  const measure = table.measure ?? (table.of === 'count' ? 'children' : 'cost')
  const seen = new Map<string, string>()
  const usual = table.rounding ?? (table.of === 'count' ? profile.rounding : 1)
  const cells = table.cells.map((cell, i): Cell => {
    const own = `${path}.cells[${i}]`
    const at = placed(release.dimensions, table, cell.at, own)
    const name = table.dimensions.map(dimension => at[dimension]).join(' | ')
    const before = seen.get(name)
    if (before) throw new Unreadable(own, `"${name}" is given twice; it also stands at ${before}`)
    seen.set(name, own)
    const rounding = cell.rounding ?? Math.max(usual, ...roundings(given, at))
    if (cell.value === 'k' && rounding === 1)
      throw new Unreadable(
        `${own}.value`,
        '"k" means that a figure rounds to zero, and this table is not rounded',
      )
    const { value, providers, contributions } = cell
    const figure = figureOf(release, measure, at)
    return {
      name,
      at,
      figure,
      value,
      rounding,
      path: own,
      ...(providers === undefined ? {} : { providers }),
      ...(contributions === undefined ? {} : { contributions }),
    }
  })
  return { name: table.name, of: table.of, measure, dimensions: table.dimensions, cells }
}

const roundings = (given: Readonly<Record<string, DimensionShape>>, at: Cell['at']): number[] =>
  Object.entries(at).map(([dimension, category]) => given[dimension]?.rounding[category] ?? 1)

/** The category in each dimension, the whole where the table does not divide by it. */
function placed(all: readonly Dimension[], table: TableShape, at: Cell['at'], path: string): Cell['at'] {
  const known = Object.keys(at)
  const extra = known.find(name => !table.dimensions.includes(name))
  if (extra !== undefined)
    throw new Unreadable(`${path}.at`, `"${extra}" is not among the table's "dimensions"`)
  const missing = table.dimensions.find(name => at[name] === undefined)
  if (missing !== undefined) throw new Unreadable(`${path}.at`, `Say the category in "${missing}"`)
  const wholes = all.flatMap(({ name, whole }) => (whole === undefined ? [] : [[name, whole] as const]))
  return { ...Object.fromEntries(wholes), ...at }
}

/** Names each figure by its measure and by what its categories are made of, shortly. */
function naming(): FigureOf {
  const makings = new Map<Dimension, (category: string) => string>()
  const short = new Map<string, number>()
  const names = new Map<Dimension, Map<string, string>>()
  const named = (dimension: Dimension, category: string): string => {
    const held = names.get(dimension) ?? new Map<string, string>()
    names.set(dimension, held)
    const known = held.get(category)
    if (known !== undefined) return known
    const making = makings.get(dimension) ?? makingOf(dimension)
    makings.set(dimension, making)
    const key = `${dimension.name} ${making(category)}`
    if (!short.has(key)) short.set(key, short.size)
    const name = String(short.get(key)!)
    held.set(category, name)
    return name
  }
  return ({ dimensions }, measure, at) => {
    const places = dimensions.flatMap(dimension => {
      const category = at[dimension.name]
      if (category === undefined) return []
      const name = named(dimension, category)
      return dimension.whole !== undefined && name === named(dimension, dimension.whole) ? [] : [name]
    })
    return [measure, ...places.sort()].join(' ')
  }
}

/** One measure is either counted or an amount. */
function refuseTwins(releases: readonly Release[]): void {
  const kinds = new Map<string, Table>()
  for (const table of releases.flatMap(({ tables }) => tables)) {
    const other = kinds.get(table.measure)
    if (other && other.of !== table.of)
      throw new Unreadable('tables', `"${table.measure}" is a count in one table and an amount in another`)
    kinds.set(table.measure, table)
  }
}

function linkFrom(releases: readonly Release[], link: Shape['links'][number], path: string): Link {
  const figure = ({ release: name, table: tableName, at }: ReferenceShape, own: string): string => {
    const release = name === undefined ? releases[0]! : releases.find(each => each.name === name)
    if (!release) throw new Unreadable(`${own}.release`, `There is no release "${name}"`)
    const table = release.tables.find(each => each.name === tableName)
    if (!table) throw new Unreadable(`${own}.table`, `There is no table "${tableName}" in ${release.name}`)
    const wanted = table.dimensions.map(dimension => at[dimension]).join(' | ')
    const cell = table.cells.find(each => each.name === wanted)
    if (!cell) throw new Unreadable(`${own}.at`, `There is no cell "${wanted}" in "${tableName}"`)
    return cell.figure
  }
  return {
    total: figure(link.total, `${path}.total`),
    parts: link.parts.map((part, i) => figure(part, `${path}.parts[${i}]`)),
    path,
  }
}
