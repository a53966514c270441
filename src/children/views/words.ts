/** A child's codes and figures in words. */

import {
  type CodeSet,
  careNeeds,
  changeReasons,
  endReasons,
  episodeReasons,
  ethnicities,
  labelOf,
  legalStatuses,
  placementProviders,
  placementTypes,
  sexes,
} from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import type { Pence } from '#shared/money'
import { educationStages } from '../assessment.ts'

const labelled = (set: CodeSet) => (code: string | null | undefined) => (code ? labelOf(set, code) : null)

export const says = {
  sex: labelled(sexes),
  ethnicity: labelled(ethnicities),
  legalStatus: labelled(legalStatuses),
  place: labelled(placementTypes),
  provider: labelled(placementProviders),
  endReason: labelled(endReasons),
  changeReason: labelled(changeReasons),
  episodeReason: labelled(episodeReasons),
  need: labelled(careNeeds),
  stage: labelled(educationStages),
}

export const miles = (distance: number | null | undefined) =>
  distance === null || distance === undefined
    ? null
    : `${distance.toLocaleString('en-GB')} ${distance === 1 ? 'mile' : 'miles'}`

export const aWeek = (fee: Pence | null | undefined) => {
  const said = pounds(fee)
  return said && `${said} a week`
}

/** Made once: to make one for each row took a third of a page's time. */
const wholePounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

export const pounds = (fee: Pence | null | undefined) =>
  fee === null || fee === undefined ? null : wholePounds.format(fee / 100)

export const dated = (date: PlainDate | null | undefined) => (date ? inWords(date) : null)

/** May 2013, for those who may know no more. */
export const monthOf = (first: PlainDate | undefined) => first && inWords(first).replace(/^\d+ /, '')

export const counted = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

export const quietly = (text: string | null | undefined, otherwise = 'Not known') => text ?? otherwise

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
