/** What rules of adoption ask: who was adopted, where a child was placed to be adopted, which decision is latest. */

import { type History, historyOf } from '../history.ts'
import { codes, isAnyFilled, isOneOf, positions } from '../questions.ts'
import type { Episode, RowOf } from '../row.ts'
import type { Given } from '../rule.ts'
import type { Table } from '../table.ts'

export type Adopters = RowOf<'AD1'>
export type Decision = RowOf<'PlacedAdoption'>

const adopted = codes('E11 E12')
const placedToBeAdopted = codes('A3 A4 A5 A6')
const temporary = codes('T0 T1 T2 T3 T4')

export const isAdoption = ({ REC }: Episode): boolean => isOneOf(REC, adopted)
export const isPlacedToBeAdopted = ({ PLACE }: Episode): boolean => isOneOf(PLACE, placedToBeAdopted)

export const adoptionItems = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const
export const isTold = (row: Adopters): boolean => isAnyFilled(row, adoptionItems)

/** The child's last episode that ends in adoption. */
export const adoptionOf = (history: History): Episode | undefined => history.findLast(isAdoption)

/**
 * The episode in which the latest placement for adoption began. A change of legal status or a few days elsewhere does
 * not begin another; a placement that broke down before does not count.
 */
export function adoptionPlacementOf(history: History): Episode | undefined {
  const lasting = history.filter(({ PLACE }) => !isOneOf(PLACE, temporary))
  const last = lasting.findLastIndex(isPlacedToBeAdopted)
  if (last < 0) return undefined
  const before = lasting.slice(0, last).findLastIndex(each => !isPlacedToBeAdopted(each))
  return lasting[before + 1]
}

/** By DATE_PLACED; one without a date comes first; those of one day stay in the order of the file. */
export const inOrderOfDecision = (rows: readonly Decision[]): Decision[] =>
  rows.toSorted((a, b) => (a.DATE_PLACED ?? -Infinity) - (b.DATE_PLACED ?? -Infinity) || 0)

export const latestDecision = (decisions: Table<'PlacedAdoption'>, child: string): Decision | undefined =>
  inOrderOfDecision(decisions.of(child)).at(-1)

export const firstDecision = (decisions: Table<'PlacedAdoption'>, child: string): Decision | undefined =>
  inOrderOfDecision(decisions.of(child)).find(({ DATE_PLACED }) => DATE_PLACED !== null)

/** A decision is closed by a date or a reason, be they readable or not. */
export const isClosed = (row: Decision): boolean =>
  isAnyFilled(row, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'])

/** Rows that disagree with an episode of their child, and those episodes. */
export function disagreeing<K extends 'AD1' | 'PlacedAdoption'>(
  table: Table<K>,
  episodeOf: (child: string) => Episode | undefined,
  asks: (row: RowOf<K>, episode: Episode) => boolean,
): { readonly rows: number[]; readonly episodes: Episode[] } {
  const [rows, episodes] = [[] as number[], [] as Episode[]]
  for (const row of table.rows) {
    const episode = episodeOf(row.CHILD)
    if (!episode || !asks(row, episode)) continue
    rows.push(row.at)
    episodes.push(episode)
  }
  return { rows, episodes }
}

/** Where those of this year's file stand in it; what only an earlier return tells has no place there. */
export const ofThisYear = (found: readonly Episode[], file: Table<'Episodes'>): number[] =>
  positions(found.filter(each => file.rows[each.at] === each))

export type Beside = Given<'AD1' | 'Episodes'>
type Asks = (row: Adopters, episode: Episode) => boolean

/** Adoptions that disagree with an episode, found in each child's history. */
const beside =
  (episodeOf: (history: History) => Episode | undefined) =>
  ({ AD1, Episodes }: Beside, asks: Asks) => {
    const found = disagreeing(AD1, child => episodeOf(historyOf(Episodes, child)), asks)
    return { AD1: found.rows, Episodes: positions(found.episodes) }
  }

/** With the episode in which the placement that they came from began. */
export const besidePlacement = beside(adoptionPlacementOf)

/** With the episode that ended in them. */
export const besideAdoption = beside(adoptionOf)
