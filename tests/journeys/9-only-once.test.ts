/** Pressing twice, going back, and coming late with a page left open: each deed is done once, and people are told. */

import { sql } from 'kysely'
import type { Database } from '#access'
import {
  considerHomes,
  fillOffer,
  keeperOf,
  openQueue,
  openRequest,
  sayInterested,
  share,
  theOfficer,
} from '../support/asking.ts'
import { type Somebody, type World, journey } from '../support/journey.ts'
import { onlyOnce } from '../support/once.ts'
import { bringInForm, withAnotherNeed } from '../support/returns-in-form.ts'
import { work } from '../support/returns.ts'

journey('A return is loaded once, however often that is asked', async ({ as, database }) => {
  const lead = await as('Data lead of an authority', 'Medway')
  await lead.goTo('Returns')
  await lead.press('Load a return')
  await bringInForm(lead, withAnotherNeed())
  await work(database)
  await lead.shown.reload()
  await lead.press('See what will change')
  await onlyOnce(lead, {
    name: 'return-commitment',
    button: 'Load this return',
    done: /You can leave this page/,
    already: /This return has already been loaded/,
    count: () => linesOf(database, 'return.commit'),
  })
  await work(database)
})

journey('A home is asked, offers, is accepted and takes a child, once each', async world => {
  const officer = await theOfficer(world)
  await openRequest(officer)
  await officer.press('Search for a home')
  const [asked] = await considerHomes(officer, 1)
  await sendOnce(officer, world)

  const keeper = await keeperOf(world, asked!)
  await openQueue(keeper, asked!)
  await sayInterested(keeper)
  await share(officer, asked!)
  await offerOnce(keeper, world)

  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await acceptOnce(officer, world)
  await startOnce(officer, world)
})

const sendOnce = (officer: Somebody, { database }: World) =>
  onlyOnce(officer, {
    name: 'sending',
    button: /^Send to/,
    done: /Every home asked/,
    already: /already/,
    count: () => rowsOf(database, 'referrals.approach'),
  })

async function offerOnce(keeper: Somebody, { database }: World): Promise<void> {
  await keeper.shown.reload()
  await keeper.press('Make an offer')
  await onlyOnce(keeper, {
    name: 'offering',
    button: 'Send the offer',
    fill: each => fillOffer(each, '980'),
    done: /Your offer/,
    already: /Change your offer/,
    count: () => offersIn(database),
  })
}

async function acceptOnce(officer: Somebody, { database }: World): Promise<void> {
  await officer.press(/^Accept /)
  await onlyOnce(officer, {
    name: 'acceptance',
    button: 'Accept, and take this place',
    done: /Agreed/,
    already: /This offer has already been accepted/,
    count: () => rowsOf(database, 'placements.placement'),
  })
  await officer.goTo('Placements')
  await officer.follow((await officer.listed('rowheader'))[0]!)
}

async function startOnce(officer: Somebody, { database }: World): Promise<void> {
  await officer.press('The child has arrived')
  await onlyOnce(officer, {
    name: 'starting',
    button: 'Save',
    fill: async each => {
      await each.date('Which day did the child arrive?', [30, 8, 2026])
      await each.answerTheRest()
    },
    done: /Living there/,
    already: /already/,
    count: () => rowsOf(database, 'children.episode'),
  })
}

const rowsOf = async (database: Database, table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(database)
  return Number(rows[0]!.count)
}

const offersIn = async (database: Database): Promise<number> => {
  const { rows } = await sql`select id from referrals.approach where state = 'offered'`.execute(database)
  return rows.length
}

/** How often it was done, and not refused, as the records of access tell it. */
const linesOf = async (database: Database, action: string): Promise<number> => {
  const { rows } = await sql`
    select line from access.audit where action = ${action} and not refused`.execute(database)
  return rows.length
}
