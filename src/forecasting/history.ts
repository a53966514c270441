/** The history of every child as stays in one placement, in columns, from the joined returns of many years. */

import { kindOfPlacement, placementKinds } from '#reference'
import type { Joined, JoinedChild, JoinedEpisode } from '#rulebook'
import { type Day, dayOf } from '#shared/days'
import { adulthood, daysInYear } from './kinds.ts'
import { type Stay, columns } from './stays.ts'

/** How a stay ends: it goes on, the child moves, the child leaves care, or has come of age. */
export const endings = { open: 0, move: 1, leaving: 2, adult: 3 } as const

/** A row of each column is one stay. Days are whole numbers. */
export type History = {
  readonly authorities: readonly string[]
  /** The first day that the returns of each authority tell of. */
  readonly startsOn: Int32Array
  /** The last day that they tell of, or the day of the forecast where that is before. */
  readonly endsOn: number
  /** The last day of the newest return. */
  readonly lastReturn: number
  readonly count: number
  readonly authority: Uint16Array
  readonly kind: Uint8Array
  readonly alone: Uint8Array
  readonly bornOn: Int32Array
  readonly from: Int32Array
  readonly until: Int32Array
  /** When this period of care began, as far back as the returns tell. */
  readonly inCareFrom: Int32Array
  readonly entered: Uint8Array
  /** Whether the returns tell when this period of care began; otherwise it is supposed. */
  readonly known: Uint8Array
  readonly ending: Uint8Array
  /** Whether it ended with a return home to parents or relatives: E4A, E4B and the older E4. */
  readonly reunified: Uint8Array
  /** Miles from home: -1 where no return tells. */
  readonly miles: Float32Array
}

const open = 2_000_000
const days = Array.from({ length: 300 }, (_, at) => dayOf(1899 + at, 4, 1)!)
const firstDays = (year: number): number => days[year - 1900]!

/** Miles between two postcodes, where both are known. */
export type MilesFrom = (home: string, placed: string) => number | undefined

/** `alone` holds the children known to be unaccompanied, as `authority/child`. What is after `asAt` is not seen. */
export function historyFrom(
  joined: Joined,
  alone: ReadonlySet<string>,
  asAt: Day,
  milesFrom: MilesFrom = () => undefined,
): History {
  const authorities = [...new Set(joined.children.map(({ authority }) => authority))].toSorted()
  const numbers = new Map(authorities.map((name, at) => [name, at]))
  const startsOn = new Int32Array(authorities.length).fill(asAt)
  const stays: Stay[] = []
  let newest = 0
  for (const child of joined.children) {
    const authority = numbers.get(child.authority)!
    for (const { told } of child.episodes) {
      startsOn[authority] = Math.min(startsOn[authority]!, firstDays(told.year))
      newest = Math.max(newest, told.year)
    }
    const isAlone = alone.has(`${child.authority}/${child.child}`) ? 1 : 0
    staysOf(child, { authority, alone: isAlone, asAt, milesFrom }, stays)
  }
  return {
    authorities,
    startsOn,
    endsOn: asAt,
    lastReturn: dayOf(newest, 3, 31)!,
    count: stays.length,
    ...columns(stays),
  }
}

type Who = {
  readonly authority: number
  readonly alone: number
  readonly asAt: Day
  readonly milesFrom: MilesFrom
}

function staysOf(child: JoinedChild, who: Who, stays: Stay[]): void {
  let current: Stay | undefined
  for (const episode of child.episodes) {
    if (episode.startedOn > who.asAt) break
    const until = episode.endedOn === null || episode.endedOn > who.asAt ? open : episode.endedOn
    const kind = kindIn(episode)
    const goesOn =
      current !== undefined && current.ending !== endings.open && current.until >= episode.startedOn
    if (goesOn && current!.kind === kind && !hasMoved(episode)) {
      current!.until = until
    } else {
      if (goesOn) current!.ending = endings.move
      current = begun(child, episode, { ...who, kind, until })
      if (goesOn) {
        current.inCareFrom = stays.at(-1)!.inCareFrom
        current.entered = 0
        current.known = stays.at(-1)!.known
      }
      stays.push(current)
    }
    end(current!, episode)
  }
}

function begun(
  child: JoinedChild,
  episode: JoinedEpisode,
  more: Who & { kind: number; until: number },
): Stay {
  const { authority, alone, kind, until, milesFrom } = more
  const from = episode.startedOn
  const bornOn = child.bornOn ?? child.episodes[0]!.startedOn - Math.round(10 * daysInYear)
  const known = isBeginning(child, episode) ? 1 : 0
  return {
    authority,
    alone,
    kind,
    from,
    until,
    bornOn,
    inCareFrom: known ? from : Math.max(Math.min(bornOn, from), from - supposedBefore),
    entered: known,
    known,
    ending: endings.open,
    reunified: 0,
    miles: milesOf(episode, milesFrom),
  }
}

/** As the return tells it, otherwise between the two postcodes where they are known. */
function milesOf({ told: { cells } }: JoinedEpisode, milesFrom: MilesFrom): number {
  const written = cells.PL_DISTANCE?.trim()
  if (written && Number(written) >= 0) return Number(written)
  const [home, placed] = [cells.HOME_POST?.trim(), cells.PL_POST?.trim()]
  return (home && placed ? milesFrom(home, placed) : undefined) ?? -1
}

/** RNE tells it; and where earlier episodes are told that this is not joined to, care has begun anew. */
const isBeginning = (child: JoinedChild, episode: JoinedEpisode): boolean =>
  episode.told.cells.RNE?.trim().toUpperCase() === 'S' || child.episodes[0] !== episode

/** Of a child whose first placement no return tells: care is supposed to have begun two years before the first told. */
const supposedBefore = 730

function end(stay: Stay, { reason }: JoinedEpisode): void {
  const adult = stay.until >= stay.bornOn + adulthood - 2
  stay.ending = stay.until === open ? endings.open : adult ? endings.adult : endings.leaving
  stay.reunified = reason?.startsWith('E4') && !/^E4[5-8]/.test(reason) ? 1 : 0
}

/** P and B: other carers. T and U: another home with the same ones. L: the same home. */
const hasMoved = ({ told }: JoinedEpisode): boolean => /^[PB]$/i.test(told.cells.RNE?.trim() ?? '')

const kindIn = ({ told: { cells } }: JoinedEpisode): number =>
  placementKinds.indexOf(
    kindOfPlacement(cells.PLACE?.trim().toUpperCase() ?? '', cells.PLACE_PROVIDER?.trim().toUpperCase()),
  )

/** The stays that go on at the end of a day, as rows of the history. */
export const inCareOn = (history: History, day: number): number[] =>
  Array.from({ length: history.count }, (_, at) => at).filter(
    at => history.from[at]! <= day && history.until[at]! > day && history.bornOn[at]! + adulthood > day,
  )
