/** A return in XML, read into the same rows as its CSV files: EXPSSDA903 > CHILD > HEADER and EPISODE. DfE, CLA.xsd. */

import { SaxesParser } from 'saxes'
import type { Cells } from '#rulebook'
import { type Kind, columnsOf } from './kind.ts'

export type XmlTable = { readonly kind: Kind; readonly rows: Cells[]; readonly lines: number[] }

export const isXml = (text: string): boolean => /^\s*</.test(text)

/** One level of the file: what stands in it, and in what is within it. */
type Element = { readonly name: string; text: string; readonly within: Element[]; line: number }

/** The return has four levels; more is another file, or somebody's mischief. */
const deepest = 8

/** What can be in one file: those that the main schema has are there, with no rows if nobody has any. */
const inMainSchema: readonly Kind[] = [
  'Header',
  'Episodes',
  'Reviews',
  'UASC',
  'OC2',
  'OC3',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
]

/** Costs one pass. Declarations of types and entities are refused: a return has none, and they can be made to grow. */
export function readXml(text: string): XmlTable[] | { readonly problem: string } {
  const tables = new Map<Kind, XmlTable>(inMainSchema.map(kind => [kind, { kind, rows: [], lines: [] }]))
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new Refused(
      'It declares a document type (DOCTYPE), which a return never does. Take the declaration away.',
    )
  })
  parser.on('error', fault => {
    throw new Refused(`It is not well-formed XML: ${fault.message}. Export it again from the case system.`)
  })
  parser.on('opentag', ({ name }) => {
    if (open.length === 0 && name !== 'EXPSSDA903') {
      throw new Refused(`It begins with ${name}, where a return begins with EXPSSDA903.`)
    }
    if (open.length >= deepest)
      throw new Refused(`It has more than ${deepest} levels, where a return has four.`)
    open.push({ name, text: '', within: [], line: parser.line })
  })
  parser.on('text', part => {
    const element = open.at(-1)
    if (element) element.text += part
  })
  parser.on('cdata', part => void (open.at(-1)!.text += part))
  parser.on('closetag', () => {
    const element = open.pop()!
    element.line = parser.line
    if (element.name === 'CHILD' && open.length === 1) keepChild(element, tables)
    else if (open.length > 1) open.at(-1)!.within.push(element)
  })
  try {
    parser.write(text).close()
  } catch (fault) {
    if (fault instanceof Refused) return { problem: fault.message }
    throw fault
  }
  return [...tables.values()]
}

class Refused extends Error {}

/** What each element within HEADER, or beside it, is a row of. */
const kindOf: Readonly<Record<string, Kind>> = {
  EPISODE: 'Episodes',
  AREVIEW: 'Reviews',
  AMISSING: 'Missing',
  PERMANENCE: 'PrevPerm',
  OC2: 'OC2',
  AD_PLACED: 'PlacedAdoption',
}
/** Rows without an element of their own: their items stand in HEADER. */
const flat: readonly Kind[] = ['AD1', 'OC3']

function keepChild(child: Element, tables: Map<Kind, XmlTable>): void {
  const header = child.within.find(({ name }) => name === 'HEADER')
  const facts = cellsOf(header?.within ?? [])
  const whose = { CHILD: facts.CHILDID ?? '', DOB: facts.DOB ?? '' }
  const keep = (kind: Kind, cells: Cells, line: number) => {
    const table = tables.get(kind) ?? { kind, rows: [], lines: [] }
    tables.set(kind, table)
    table.rows.push(cells)
    table.lines.push(line)
  }

  const line = header?.line ?? child.line
  if (facts.ETHNIC !== undefined || facts.UPN !== undefined) {
    keep('Header', { ...only('Header', facts), ...whose, UASC: facts.UASC ?? '' }, line)
  }
  if (facts.UASC === '1' || facts.DUC) keep('UASC', { ...only('UASC', facts), ...whose }, line)
  for (const kind of flat) if (hasAny(kind, facts)) keep(kind, { ...only(kind, facts), ...whose }, line)
  for (const element of [...(header?.within ?? []), ...child.within]) {
    const cells = cellsOf(element.within)
    const kind = kindOf[element.name] ?? yearly(cells)
    if (!kind || element === header) continue
    const row = kind === 'Episodes' ? { ...cells, PLACE: cells.PL ?? cells.PLACE ?? '' } : cells
    if (hasAny(kind, row)) keep(kind, { ...only(kind, row), ...whose }, element.line)
  }
}

/** The files of later years are known by what is in them, for authorities call them differently. */
const yearly = (cells: Cells): Kind | undefined =>
  cells.SW_ID !== undefined || cells.SW_DECOM !== undefined
    ? 'SWEpisodes'
    : cells.DOLO_START !== undefined
      ? 'DoLo'
      : undefined

function cellsOf(elements: readonly Element[]): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const { name, text, within } of elements) {
    if (within.length === 0) cells[name] ??= text.trim().toUpperCase()
  }
  return cells
}

const only = (kind: Kind, cells: Cells): Record<string, string> =>
  Object.fromEntries(columnsOf(kind).map(column => [column, cells[column] ?? '']))

const hasAny = (kind: Kind, cells: Cells): boolean =>
  columnsOf(kind).some(column => column !== 'CHILD' && column !== 'DOB' && cells[column])
