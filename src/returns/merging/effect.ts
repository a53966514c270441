/** What loading a return would change, before it changes anything: the preview, and the rows to write. */

import { type Position, milesBetween } from '#reference'
import type { PlainDate } from '#shared/dates'
import type { ReturnChild, ReturnEpisode } from '../checking/accepted.ts'
import { type Pair, duplicatesAmong, twinsAmong } from '../checking/alike.ts'
import { asReturnDate } from '../reading/cell.ts'
import { type Checked, peopleOf } from '../checking/checking.ts'
import { firstDay, touches } from '../collection-year.ts'
import {
  type Change,
  type EpisodeFacts,
  type Planned,
  type StoredEpisode,
  differences,
  mergeEpisodes,
} from './merging.ts'
import { type Problem, problem } from '../problem.ts'

/** A child as it is held. `year` is that of the return that last wrote it; null where a person did. */
export type StoredChild = ReturnChild & { readonly id: string; readonly year: number | null }
export type Stored = {
  readonly children: readonly StoredChild[]
  readonly episodes: readonly StoredEpisode[]
}

/** Where postcodes are, and which authority's area is its own. */
export type Geography = {
  readonly authority: string // ONS code
  readonly positionOf: (postcode: string) => Position | undefined
  readonly areaOf: (postcode: string) => string | undefined
}

export type ChangedChild = { readonly child: string; readonly changes: readonly Change[] }
export type ChangedEpisode = ChangedChild & { readonly startedOn: PlainDate }

/** Only the columns of the return are written: names, fees and homes stay as they are. */
export type Write =
  | { readonly subject: 'child'; readonly before: StoredChild | null; readonly after: ReturnChild }
  | ({ readonly subject: 'episode' } & Planned)

export type Effect = {
  readonly newChildren: readonly ReturnChild[]
  readonly changedChildren: readonly ChangedChild[]
  readonly newEpisodes: readonly EpisodeFacts[]
  readonly changedEpisodes: readonly ChangedEpisode[]
  readonly endedEpisodes: readonly ChangedEpisode[] // open before; not among the changed
  readonly removedEpisodes: readonly StoredEpisode[] // this return tells those days otherwise
  readonly absent: readonly StoredChild[] // looked after in the year, and not in the files; nothing becomes of them
  readonly unchanged: { readonly children: number; readonly episodes: number }
  readonly possibleDuplicates: readonly Pair[] // with at least one child new
  readonly twins: readonly Pair[]
  readonly problems: readonly Problem[] // where a newer return says otherwise
  readonly writes: readonly Write[] // in an order in which they may be made
}

export function planEffect(checked: Checked, stored: Stored, year: number, geography: Geography): Effect {
  const children = planChildren(checked.children, stored.children, year)
  const { planned, contested, unchanged } = planEpisodes(checked, stored, year, geography)
  const newChildren = children.flatMap(({ before, after }) => (before ? [] : [after]))
  const changed = planned.flatMap(asChange)
  const isEnding = ({ changes }: ChangedEpisode) =>
    changes.some(({ field, before, after }) => field === 'endedOn' && before === null && after !== null)
  return {
    newChildren,
    changedChildren: children.flatMap(({ before, after }) =>
      before ? someChange({ child: after.child, changes: differences(before, after) }) : [],
    ),
    newEpisodes: planned.flatMap(({ before, after }) => (before === null && after ? [after] : [])),
    changedEpisodes: changed.filter(each => !isEnding(each)),
    endedEpisodes: changed.filter(isEnding),
    removedEpisodes: planned.flatMap(({ before, after }) => (before && after === null ? [before] : [])),
    absent: absentFrom(checked, stored, year),
    unchanged: { children: children.length - children.filter(isChanged).length, episodes: unchanged },
    ...alike(newChildren, checked.episodes, stored),
    problems: contested.map(sayContested),
    writes: inOrder(children, planned),
  }
}

type PlannedChild = { readonly before: StoredChild | null; readonly after: ReturnChild }

const neverSought = { seeks: false, until: null }

/** What a newer return said of a child stands; a return without a UASC file says nothing about asylum. */
const planChildren = (
  told: readonly ReturnChild[],
  held: readonly StoredChild[],
  year: number,
): PlannedChild[] => {
  const byNumber = new Map(held.map(each => [each.child, each]))
  return told.map(child => {
    const before = byNumber.get(child.child) ?? null
    if (before && (before.year ?? year) > year) return { before, after: before }
    return { before, after: { ...child, asylum: asylumOf(child, before, year) } }
  })
}

/** Of asylum that ended before the year began the return of that year has nothing to say. */
function asylumOf({ asylum }: ReturnChild, before: StoredChild | null, year: number) {
  const held = before?.asylum
  const isOver = held?.seeks && held.until !== null && held.until < firstDay(year)
  return isOver && !asylum?.seeks ? held : (asylum ?? held ?? neverSought)
}

/** Episodes of a child neither in the usable Header nor held have been left out already, when they were checked. */
function planEpisodes(checked: Checked, stored: Stored, year: number, geography: Geography) {
  const held = Map.groupBy(stored.episodes, ({ child }) => child)
  const told = Map.groupBy(checked.episodes, ({ child }) => child)
  const merged = [...told].map(([child, episodes]) =>
    mergeEpisodes(
      episodes.map(each => place(each, geography)),
      held.get(child) ?? [],
      year,
    ),
  )
  return {
    planned: merged.flatMap(each => each.planned),
    contested: merged.flatMap(each => each.contested),
    unchanged: merged.reduce((total, each) => total + each.unchanged, 0),
  }
}

function place(episode: ReturnEpisode, { authority, positionOf, areaOf }: Geography): EpisodeFacts {
  const { homePostcode, placementPostcode } = episode
  const home = homePostcode === null ? undefined : positionOf(homePostcode)
  const placement = placementPostcode === null ? undefined : positionOf(placementPostcode)
  const area = placementPostcode === null ? undefined : areaOf(placementPostcode)
  return {
    ...episode,
    distanceMiles: home && placement ? milesBetween(home, placement) : null,
    placementArea: area?.startsWith('E') ? area : null,
    inArea: area === undefined ? null : area === authority,
  }
}

const asChange = ({ before, after }: Planned): ChangedEpisode[] =>
  before && after
    ? someChange({
        child: before.child,
        startedOn: before.startedOn,
        changes: differences(before, after),
      })
    : []

const someChange = <Changed extends ChangedChild>(changed: Changed): Changed[] =>
  changed.changes.length > 0 ? [changed] : []

function absentFrom({ mentioned }: Checked, { children, episodes }: Stored, year: number): StoredChild[] {
  const inYear = new Set(
    episodes.filter(each => touches(year, each.startedOn, each.endedOn)).map(({ child }) => child),
  )
  return children.filter(({ child }) => inYear.has(child) && !mentioned.has(child))
}

/** Only pairs with a new child: the others have been said before. */
function alike(fresh: readonly ReturnChild[], told: readonly ReturnEpisode[], stored: Stored) {
  const isNew = new Set(fresh.map(({ child }) => child))
  const people = [...peopleOf(fresh, told), ...peopleOf(stored.children, stored.episodes)]
  const withNew = (pair: Pair) => pair.some(child => isNew.has(child))
  return {
    possibleDuplicates: duplicatesAmong(people).filter(withNew),
    twins: twinsAmong(people).filter(withNew),
  }
}

const sayContested = ({ child, startedOn }: ReturnEpisode): Problem =>
  problem(
    'overlaps-newer',
    { file: null, child, field: 'DECOM' },
    `The episode of child ${child} from ${asReturnDate(startedOn)} overlaps one from a newer return.`,
  )

const isChanged = ({ before, after }: PlannedChild): boolean =>
  !before || differences(before, after).length > 0

/** Children first; then the episodes that go, those that change, and those that are new. */
function inOrder(children: readonly PlannedChild[], planned: readonly Planned[]): Write[] {
  const rank = ({ before, after }: Planned) => (after === null ? 0 : before === null ? 2 : 1)
  return [
    ...children.filter(isChanged).map((each): Write => ({ subject: 'child', ...each })),
    ...planned.toSorted((a, b) => rank(a) - rank(b)).map((each): Write => ({ subject: 'episode', ...each })),
  ]
}
