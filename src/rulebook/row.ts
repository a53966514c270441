/** A row of each file of the return, as the rules read it: blank is null, and dates are days. */

import type { ReturnFileName } from '#reference'
import type { Day } from '#shared/days'

export type Kind = ReturnFileName

type Dates = {
  Header: 'DOB' | 'MC_DOB'
  Episodes: 'DECOM' | 'DEC'
  Reviews: 'DOB' | 'REVIEW'
  UASC: 'DOB' | 'DUC'
  OC2: 'DOB'
  OC3: 'DOB'
  AD1: 'DOB' | 'DATE_INT' | 'DATE_MATCH'
  PlacedAdoption: 'DOB' | 'DATE_PLACED' | 'DATE_PLACED_CEASED'
  PrevPerm: 'DOB'
  Missing: 'DOB' | 'MIS_START' | 'MIS_END'
  SWEpisodes: 'DOB' | 'SW_DECOM' | 'SW_DEC'
  DoLo: 'DOB' | 'DOLO_START' | 'DOLO_END'
}

/** UASC, PL_LA and PL_LOCATION are not of the file: they are worked out from the rest. */
type Texts = {
  Header: 'SEX' | 'ETHNIC' | 'UPN' | 'MOTHER' | 'UASC'
  Episodes:
    | 'RNE'
    | 'LS'
    | 'CIN'
    | 'PLACE'
    | 'PLACE_PROVIDER'
    | 'REC'
    | 'REASON_PLACE_CHANGE'
    | 'HOME_POST'
    | 'PL_POST'
    | 'URN'
    | 'PL_LA'
    | 'PL_LOCATION'
  Reviews: 'REVIEW_CODE'
  UASC: 'SEX'
  OC2:
    | 'SDQ_SCORE'
    | 'SDQ_REASON'
    | 'CONVICTED'
    | 'HEALTH_CHECK'
    | 'IMMUNISATIONS'
    | 'TEETH_CHECK'
    | 'HEALTH_ASSESSMENT'
    | 'SUBSTANCE_MISUSE'
    | 'INTERVENTION_RECEIVED'
    | 'INTERVENTION_OFFERED'
  OC3: 'IN_TOUCH' | 'ACTIV' | 'ACCOM'
  AD1: 'FOSTER_CARE' | 'NB_ADOPTR' | 'SEX_ADOPTR' | 'LS_ADOPTR'
  PlacedAdoption: 'REASON_PLACED_CEASED'
  PrevPerm: 'PREV_PERM' | 'LA_PERM' | 'DATE_PERM'
  Missing: 'MISSING'
  SWEpisodes: 'SW_ID' | 'SW_REASON'
  DoLo: never
}

/** Miles between HOME_POST and PL_POST, to one tenth; worked out, like PL_LA. */
type Distance<K extends Kind> = K extends 'Episodes' ? { readonly PL_DISTANCE: number | null } : unknown

export type RowOf<K extends Kind> = {
  /** The row's place in its file, the first being 0. */
  readonly at: number
  /** Blank where the file has none. */
  readonly CHILD: string
  /** The columns of dates as they were written: what is not a date has a word here and no day there. */
  readonly written: { readonly [C in Dates[K]]: string | null }
} & { readonly [C in Dates[K]]: Day | null } & { readonly [C in Texts[K]]: string | null } & Distance<K>

export type Header = RowOf<'Header'>
export type Episode = RowOf<'Episodes'>

export const dateColumns: Readonly<Record<Kind, readonly string[]>> = {
  Header: ['DOB', 'MC_DOB'],
  Episodes: ['DECOM', 'DEC'],
  Reviews: ['DOB', 'REVIEW'],
  UASC: ['DOB', 'DUC'],
  OC2: ['DOB'],
  OC3: ['DOB'],
  AD1: ['DOB', 'DATE_INT', 'DATE_MATCH'],
  PlacedAdoption: ['DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED'],
  PrevPerm: ['DOB'],
  Missing: ['DOB', 'MIS_START', 'MIS_END'],
  SWEpisodes: ['DOB', 'SW_DECOM', 'SW_DEC'],
  DoLo: ['DOB', 'DOLO_START', 'DOLO_END'],
}

/** Columns that are worked out, in the words of the return's own guide. */
export const derivedColumns: Partial<Record<Kind, readonly string[]>> = {
  Header: ['UASC'],
  Episodes: ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
}
