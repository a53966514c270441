/** A child's history in care as the return will tell it: episode after episode, none overlapping, no gap between. */

import type { Newcomer } from './arrivals.ts'
import type { Ending } from './courses.ts'
import { type Chance, type Weights, between, happens, weighted } from '../chance.ts'
import { type Day, ageOn } from '../days.ts'
import { type LegalSpell, legalOf } from './legal.ts'
import { type Records, recordsOf } from './records.ts'
import { type Settled, type Together, type Town, settle } from './settling.ts'
import { staysOf } from './stays.ts'

/** One row of the Episodes file: in one home, under one law. */
export type Episode = {
  readonly started: Day
  readonly why: string // RNE
  readonly legal: string // LS
  readonly stay: Settled
  readonly ended: Day | null
  readonly ending: string | null // REC
  readonly moved: string | null // REASON_PLACE_CHANGE
}

export type Life = Newcomer & {
  /** CHILD of the return: the authority's own number. */
  readonly number: string
  readonly upn: string
  readonly category: string // CIN
  readonly mother: Day | null // the birthday of her child
  readonly episodes: readonly Episode[]
  readonly records: Records
  /** The day care ended, if it has. */
  readonly left: Day | null
}

/** Category of need on coming into care: near the published split (DfE, 2025 release; approximate). */
const categories: Weights<string> = [
  ['N1', 70],
  ['N2', 3],
  ['N3', 3],
  ['N4', 8],
  ['N5', 13],
  ['N6', 1.5],
  ['N8', 1.5],
]

type Known = { readonly number: string; readonly together: Together }

export function liveOut(by: Chance, town: Town, child: Newcomer, { number, together }: Known): Life {
  const stays = staysOf(by, child)
  const legal = legalOf(by, child, stays)
  const settled = settle(by, town, child, { stays, together })
  const left = child.leaves <= town.today ? child.leaves : null
  const mother = child.sex === 'F' && ageOn(child.born, town.today) >= 17 && happens(by, 0.05)
  return {
    ...child,
    number,
    upn: pupilNumber(by, child, number),
    category: child.asylum ? 'N8' : weighted(by, categories),
    mother: mother && left === null ? ((town.today - between(by, 20, 150)) as Day) : null,
    episodes: episodesOf(by, child, { stays: settled, legal }, town.today),
    records: recordsOf(by, { ...child, until: left ?? town.today, area: town.area }),
    left,
  }
}

type Spells = { readonly stays: readonly Settled[]; readonly legal: readonly LegalSpell[] }

function episodesOf(by: Chance, child: Newcomer, { stays, legal }: Spells, today: Day): Episode[] {
  const starts = [...stays.map(stay => stay.from), ...legal.map(spell => spell.from)]
  const days = [...new Set(starts)].filter(from => from <= today).sort((a, b) => a - b)
  const end = endingOf(by, child)
  const episodes: Episode[] = []
  let [s, l] = [0, 0]
  for (const [i, started] of days.entries()) {
    while (stays[s + 1] && stays[s + 1]!.from <= started) s += 1
    while (legal[l + 1] && legal[l + 1]!.from <= started) l += 1
    const stay = stays[s]!
    const next = days[i + 1]
    const ended = next ?? (child.leaves <= today ? child.leaves : null)
    const moves = next !== undefined && next === stay.until
    episodes.push({
      started,
      why: i === 0 ? 'S' : whyNew(stay, started, legal[l]!),
      legal: legal[l]!.status,
      stay,
      ended,
      ending: ended === null ? null : next === undefined ? end : 'X1',
      moved: moves ? stay.moved : null,
    })
  }
  return episodes
}

function whyNew(stay: Settled, started: Day, legal: LegalSpell): string {
  if (stay.from !== started) return 'L'
  const both = legal.from === started
  if (stay.sameCarer) return both ? 'U' : 'T'
  return both ? 'B' : 'P'
}

/** REC: why care ended. Near the published split (DfE, 2025 release; approximate). */
const endings: Readonly<Record<Exclude<Ending, 'other'>, Weights<string>>> = {
  home: [
    ['E4A', 62],
    ['E4B', 24],
    ['E13', 8],
    ['E41', 6],
  ],
  guardian: [
    ['E45', 52],
    ['E46', 6],
    ['E47', 34],
    ['E48', 8],
  ],
  adopted: [
    ['E12', 55],
    ['E11', 45],
  ],
  grown: [
    ['E5', 52],
    ['E6', 8],
    ['E17', 26],
    ['E7', 5],
    ['E8', 9],
  ],
}
const otherEndings = (age: number): Weights<string> =>
  age < 10
    ? [
        ['E8', 60],
        ['E3', 25],
        ['E16', 15],
      ]
    : [
        ['E8', 62],
        ['E9', age >= 14 ? 14 : 1],
        ['E3', 14],
        ['E16', 8],
        ['E2', 2],
      ]

const endingOf = (by: Chance, { ending, born, leaves }: Newcomer): string =>
  weighted(by, ending === 'other' ? otherEndings(ageOn(born, leaves)) : endings[ending])

/** Invented numbers of the right form: the letter Z and twelve digits. None where there has been no school here. */
function pupilNumber(by: Chance, child: Newcomer, number: string): string {
  if (child.asylum && happens(by, 0.6)) return 'UN2'
  if ((child.leaves - child.born) / 365.25 < 4) return 'UN1'
  return `Z9${number}${String(between(by, 0, 99999)).padStart(5, '0')}`
}
