/** Every rule that speaks of an age, asked on the days about the birthday, in each year that it lives in. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Return, askRule, ruleByCode, rules, settingOf, tableFrom, years } from '#rulebook'
import { type AgeClaim, type AgeDay, type Side, ageClaims, ofNoAge } from './support/rule-ages.ts'

type Calendar = readonly [year: number, month: number, day: number]

const written = ([year, ...rest]: Calendar): string =>
  [...rest.toReversed().map(part => String(part).padStart(2, '0')), year].join('/')
const number = ([year, month, day]: Calendar): number => year * 10_000 + month * 100 + day
const isLeap = (year: number): boolean => year % 4 === 0

/** Somebody born on 29 February has the birthday on 1 March where there is no such day. */
const birthdayOf = ([year, month, day]: Calendar, age: number): Calendar =>
  month === 2 && day === 29 && !isLeap(year + age) ? [year + age, 3, 1] : [year + age, month, day]

function isOnSide(side: Side, birthday: Calendar, on: Calendar): boolean {
  const apart = number(on) - number(birthday)
  if (side === 'younger') return apart < 0
  if (side === 'younger or on it') return apart <= 0
  if (side === 'on it') return apart === 0
  return side === 'from it' ? apart >= 0 : apart > 0
}

/** The return of 2027 begins on 1 April 2026. */
function daysOf(day: AgeDay, year: number): Calendar[] {
  if (day === 'first') return [[year - 1, 4, 1]]
  if (day === 'last') return [[year, 3, 31]]
  if (day === 'first of last year') return [[year - 2, 4, 1]]
  if (day === 'school age') return [[year - 2, 8, 31]]
  const leap: Calendar[] = isLeap(year) ? [[year, 2, 29]] : []
  const within: Calendar[] = [[year - 1, 6, 10], [year, 2, 28], ...leap, [year, 3, 1]]
  return day === 'any' ? [[year - 1, 4, 1], ...within, [year, 3, 31]] : within
}

/** Days of birth whose birthday is about that day; about the end of February, also the 29th where there is one. */
function birthsAbout([year, month, day]: Calendar, age: number): Calendar[] {
  const about = [-2, -1, 0, 1, 2].map((by): Calendar => {
    const date = new Date(Date.UTC(year - age, month - 1, day + by))
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  })
  return isLeap(year - age) && (month === 2 || month === 3) ? [...about, [year - age, 2, 29]] : about
}

function returnOf(rows: AgeClaim[4], words: Readonly<Record<string, string>>, year: number): Return {
  const cellsOf = (row: string): Record<string, string> =>
    Object.fromEntries(
      `CHILD=a, ${row}`
        .replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word]!)
        .split(', ')
        .map(cell => cell.split('=')),
    )
  const tables = Object.entries(rows).map(([name, given]) => [
    name,
    tableFrom(name.replace('_last', '') as 'Header', [given].flat().map(cellsOf)),
  ])
  return { ...settingOf(year, 'E10000028'), tables: Object.fromEntries(tables) as Return['tables'] }
}

suite('an age is reached on the birthday', () => {
  for (const [code, age, side, day, rows] of ageClaims) {
    test(`${code} flags ${side}: ${day} day`, () => {
      const rule = ruleByCode.get(code)!
      const answers = new Set<boolean>()
      for (const year of years.filter(each => rule.live!.from <= each && each <= rule.live!.until)) {
        const least = typeof age === 'number' ? age : age(year)
        for (const on of daysOf(day, year)) {
          for (const born of birthsAbout(on, least)) {
            const words = { born: written(born), on: written(on), supported: year < 2024 ? 'H5' : 'K3' }
            const outcome = askRule(rule, returnOf(rows, words, year))
            assert.ok('flagged' in outcome, JSON.stringify(outcome))
            const isFlagged = Object.keys(outcome.flagged).length > 0
            const expected = isOnSide(side, birthdayOf(born, least), on)
            assert.equal(isFlagged, expected, `born ${words.born}, asked ${words.on}, of ${year}`)
            answers.add(isFlagged)
          }
        }
      }
      assert.deepEqual(answers.size, 2)
    })
  }

  test('no rule that speaks of an age is left out', () => {
    const speaks =
      /\b(?:under|over|aged?|turned|became|of|was) (?:the age of |an age of )?(?:\d\d?|four|five|ten)\b(?!-)|birthday|school age/
    const asked = new Set<string>([...ageClaims.map(([code]) => code), ...ofNoAge])
    const left = rules.filter(
      ({ code, says, columns, live }) =>
        live !== null && !asked.has(code) && (columns.includes('DOB') || speaks.test(says)),
    )
    assert.deepEqual(
      left.map(({ code }) => code),
      [],
    )
  })
})
