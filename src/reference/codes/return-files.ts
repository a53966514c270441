/** The twelve files of the SSDA903 return, their columns in DfE's order and the codes these hold. */

import { absences } from './absence.ts'
import {
  adopterNumbers,
  adopterSexes,
  adopterStatuses,
  adoptionStops,
  previousPermanences,
} from './adoption.ts'
import { careLeaverActivities, careLeaverHomes, careLeaverTouches } from './care-leaver.ts'
import { changeReasons } from './change-reason.ts'
import type { CodeSet } from './code-set.ts'
import { endReasons } from './end-reason.ts'
import { episodeReasons } from './episode-reason.ts'
import { ethnicities } from './ethnicity.ts'
import { legalStatuses } from './legal-status.ts'
import { categoriesOfNeed } from './need.ts'
import { placementProviders } from './placement-provider.ts'
import { placementTypes } from './placement-type.ts'
import { reviewParticipations } from './review.ts'
import { sexes } from './sex.ts'
import { socialWorkerChanges } from './social-worker-change.ts'
import { wellbeingGaps } from './wellbeing.ts'
import { yesOrNo } from './yes-or-no.ts'

export type ReturnFile = {
  readonly name: string
  readonly columns: readonly string[]
  /** The first collection year: 2024 is April 2023 to March 2024. */
  readonly from?: number
}

/** A file is recognised by its set of columns, never by the name an authority gave it. */
export const returnFiles = [
  { name: 'Header', columns: words('CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB') },
  {
    name: 'Episodes',
    columns: words(
      'CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN',
    ),
  },
  { name: 'Reviews', columns: words('CHILD DOB REVIEW REVIEW_CODE') },
  { name: 'UASC', columns: words('CHILD SEX DOB DUC') },
  {
    name: 'OC2',
    columns: words(
      'CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT ' +
        'SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
    ),
  },
  { name: 'OC3', columns: words('CHILD DOB IN_TOUCH ACTIV ACCOM') },
  {
    name: 'AD1',
    columns: words('CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'),
  },
  {
    name: 'PlacedAdoption',
    columns: words('CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED'),
  },
  { name: 'PrevPerm', columns: words('CHILD DOB PREV_PERM LA_PERM DATE_PERM') },
  { name: 'Missing', columns: words('CHILD DOB MISSING MIS_START MIS_END') },
  { name: 'SWEpisodes', columns: words('CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON'), from: 2024 },
  { name: 'DoLo', columns: words('CHILD DOB DOLO_START DOLO_END'), from: 2027 },
] as const satisfies readonly ReturnFile[]

export type ReturnFileName = (typeof returnFiles)[number]['name']

/** Which codes a column may hold. Columns of dates, postcodes, numbers and names are not here. */
export const codeSetOfColumn: Readonly<Record<string, CodeSet>> = {
  SEX: sexes,
  ETHNIC: ethnicities,
  MOTHER: yesOrNo,
  RNE: episodeReasons,
  LS: legalStatuses,
  CIN: categoriesOfNeed,
  PLACE: placementTypes,
  PLACE_PROVIDER: placementProviders,
  REC: endReasons,
  REASON_PLACE_CHANGE: changeReasons,
  REVIEW_CODE: reviewParticipations,
  SDQ_REASON: wellbeingGaps,
  CONVICTED: yesOrNo,
  HEALTH_CHECK: yesOrNo,
  IMMUNISATIONS: yesOrNo,
  TEETH_CHECK: yesOrNo,
  HEALTH_ASSESSMENT: yesOrNo,
  SUBSTANCE_MISUSE: yesOrNo,
  INTERVENTION_RECEIVED: yesOrNo,
  INTERVENTION_OFFERED: yesOrNo,
  IN_TOUCH: careLeaverTouches,
  ACTIV: careLeaverActivities,
  ACCOM: careLeaverHomes,
  FOSTER_CARE: yesOrNo,
  NB_ADOPTR: adopterNumbers,
  SEX_ADOPTR: adopterSexes,
  LS_ADOPTR: adopterStatuses,
  REASON_PLACED_CEASED: adoptionStops,
  PREV_PERM: previousPermanences,
  MISSING: absences,
  SW_REASON: socialWorkerChanges,
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
