/** `seed`: an invented region, the same for the same seed. */

import { type Standing, forgetInvented, standingOf } from '#invention'
import { type PlainDate, dateToday, parseDate } from '#shared/dates'
import { type Command, Mistake, type Values, numberOption, pathGiven } from '../command.ts'
import { migrate, openAsOwner, openDatabase } from '../database.ts'
import { progressLine } from '../progress-line.ts'
import { type Databases, type Seeded, seedRegion } from '../seeding.ts'

export const usualChildren = '10840'

export const seedCommand: Command = {
  name: 'seed',
  says: 'Fills an empty database with an invented region, the same for the same seed. Only the places are real.',
  options: {
    region: { type: 'string', says: 'which region: south-east is the only one', default: 'south-east' },
    children: { type: 'string', says: 'how many children are looked after', default: usualChildren },
    seed: { type: 'string', says: 'a whole number: another one makes another region', default: '1' },
    authorities: {
      type: 'string',
      says: 'how many authorities: 19, up to all 153 of England',
      default: '19',
    },
    today: {
      type: 'string',
      says: 'the day up to which everything is told, such as 2026-08-30 (usually today)',
    },
    out: { type: 'string', says: 'a folder in which to keep the yearly returns as files too' },
    json: { type: 'boolean', says: 'prints what was made as JSON' },
  },
  async run(values) {
    const wishes = wishesFrom(values)
    const folder = typeof values.out === 'string' ? pathGiven(values.out) : null
    const databases = await openBoth()
    try {
      await migrate(databases.owner)
      const standing = await standingOf(databases.owner)
      if (standing === 'invented' || standing === 'in-use') {
        console.error(refusals[standing])
        return 1
      }
      if (standing === 'partly-invented') await forgetInvented(databases.owner)
      const seeded = await seedRegion({ ...databases, wishes, folder, progress: progressLine() })
      console.log(values.json ? JSON.stringify(seeded) : inWords(seeded))
      return 0
    } finally {
      await close(databases)
    }
  },
}

/** What `start` does before it serves: nobody's database is touched that anybody uses. */
export async function seedIfEmpty(databases: Databases, children: number): Promise<void> {
  const standing = await standingOf(databases.owner)
  if (standing === 'invented' || standing === 'in-use') return
  if (standing === 'partly-invented') {
    console.log('The last time was interrupted, so we begin the invented region again.')
    await forgetInvented(databases.owner)
  }
  console.log('Inventing the South East: every child, person and home in it is made up.')
  const wishes = { seed: 1, children, today: dateToday() }
  console.log(inWords(await seedRegion({ ...databases, wishes, folder: null, progress: progressLine() })))
}

/** One embedded database is opened once, and serves both its owner and the platform. */
export async function openBoth(): Promise<Databases> {
  const owner = await openAsOwner()
  return { owner, database: process.env.DATABASE_URL ? await openDatabase() : owner }
}

export async function close({ owner, database }: Databases): Promise<void> {
  await owner.destroy()
  if (database !== owner) await database.destroy()
}

const refusals: Record<Exclude<Standing, 'nobody' | 'partly-invented'>, string> = {
  invented: 'This database holds an invented region already. To make another, begin with an empty database.',
  'in-use':
    'This database holds people who are not invented, so nothing has been changed. Name an empty one in DATABASE_URL.',
}

function wishesFrom(values: Values) {
  if (values.region !== 'south-east') {
    throw new Mistake(`There is no region "${String(values.region)}": south-east is the only one so far`)
  }
  const authorities = within(values, 'authorities', 1, 153)
  return {
    seed: numberOption(values, 'seed'),
    children: within(values, 'children', authorities, 200_000),
    authorities,
    today: dayFrom(values.today),
  }
}

function within(values: Values, name: string, least: number, most: number): number {
  const number = numberOption(values, name)
  if (number >= least && number <= most) return number
  throw new Mistake(`--${name} must be from ${least} to ${most.toLocaleString('en-GB')}`)
}

function dayFrom(given: Values[string]): PlainDate {
  if (given === undefined) return dateToday()
  const day = parseDate(String(given))
  if (day && day >= '2024-04-01') return day
  throw new Mistake(`--today must be a date since 1 April 2024, such as 2026-08-30, not "${String(given)}"`)
}

const count = (number: number): string => number.toLocaleString('en-GB')

const inWords = (made: Seeded): string =>
  [
    `${count(made.lookedAfter)} children are looked after today by ${made.authorities} authorities,`,
    `and ${count(made.children)} have been since the first of ${count(made.returns)} yearly returns`,
    `(${count(made.rows)} rows). ${count(made.homes)} homes have ${count(made.places)} places,`,
    `${count(made.placesTaken)} of them taken. ${made.requests} children need a home: ${made.drafts} requests`,
    `are still being written, and ${made.approaches} homes have been asked, with ${made.offers} offers so far.`,
  ].join('\n')
