/** What a return tells of a child besides who they are and their stays: which table keeps it, and in which words. */

import type { ReturnFileName } from '#reference'
import type { ChildId } from './child.ts'

/** The files of the return that have a table of their own. */
export type ToldKind = Exclude<ReturnFileName, 'Header' | 'Episodes' | 'UASC'>

/** A row by the return's own columns: dates in ISO, all else as the return writes it, null where blank. */
export type ToldValues = Readonly<Record<string, string | null>>
export type ToldRow = {
  readonly child: ChildId
  /** The collection year of the return that told it. */
  readonly year: number
  readonly values: ToldValues
}
export type ToldRows = { readonly [K in ToldKind]?: readonly ToldRow[] }

export type Keeping = {
  readonly kind: ToldKind
  /** In the schema of children. */
  readonly table: string
  readonly columns: readonly Kept[]
  /** A stretch of time, which goes on from year to year until it ends. */
  readonly goesOn?: true
}
type Kept = { readonly column: string; readonly of: string; readonly type: 'date' | 'text' }

const text = (column: string, of: string): Kept => ({ column, of, type: 'text' })
const date = (column: string, of: string): Kept => ({ column, of, type: 'date' })

/** In the order of the return. `column` is the table's, `of` the return's. */
export const keepings: readonly Keeping[] = [
  {
    kind: 'Reviews',
    table: 'review',
    columns: [date('reviewed_on', 'REVIEW'), text('participation', 'REVIEW_CODE')],
  },
  {
    kind: 'OC2',
    table: 'health',
    columns: [
      text('sdq_score', 'SDQ_SCORE'),
      text('sdq_reason', 'SDQ_REASON'),
      text('convicted', 'CONVICTED'),
      text('health_check', 'HEALTH_CHECK'),
      text('immunisations', 'IMMUNISATIONS'),
      text('teeth_check', 'TEETH_CHECK'),
      text('health_assessment', 'HEALTH_ASSESSMENT'),
      text('substance_misuse', 'SUBSTANCE_MISUSE'),
      text('intervention_received', 'INTERVENTION_RECEIVED'),
      text('intervention_offered', 'INTERVENTION_OFFERED'),
    ],
  },
  {
    kind: 'OC3',
    table: 'care_leaver',
    columns: [text('in_touch', 'IN_TOUCH'), text('activity', 'ACTIV'), text('accommodation', 'ACCOM')],
  },
  {
    kind: 'AD1',
    table: 'adoption',
    columns: [
      date('interests_decided_on', 'DATE_INT'),
      date('matched_on', 'DATE_MATCH'),
      text('by_foster_carer', 'FOSTER_CARE'),
      text('adopters', 'NB_ADOPTR'),
      text('adopters_sex', 'SEX_ADOPTR'),
      text('adopters_status', 'LS_ADOPTR'),
    ],
  },
  {
    kind: 'PlacedAdoption',
    table: 'adoption_decision',
    columns: [
      date('decided_on', 'DATE_PLACED'),
      date('ceased_on', 'DATE_PLACED_CEASED'),
      text('cease_reason', 'REASON_PLACED_CEASED'),
    ],
  },
  {
    kind: 'PrevPerm',
    table: 'previous_permanence',
    columns: [text('permanence', 'PREV_PERM'), text('granted_in', 'LA_PERM'), text('granted', 'DATE_PERM')],
  },
  {
    kind: 'Missing',
    table: 'absence',
    goesOn: true,
    columns: [text('kind', 'MISSING'), date('started_on', 'MIS_START'), date('ended_on', 'MIS_END')],
  },
  {
    kind: 'SWEpisodes',
    table: 'social_worker',
    goesOn: true,
    columns: [
      text('worker', 'SW_ID'),
      date('started_on', 'SW_DECOM'),
      date('ended_on', 'SW_DEC'),
      text('reason', 'SW_REASON'),
    ],
  },
  {
    kind: 'DoLo',
    table: 'liberty_order',
    goesOn: true,
    columns: [date('started_on', 'DOLO_START'), date('ended_on', 'DOLO_END')],
  },
]
