/** A return in XML as DfE lays it out, every row of its files in it, those that contradict each other too. */

import type { Cells, Sheets } from '#rulebook'
import { type Kind, columnsOf } from '../reading/kind.ts'
import { escaped } from './escaped.ts'

/**
 * One CHILD: a row of Header and what agrees with it. A row that gives another day of birth, or is the second where a
 * child has one, opens another CHILD without the Header's items, so that nothing is lost on the way.
 */
type Part = { readonly child: string; born: string | undefined; readonly rows: Map<Kind, Cells[]> }

/** A child has at most one row of these. */
const single: ReadonlySet<Kind> = new Set(['Header', 'UASC', 'OC2', 'OC3', 'AD1', 'PrevPerm'])
/** Episodes say no day of birth. */
const afterHeader: readonly Kind[] = [
  'UASC',
  'AD1',
  'OC3',
  'Missing',
  'Reviews',
  'PrevPerm',
  'OC2',
  'PlacedAdoption',
  'Episodes',
  'SWEpisodes',
  'DoLo',
]

/** Line by line, a CHILD to a line: a large return need not be held as one text. */
export function* writeXml(sheets: Sheets): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n'
  for (const parts of partsOf(sheets).values()) for (const part of parts) yield `${childElement(part)}\n`
  yield '</EXPSSDA903>\n'
}

function partsOf(sheets: Sheets): Map<string, Part[]> {
  const parts = new Map<string, Part[]>()
  for (const kind of ['Header', ...afterHeader] as const) {
    for (const row of sheets[kind] ?? []) {
      const child = row.CHILD ?? ''
      const own = parts.get(child) ?? []
      parts.set(child, own)
      const born = kind === 'Episodes' ? undefined : (row.DOB ?? '')
      let part = own.find(each => accepts(each, kind, row, born))
      if (!part) own.push((part = { child, born, rows: new Map() }))
      part.born ??= born
      part.rows.set(kind, [...(part.rows.get(kind) ?? []), row])
    }
  }
  return parts
}

function accepts({ born, rows }: Part, kind: Kind, row: Cells, bornInRow: string | undefined): boolean {
  if (born !== undefined && bornInRow !== undefined && born !== bornInRow) return false
  if (single.has(kind) && rows.has(kind)) return false
  const header = rows.get('Header')?.[0]
  return kind !== 'UASC' || header === undefined || (header.SEX ?? '') === (row.SEX ?? '')
}

function childElement({ child, born, rows }: Part): string {
  const header = rows.get('Header')?.[0]
  const asylum = rows.get('UASC')?.[0]
  const items = [
    element('CHILDID', child),
    header ? element('UPN', header.UPN) : '',
    header || asylum ? element('SEX', (header ?? asylum)!.SEX) : '',
    born === undefined ? '' : element('DOB', born),
    header ? element('ETHNIC', header.ETHNIC) : '',
    header || asylum ? element('UASC', asylum ? '1' : '0') : '',
    asylum ? element('DUC', asylum.DUC) : '',
    ...(['AD1', 'OC3'] as const).flatMap(kind => rows.get(kind)?.map(row => itemsOf(kind, row)) ?? []),
    ...elements('AMISSING', 'Missing', rows),
    ...elements('AREVIEW', 'Reviews', rows),
    header ? element('MOTHER', header.MOTHER) + element('MC_DOB', header.MC_DOB) : '',
    ...elements('PERMANENCE', 'PrevPerm', rows),
    ...elements('OC2', 'OC2', rows),
    ...elements('AD_PLACED', 'PlacedAdoption', rows),
  ]
  return [
    `<CHILD><HEADER>${items.join('')}</HEADER>`,
    ...(rows.get('Episodes') ?? []).map(row => `<EPISODE>${episodeItems(row)}</EPISODE>`),
    ...elements('SWEPISODE', 'SWEpisodes', rows),
    ...elements('DOLO', 'DoLo', rows),
    '</CHILD>',
  ].join('')
}

const elements = (name: string, kind: Kind, rows: Part['rows']): string[] =>
  (rows.get(kind) ?? []).map(row => `<${name}>${itemsOf(kind, row)}</${name}>`)

const itemsOf = (kind: Kind, row: Cells): string =>
  columnsOf(kind)
    .filter(column => column !== 'CHILD' && column !== 'DOB')
    .map(column => element(column, row[column]))
    .join('')

/** In the schema's own order, in which the placement's type is PL. */
const episodeItems = (row: Cells): string =>
  [
    ...['DECOM', 'RNE', 'LS', 'CIN'].map(column => element(column, row[column])),
    element('PL', row.PLACE),
    ...['PL_POST', 'HOME_POST', 'URN', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE'].map(column =>
      element(column, row[column]),
    ),
  ].join('')

const element = (name: string, text: string | null | undefined): string =>
  text ? `<${name}>${escaped(text)}</${name}>` : `<${name}/>`
