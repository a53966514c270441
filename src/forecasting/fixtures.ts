/** An invented region's histories of care, with growth, seasons and early leaving, for tests and measurements. */

import { type Day, dayOf, toDate } from '#shared/days'
import { type Throw, mixed, poisson, throwsOf } from './simulating/throws.ts'

export type Invented = {
  readonly authorities: number
  /** Entries in a year of the whole region, before growth. */
  readonly entries: number
  /** Yearly growth of entries, and of the share placed in residential care, from April 2017. */
  readonly growth: number
  readonly residential: number
  readonly seed: number
  /** Another number, another future after `origin`; the past stays. */
  readonly future: number
  readonly origin: Day
  readonly until: Day
}

export type InventedChild = {
  readonly authority: string
  readonly child: string
  readonly bornOn: number
  readonly alone: boolean
  readonly episodes: { from: number; until: number; place: string; provider: string; reason: string }[]
}

const growthFrom = dayOf(2017, 4, 1)!
const begins = dayOf(2003, 4, 1)!
const sizes = (authority: number) => 0.4 + (mixed(authority + 77) / 4294967296) * 1.2

export function inventRegion(asked: Invented): InventedChild[] {
  const children: InventedChild[] = []
  const total = Array.from({ length: asked.authorities }, (_, at) => sizes(at)).reduce((a, b) => a + b, 0)
  for (let authority = 0; authority < asked.authorities; authority += 1) {
    const yearly = (asked.entries * sizes(authority)) / total
    let number = 0
    for (let day: number = begins; day < asked.until; day += 30) {
      const key = mixed(
        asked.seed * 7919 + authority * 104729 + day + (day >= asked.origin ? asked.future * 15485863 : 0),
      )
      const by = throwsOf(key, 0)
      const years = Math.max(0, (day - growthFrom) / 365.25)
      const season = 1 + 0.12 * Math.cos(((day % 365.25) / 365.25) * 2 * Math.PI)
      const count = poisson(by, ((yearly * 30) / 365.25) * (1 + asked.growth) ** years * season)
      for (let i = 0; i < count; i += 1) {
        number += 1
        children.push(
          lifeOf(asked, { authority, number, day: day + Math.floor(by() * 30), key: mixed(key + number) }),
        )
      }
    }
  }
  return children
}

type Entry = { authority: number; number: number; day: number; key: number }

function lifeOf(asked: Invented, { authority, number, day, key }: Entry): InventedChild {
  const past = throwsOf(key, 1)
  const future = throwsOf(key, 2 + asked.future)
  const alone = past() < 0.06
  const age = alone ? 15.5 + past() * 2 : past() < 0.18 ? past() : past() ** 0.8 * 17
  const bornOn = day - Math.floor(age * 365.25)
  const adult = bornOn + Math.round(18 * 365.25)
  const episodes: InventedChild['episodes'] = []
  let [now, from] = [day, day]
  let home = homeFor(asked, day, age, past)
  while (now < Math.min(adult, asked.until)) {
    const by = now >= asked.origin ? future : past
    const next = Math.min(now + 15, adult)
    const [leave, move] = hazards(
      (now - day) / 365.25,
      (now - from) / 365.25,
      (now - bornOn) / 365.25,
      home.place,
    )
    const u = by()
    const on = Math.min(next, now + 1 + Math.floor(by() * 14))
    if (u < leave * 0.041) {
      episodes.push({ from, until: on, ...home, reason: by() < 0.5 ? 'E4A' : 'E8' })
      return { authority: nameOf(authority), child: `${authority}-${number}`, bornOn, alone, episodes }
    }
    if (u < (leave + move) * 0.041) {
      episodes.push({ from, until: on, ...home, reason: 'X1' })
      home = homeFor(asked, on, (on - bornOn) / 365.25, by)
      from = on
    }
    now = next
  }
  const ended = now >= adult
  episodes.push({ from, until: ended ? adult : 2_000_000, ...home, reason: ended ? 'E7' : '' })
  return { authority: nameOf(authority), child: `${authority}-${number}`, bornOn, alone, episodes }
}

const nameOf = (authority: number): string => `Authority ${String(authority + 1).padStart(2, '0')}`

/** Yearly: many leave in the first half year, few later, babies by adoption in their second year. */
function hazards(cared: number, placed: number, age: number, place: string): [number, number] {
  const early = cared < 0.17 ? 1.6 : cared < 0.5 ? 0.7 : cared < 2 ? 0.28 : 0.09
  const baby = age < 3 && cared > 0.7 ? 0.35 : 0
  const move = placed < 0.25 ? 1.1 : placed < 1 ? 0.45 : 0.14
  return [early + baby, move * (place === 'K2' ? 1.3 : 1)]
}

function homeFor({ residential }: Invented, day: number, age: number, by: Throw) {
  const years = Math.max(0, (day - growthFrom) / 365.25)
  const share = (age < 8 ? 0.02 : age < 13 ? 0.1 : 0.2) * (1 + residential) ** years
  const u = by()
  if (u < share) return { place: 'K2', provider: by() < 0.25 ? 'PR1' : 'PR4' }
  if (age >= 16 && u < share + 0.35) return { place: 'K3', provider: 'PR4' }
  if (u > 0.93) return { place: 'P1', provider: 'PR0' }
  if (u > 0.75) return { place: 'U3', provider: 'PR1' }
  return by() < 0.55 ? { place: 'U6', provider: 'PR1' } : { place: 'U6', provider: 'PR4' }
}

/** The merged set of several years' returns, as CSV texts by file name. */
export function returnsOf(children: readonly InventedChild[], [first, last]: readonly [number, number]) {
  const header = ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,LA,YEAR']
  const episodes = [
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,LA,YEAR',
  ]
  const uasc = ['CHILD,SEX,DOB,DUC,LA,YEAR']
  for (let year = first; year <= last; year += 1) {
    const [from, to] = [dayOf(year - 1, 4, 1)!, dayOf(year, 3, 31)!]
    for (const { child, authority, bornOn, alone, episodes: all } of children) {
      const own = all.filter(each => each.from <= to && each.until >= from)
      if (own.length === 0) continue
      header.push(`${child},1,${date(bornOn)},WBRI,UN1,,,${authority},${year}`)
      if (alone) uasc.push(`${child},1,${date(bornOn)},,${authority},${year}`)
      for (const each of own) {
        const ended = each.until <= to
        const begun = each === all[0] ? 'S' : 'P'
        const end = ended ? `${date(each.until)},${each.reason}` : ','
        episodes.push(
          `${child},${date(each.from)},${begun},C2,N1,${each.place},${each.provider},${end},,,,,${authority},${year}`,
        )
      }
    }
  }
  const text = (lines: readonly string[]) => `${lines.join('\n')}\n`
  return { 'header.csv': text(header), 'episodes.csv': text(episodes), 'uasc.csv': text(uasc) }
}

const date = (day: number): string => toDate(day as Day)

/** True numbers on a day: residential, and in all. */
export function trulyInCare(children: readonly InventedChild[], day: number) {
  let [residential, total] = [0, 0]
  for (const { episodes } of children)
    for (const { from, until, place } of episodes)
      if (from <= day && until > day) {
        total += 1
        if (place === 'K2') residential += 1
      }
  return { residential, total }
}
