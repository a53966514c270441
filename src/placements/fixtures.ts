/** Invented placements. */

import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { pence } from '#shared/money'
import type { Current } from './episodes.ts'
import type { Agreed } from './placement.ts'

export const day = (text: string): PlainDate => parseDate(text)!

export const aPlacement = (facts: Partial<Agreed> = {}): Agreed => ({
  id: newId(),
  authority: newId(),
  child: newId(),
  referral: newId(),
  approach: newId(),
  home: newId(),
  organisation: newId(),
  place: newId(),
  placeCode: 'K2',
  providerCode: 'PR4',
  agreedOn: day('2026-08-25'),
  startsOn: day('2026-09-01'),
  weeklyFee: pence(480_000),
  state: 'agreed',
  ...facts,
})

export const anEpisode = (facts: Partial<Current> = {}): Current => ({
  startedOn: day('2026-03-02'),
  legalStatus: 'C2',
  needCode: 'N1',
  ...facts,
})
