/** One row of Ofsted's published monthly list of children's social care providers, read into facts or a problem. */

import { type PlainDate, parseDate } from '#shared/dates'
import type { HomeKind, Judgement, Sector } from './home.ts'

/** What the list says of a home. It withholds the names and addresses of most; those come from whoever runs it. */
export type Listed = {
  readonly urn: string
  readonly kind: HomeKind
  readonly name: string | null
  readonly sector: Sector
  readonly isActive: boolean
  readonly registeredPlaces: number
  readonly localAuthority: string
  readonly postcode: string | null
  readonly judgement: Judgement
  readonly inspectedOn: PlainDate | null
  readonly organisationName: string | null
  readonly organisationUrn: string | null
}
export type RowProblem = { readonly row: number; readonly message: string }
type Row = Readonly<Record<string, string>>

/** Ofsted renames its columns from month to month, so each is known by several names, in letters only. */
const names = {
  urn: ['urn', 'settingurn', 'providerurn'],
  kind: ['provisiontype', 'providertype', 'provision'],
  status: ['registrationstatus', 'status'],
  name: ['settingname', 'providername', 'name'],
  sector: ['sector', 'ownershiptype', 'ownership'],
  places: ['places', 'maximumusers', 'registeredplaces', 'numberofplaces', 'maxusers'],
  localAuthority: ['localauthority', 'localauthorityname', 'la'],
  postcode: ['postcode', 'settingpostcode'],
  judgement: [
    'overallexperiencesandprogressofchildrenandyoungpeople',
    'overallexperiencesandprogress',
    'overalleffectiveness',
    'latestoveralleffectiveness',
  ],
  inspectedOn: ['lastinspectiondate', 'latestfullinspectiondate', 'inspectiondate', 'latestinspectiondate'],
  organisationName: ['organisationname', 'organisationwhichownstheprovider', 'ownername', 'owner'],
  organisationUrn: ['organisationurn', 'organisationreference', 'ownerurn'],
} as const
type Column = keyof typeof names
export type Columns = Readonly<Partial<Record<Column, string>>>

const needed: readonly [Column, string][] = [
  ['urn', 'URN'],
  ['kind', 'provision type'],
  ['status', 'registration status'],
  ['places', 'places'],
  ['localAuthority', 'local authority'],
]

/** The heading of each column we use, or a sentence for each one missing: the file is then not Ofsted's list. */
export function recognise(headings: readonly string[]): Columns | readonly string[] {
  const found: Partial<Record<Column, string>> = {}
  for (const column of Object.keys(names) as Column[]) {
    const heading = headings.find(each => (names[column] as readonly string[]).includes(lettersOf(each)))
    if (heading !== undefined) found[column] = heading
  }
  const missing = needed.filter(([column]) => found[column] === undefined)
  return missing.length === 0 ? found : missing.map(([, says]) => `The file has no column for ${says}`)
}

/** `null` for a kind of provision where no child lives, such as a fostering agency's office. */
export function readRow(row: Row, columns: Columns, number: number): Listed | RowProblem | null {
  const cell = (column: Column) => (columns[column] === undefined ? '' : (row[columns[column]] ?? '').trim())
  const problem = (message: string): RowProblem => ({ row: number, message })

  const urn = cell('urn').toUpperCase()
  if (!/^(SC\d{6}|\d{7})$/.test(urn)) {
    return problem(`URN must be SC and 6 digits, or 7 digits, not “${cell('urn')}”`)
  }
  const kind = kindOf(cell('kind'))
  if (kind === undefined) return problem(`Provision type “${cell('kind')}” is not one we know`)
  if (kind === null) return null
  if (!/^\d{1,4}$/.test(cell('places'))) return problem('Places must be a whole number')
  const inspectedOn = dateFrom(cell('inspectedOn'))
  if (inspectedOn === undefined) return problem(`“${cell('inspectedOn')}” is not a date of inspection`)
  const judgement = judgementOf(cell('judgement'))
  if (judgement === undefined) return problem(`“${cell('judgement')}” is not a judgement Ofsted gives`)

  return {
    urn,
    kind,
    name: cell('name') || null,
    sector: sectorOf(cell('sector')),
    isActive: /^active/i.test(cell('status')),
    registeredPlaces: Number(cell('places')),
    localAuthority: cell('localAuthority'),
    postcode: cell('postcode').toUpperCase() || null,
    judgement,
    inspectedOn,
    organisationName: cell('organisationName') || null,
    organisationUrn: cell('organisationUrn') || null,
  }
}

export const isProblem = (read: Listed | RowProblem): read is RowProblem => 'message' in read

const lettersOf = (heading: string) => heading.toLowerCase().replace(/[^a-z]/g, '')

function kindOf(text: string): HomeKind | null | undefined {
  const words = lettersOf(text)
  if (words.includes('secure')) return 'secure-home'
  if (words.includes('supportedaccommodation')) return 'supported-accommodation'
  if (words.includes('specialschool') || words.includes('boardingschool')) return 'residential-school'
  if (words.startsWith('childrenshome')) return 'childrens-home'
  if (/agency|adoptionsupport|familycentre|holidayscheme|collegewithresidential/.test(words)) return null
  return undefined
}

function sectorOf(text: string): Sector {
  const words = lettersOf(text)
  if (words.includes('localauthority')) return 'local-authority'
  if (words.includes('voluntary') || words.includes('charit')) return 'voluntary'
  if (words.includes('health') || words.includes('nhs')) return 'health'
  return 'private'
}

const judgementsByWord: Readonly<Record<string, Judgement>> = {
  outstanding: 'outstanding',
  good: 'good',
  requiresimprovementtobegood: 'requires-improvement',
  requiresimprovement: 'requires-improvement',
  inadequate: 'inadequate',
  notyetinspected: 'not-yet-inspected',
  notjudged: 'not-yet-inspected',
  null: 'not-yet-inspected',
  '': 'not-yet-inspected',
}
const judgementOf = (text: string): Judgement | undefined => judgementsByWord[lettersOf(text)]

/** `undefined` if it is not a date, `null` if there is none. */
function dateFrom(text: string): PlainDate | null | undefined {
  if (text === '' || text.toUpperCase() === 'NULL') return null
  const [, dayOf, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (year === undefined) return parseDate(text.slice(0, 10))
  return parseDate(`${year}-${month!.padStart(2, '0')}-${dayOf!.padStart(2, '0')}`)
}
