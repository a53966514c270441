/** Which columns of a row must be there for it to say anything, and what the others are taken for. */

import type { Kind } from '#filing'

/** Without these a row says nothing. DfE, SSDA903 rules 102, 141, 143-146, 166, 167 and their like. */
const needed: Readonly<Record<Kind, readonly string[]>> = {
  Header: ['DOB'],
  Episodes: ['DECOM', 'RNE', 'LS', 'CIN', 'PLACE'],
  Reviews: ['REVIEW', 'REVIEW_CODE'],
  UASC: ['DOB'],
  OC2: ['DOB'],
  OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
  AD1: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  PlacedAdoption: ['DATE_PLACED'],
  PrevPerm: ['PREV_PERM'],
  Missing: ['MISSING', 'MIS_START'],
  SWEpisodes: ['SW_ID', 'SW_DECOM'],
  DoLo: ['DOLO_START'],
}

/** What is asked for too, but whose absence leaves the rest of the row true, and what we then take it to be. */
const wanted: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  Header: { SEX: 'U, not known', ETHNIC: 'NOBT, not yet obtained', UPN: 'not known' },
  Episodes: { PLACE_PROVIDER: 'not known' },
}

export const isNeeded = (kind: Kind, column: string): boolean =>
  column === 'CHILD' || needed[kind].includes(column)
export const takenFor = (kind: Kind, column: string): string | undefined => wanted[kind]?.[column]
