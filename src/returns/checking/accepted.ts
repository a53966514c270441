/** What a usable row says, in the words of the children's record rather than of the return. */

import type { PlainDate } from '#shared/dates'
import type { Values } from './row-rules.ts'

export type Sex = 'M' | 'F' | 'U'

/** A child as the return tells it. Names are not in the return. `asylum` is null where no UASC file was loaded. */
export type ReturnChild = {
  readonly child: string // CHILD: the authority's own number
  readonly sex: Sex
  readonly born: PlainDate
  readonly ethnicity: string
  readonly upn: string | null
  readonly mother: boolean | null
  readonly childBorn: PlainDate | null // of a mother's own child
  readonly asylum: { readonly seeks: boolean; readonly until: PlainDate | null } | null
}

/** Half-open: the next episode begins on the day this one ends. */
export type ReturnEpisode = {
  readonly child: string
  readonly startedOn: PlainDate
  readonly reasonNew: string
  readonly legalStatus: string
  readonly needCode: string
  readonly placeCode: string
  readonly providerCode: string | null
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
  readonly changeReason: string | null
  readonly homePostcode: string | null
  readonly placementPostcode: string | null
  readonly urn: string | null
}

/** SEX was 1 and 2 to 2023-24, and M, F and U since; a sex not known is U in either. */
const sexes: Readonly<Record<string, Sex>> = { '1': 'M', '2': 'F', M: 'M', F: 'F' }

export const toChild = (values: Values): ReturnChild => ({
  child: values['CHILD']!,
  sex: sexes[values['SEX'] ?? ''] ?? 'U',
  born: values['DOB'] as PlainDate,
  ethnicity: values['ETHNIC'] ?? 'NOBT',
  upn: values['UPN'] ?? null,
  mother: values['MOTHER'] == null ? null : values['MOTHER'] === '1',
  childBorn: (values['MC_DOB'] ?? null) as PlainDate | null,
  asylum: null,
})

export const toEpisode = (values: Values): ReturnEpisode => ({
  child: values['CHILD']!,
  startedOn: values['DECOM'] as PlainDate,
  reasonNew: values['RNE']!,
  legalStatus: values['LS']!,
  needCode: values['CIN']!,
  placeCode: values['PLACE']!,
  providerCode: values['PLACE_PROVIDER'] ?? null,
  endedOn: (values['DEC'] ?? null) as PlainDate | null,
  endReason: values['REC'] ?? null,
  changeReason: values['REASON_PLACE_CHANGE'] ?? null,
  homePostcode: values['HOME_POST'] ?? null,
  placementPostcode: values['PL_POST'] ?? null,
  urn: values['URN'] ?? null,
})
