/** A year's statutory return from an invented authority: twelve kinds of file, each a list of rows by column. */

import { authorityByCode, type ReturnFileName, returnFiles } from '#reference'
import { type Seed, chance } from '../chance.ts'
import { type Day, ageOn, birthday, written, yearEnd, yearStart } from '../days.ts'
import { healthOf } from './health.ts'
import { adoptionOf, grownOf, previousOf } from './leaving.ts'
import type { Episode, Life } from '../lives/lives.ts'
import type { InventedAuthority, InventedRegion } from '../region.ts'

export type ReturnRow = Readonly<Record<string, string>>
export type InventedReturn = Readonly<Record<ReturnFileName, readonly ReturnRow[]>>

/** What each file's rows are made from: a child, in a year as far as it has gone. */
export type Telling = {
  readonly life: Life
  readonly year: number
  readonly from: Day
  readonly until: Day
  /** Whether the year is over: outcomes are returned for whole years. */
  readonly whole: boolean
  readonly seed: Seed
  readonly area: string
  /** CHILD and DOB, with which nearly every row begins. */
  readonly who: { readonly CHILD: string; readonly DOB: string }
}

/** The year under way is told as far as today: dates to come are blank. */
export function returnsOf(
  region: InventedRegion,
  authority: InventedAuthority,
  year: number,
): InventedReturn {
  const files = Object.fromEntries(returnFiles.map(({ name }) => [name, [] as ReturnRow[]])) as Files
  const span = { from: yearStart(year), until: Math.min(yearEnd(year), region.today) as Day }
  for (const life of authority.lives) {
    const who = { CHILD: life.number, DOB: written(life.born) }
    const whole = region.today >= yearEnd(year)
    const telling = { life, year, ...span, whole, seed: region.seed, area: authority.area.code, who }
    if (life.starts > span.until) continue
    if (life.left === null || life.left >= span.from) tell(files, telling)
    else for (const row of grownOf(telling)) files.OC3.push(row)
  }
  const known = new Set([...files.Episodes, ...files.OC3].map(row => row['CHILD']))
  for (const life of authority.lives) {
    if (known.has(life.number)) files.Header.push(headerOf(life, year, span.until))
  }
  return files
}

type Files = Record<ReturnFileName, ReturnRow[]>

function tell(files: Files, telling: Telling): void {
  const { life, year, who } = telling
  for (const episode of life.episodes) {
    if (touches(episode, telling)) files.Episodes.push(episodeOf(life, episode, telling))
  }
  for (const { on, code } of life.records.reviews) {
    if (within(on, telling)) files.Reviews.push({ ...who, REVIEW: written(on), REVIEW_CODE: code })
  }
  if (life.asylum) {
    files.UASC.push({ ...who, SEX: sexOf(life, year), DUC: written(birthday(life.born, 18)) })
  }
  files.OC2.push(...healthOf(telling))
  files.AD1.push(...adoptionOf(telling).adopted)
  files.PlacedAdoption.push(...adoptionOf(telling).placed)
  files.PrevPerm.push(...previousOf(telling, authorityByCode.get(telling.area)?.dfeCode ?? ''))
  files.Missing.push(...absencesOf(telling))
  if (year >= 2024) files.SWEpisodes.push(...workersOf(telling))
  if (year >= 2027) files.DoLo.push(...ordersOf(telling))
}

const within = (on: Day, { from, until }: Telling): boolean => on >= from && on <= until
const touches = ({ started, ended }: Episode, { from, until }: Telling): boolean =>
  started <= until && (ended === null || ended >= from)

/** 1 and 2 until 2023-24, M and F since. */
const sexOf = ({ sex }: Life, year: number): string => (year >= 2025 ? sex : sex === 'M' ? '1' : '2')

function headerOf(life: Life, year: number, until: Day): ReturnRow {
  const mother = life.mother !== null && life.mother <= until
  return {
    CHILD: life.number,
    SEX: sexOf(life, year),
    DOB: written(life.born),
    ETHNIC: life.ethnicity,
    UPN: life.upn,
    MOTHER: life.sex === 'M' ? '' : mother ? '1' : '0',
    MC_DOB: mother ? written(life.mother) : '',
  }
}

function episodeOf(life: Life, { stay, ...episode }: Episode, { year, until }: Telling): ReturnRow {
  const over = episode.ended !== null && episode.ended <= until
  return {
    CHILD: life.number,
    DECOM: written(episode.started),
    RNE: episode.why,
    LS: episode.legal,
    CIN: life.category,
    PLACE: stay.code === 'Z' ? otherPlace(life, year) : stay.code,
    PLACE_PROVIDER: stay.provider ?? '',
    DEC: over ? written(episode.ended) : '',
    REC: over ? episode.ending! : '',
    REASON_PLACE_CHANGE: over ? (episode.moved ?? '') : '',
    HOME_POST: life.home?.postcode ?? '',
    PL_POST: stay.spot.postcode,
    URN: stay.urn ?? '',
  }
}

/** Z1 until 2024-25; four codes since, whose meaning no public source gives. */
const otherPlace = ({ number }: Life, year: number): string =>
  year <= 2025 ? 'Z1' : `Z1${(Number(number) % 4) + 1}`

const absencesOf = (telling: Telling): ReturnRow[] =>
  telling.life.records.absences
    .filter(each => each.from <= telling.until && (each.until === null || each.until >= telling.from))
    .map(({ code, from, until }) => ({
      ...telling.who,
      MISSING: code,
      MIS_START: written(from),
      MIS_END: until !== null && until <= telling.until ? written(until) : '',
    }))

const workersOf = (telling: Telling): ReturnRow[] =>
  telling.life.records.workers
    .filter(each => each.from <= telling.until && (each.until === null || each.until >= telling.from))
    .map(({ id, from, until, reason }) => ({
      ...telling.who,
      SW_ID: id,
      SW_DECOM: written(from),
      SW_DEC: until !== null && until <= telling.until ? written(until) : '',
      SW_REASON: reason,
    }))

/** Orders that deprive of liberty: for a few over ten in homes, and more in homes that are not registered. */
function ordersOf({ life, from, until, seed, area, who }: Telling): ReturnRow[] {
  const last = life.episodes[life.episodes.length - 1]!
  const share = { home: 0.03, unregistered: 0.4 }[last.stay.kind as string] ?? 0
  const by = chance(seed, `orders/${area}/${life.number}`)
  if (by.next() >= share || ageOn(life.born, until) < 10 || last.ended !== null) return []
  const start = Math.max(from, last.started) as Day
  return [{ ...who, DOLO_START: written(start), DOLO_END: '' }]
}
