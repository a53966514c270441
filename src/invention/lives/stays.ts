/** Where a child stays, one home after another, from coming into care until leaving it. */

import {
  type StayKind,
  choices,
  codes,
  lengths,
  reasons,
  seekersGoTo,
  youngSeekersGoTo,
} from './stay-facts.ts'
import type { Newcomer } from './arrivals.ts'
import { type Chance, happens, skewed, wait, weighted } from '../chance.ts'
import { type Day, birthday, day, later } from '../days.ts'

export type Stay = {
  readonly kind: StayKind
  /** PLACE of the return; Z of an unregistered home is coded by the year it is returned in. */
  readonly code: string
  readonly from: Day
  readonly until: Day
  /** REASON_PLACE_CHANGE, where the child moved on. */
  readonly moved: string | null
  /** The same carers as before: only the kind of placement changed. */
  readonly sameCarer: boolean
}

/** K3 began, and P2 and H5 ended, on 28 October 2023 (Supported Accommodation (England) Regulations 2023). */
const supportedFrom = day(2023, '10-28')

export function staysOf(by: Chance, child: Newcomer): Stay[] {
  const placed =
    child.ending === 'adopted' ? later(child.leaves, -Math.min(460, 240 + wait(by, 140))) : child.leaves
  const steadiness = skewed(by, 1.1, 0.7)
  const stays: Stay[] = []
  let from = child.starts
  let before: StayKind | null = null
  while (from < placed) {
    const kind = kindFor(by, child, from, before)
    const until = Math.min(placed, movesOn(by, child, { kind, from }, steadiness)) as Day
    const last = until === child.leaves
    const moved = last ? null : weighted(by, reasons)
    for (const part of coded(by, { kind, from, until, moved })) stays.push(part)
    before = kind
    from = until
  }
  if (placed < child.leaves) {
    stays[stays.length - 1] = { ...stays[stays.length - 1]!, moved: 'CARPL' }
    stays.push({
      kind: 'adoption',
      code: 'A6',
      from: placed,
      until: child.leaves,
      moved: null,
      sameCarer: false,
    })
  }
  return stays
}

function kindFor(by: Chance, child: Newcomer, on: Day, before: StayKind | null): StayKind {
  const sixteen = birthday(child.born, 16)
  if (child.asylum) return weighted(by, on >= sixteen ? seekersGoTo : youngSeekersGoTo)
  const years = (on - child.born) / 365.25
  const choice = choices.find(each => years < each.until) ?? choices[choices.length - 1]!
  const kind = weighted(by, before === null ? choice.first : choice.next)
  if (child.ending === 'adopted' && kind !== 'foster' && kind !== 'parent-and-baby') return 'foster'
  if (kind === 'supported' && on < sixteen) return 'home'
  return kind
}

type Begun = { readonly kind: StayKind; readonly from: Day }

function movesOn(by: Chance, child: Newcomer, { kind, from }: Begun, steadiness: number): Day {
  const until = later(from, 1 + wait(by, lengths[kind] * steadiness))
  const sixteen = birthday(child.born, 16)
  const growsOut =
    from < sixteen && until > sixteen && happens(by, { home: 0.6, foster: 0.22 }[kind as string] ?? 0)
  return growsOut ? later(sixteen, 1 + wait(by, 150)) : until
}

type Uncoded = Omit<Stay, 'code' | 'sameCarer'>

/** A stay in supported accommodation that was under way on 28 October 2023 became K3 that day. */
function coded(by: Chance, stay: Uncoded): Stay[] {
  const code = codeFor(by, stay)
  const crosses = stay.kind === 'supported' && stay.from < supportedFrom && stay.until > supportedFrom
  if (!crosses) return [{ ...stay, code, sameCarer: false }]
  return [
    { ...stay, code, until: supportedFrom, moved: 'PLACE', sameCarer: false },
    { ...stay, code: 'K3', from: supportedFrom, sameCarer: true },
  ]
}

function codeFor(by: Chance, { kind, from, until }: Uncoded): string {
  if (kind === 'kin') return until - from > 500 && happens(by, 0.7) ? 'U1' : 'U3'
  if (kind === 'foster')
    return until - from > 700 && happens(by, 0.6) ? 'U4' : happens(by, 0.02) ? 'U5' : 'U6'
  if (kind === 'supported' && from < supportedFrom) return happens(by, 0.14) ? 'P2' : 'H5'
  return codes[kind]
}
