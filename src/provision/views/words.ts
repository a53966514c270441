/** Homes and places in words. */

import { careNeeds } from '#reference'
import { inWords } from '#shared/dates'
import { type Html, html } from '#web/html'
import { stateTag } from '#web/summary'
import type { Freshness } from '../freshness.ts'
import { type StatementOfPurpose, homeKinds, judgements, sectors, sexesTaken } from '../home.ts'
import type { Vacancy } from '../place.ts'
import type { SeenHome } from '../sight.ts'

type Coded = readonly { readonly code: string; readonly label: string }[]
const wordFor =
  (set: Coded) =>
  (code: string): string =>
    set.find(each => each.code === code)?.label ?? code

export const kindWords = wordFor(homeKinds)
export const judgementWords = wordFor(judgements)
export const sectorWords = wordFor(sectors)
export const sexesWords = wordFor(sexesTaken)
export const needWords = wordFor(careNeeds)

export const choicesOf = (set: Coded) => set.map(({ code, label }) => ({ value: code, text: label }))

export const agesWords = ({ ageFrom, ageTo }: StatementOfPurpose): string =>
  ageFrom === ageTo ? String(ageFrom) : `${ageFrom} to ${ageTo}`

const stateWords = { open: 'Open', closed: 'Closed', refurbishing: 'Being refurbished', dormant: 'Dormant' }
export const stateOfHome = ({ state }: SeenHome): Html =>
  stateTag(stateWords[state], state === 'open' ? 'done' : 'stopped')

/** Why a home is not open, and until when. */
export function whyNotOpen(home: SeenHome): string | null {
  if (home.state === 'open') return null
  const until = home.state !== 'dormant' && home.until ? `, until ${inWords(home.until)}` : ''
  return `${stateWords[home.state]} from ${inWords(home.since)}${until}: ${home.reason}`
}

export const stateOfPlace = (vacancy: Vacancy): Html =>
  vacancy.is === 'vacant'
    ? stateTag('Vacant', 'new')
    : html`${stateTag(shortly[vacancy.is])} ${vacancy.reason.replace(/^(Taken|Closed):? ?/, '')}`
const shortly = { taken: 'Taken', closed: 'Closed', 'not-yet': 'Not yet' }

export const freshnessWords = ({ sentence, isStale }: Freshness): Html =>
  isStale ? stateTag(sentence, 'attention') : html`${sentence}`

export const whereWords = ({ postcode, areaName }: Pick<SeenHome, 'postcode' | 'areaName'>): string =>
  postcode === '' ? areaName : `${postcode}, ${areaName}`
