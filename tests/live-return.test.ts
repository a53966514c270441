/** The return written from the live record: the rows that were loaded, what was done since, and no error of its own. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Action, type Actor, inTransaction, perform } from '#access'
import { actions } from '#app'
import { toldFor } from '#children'
import { readReturnFiles, sheetsFrom } from '#filing'
import { filesOf, inventRegion, returnsOf } from '#invention'
import { openAtlas } from '#reference'
import { type Return, loadReturn, writeReturnFile } from '#returns'
import { assembleReturn, checkReturn, ruleByCode, rules } from '#rulebook'
import type { PlainDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Files, differencesBetween, writeLive } from '#workbench'
import { type TestDatabase, onBoth } from './support/database.ts'
import { addHome } from './support/homes.ts'
import { addOffer } from './support/offers.ts'
import { organisation, people, today as usual } from './support/people.ts'
import { smallReturn } from './support/returns.ts'

const asked =
  (opened: () => TestDatabase, today: PlainDate = usual) =>
  async <Input, Output>(action: Action<Input, Output>, input: object, actor: Actor = people.dataLead) => {
    const given = await perform(action, { database: opened().database, actor, today }, input)
    assert.ok(!(given instanceof Refusal), JSON.stringify(given))
    return given
  }

/** By its name, as the command line asks it. */
const named = <Output>(name: string) =>
  actions.find(each => each.name === name) as unknown as Action<unknown, Output>
type Sides = {
  readonly isLoaded: boolean
  readonly total: number
  readonly differences: readonly { difference: { is: string }; side: { fix: string } }[]
}
const compareSides = named<Sides>('return-year.differences')
type ShownLive = {
  readonly readiness: { failed: number; children: number; partly: Readonly<Record<string, string>> }
  readonly skipped: Readonly<Record<string, string>>
}
const showLive = named<ShownLive>('return-live.show')
const undoLoad = named<unknown>('return.undo')
const acceptOffer = named<{ id: string }>('offer.accept')
const startPlacement = named<unknown>('placement.start')

type Brought = { readonly name: string; readonly content: string | Uint8Array }
const load = async (opened: TestDatabase, year: number, files: readonly Brought[], today = usual) => {
  const brought = files.map(({ name, content }) => ({ name, content: Buffer.from(content) }))
  const given: Return = { year, files: brought }
  const loaded = await loadReturn(opened.database, people.dataLead, today, given)
  assert.ok(!(loaded instanceof Refusal) && loaded.state === 'committed', JSON.stringify(loaded))
  return loaded.id
}

const sheetsOf = (files: readonly { name: string; text: string | Uint8Array }[]) =>
  sheetsFrom(
    readReturnFiles(
      files
        .filter(({ name }) => name.endsWith('.csv'))
        .map(({ name, text }) => ({ name, bytes: Buffer.from(text) })),
    ),
  ) as Files
const asSheets = (files: readonly Brought[]) =>
  sheetsOf(files.map(({ name, content }) => ({ name, text: content })))

onBoth('a small return', opened => {
  const ask = asked(opened)
  const written = async (year = 2026) => sheetsOf((await ask(writeLive, { year })).files)
  const files = smallReturn(2026, 20)
  const review = (child: number, code = 'PN1') => ({
    CHILD: String(child),
    DOB: '',
    REVIEW: '05/09/2025',
    REVIEW_CODE: code,
  })
  const reviews = (...rows: ReturnType<typeof review>[]) => ({
    name: 'reviews.csv',
    content: writeReturnFile('Reviews', rows),
  })
  const said = async () => ((await written()).Reviews ?? []).map(row => [row.CHILD, row.REVIEW_CODE])

  test('is written as it was loaded, in every file of the year, and loads again without a change', async () => {
    await load(opened(), 2026, files)
    const back = await ask(writeLive, { year: 2026 })
    assert.deepEqual(differencesBetween(asSheets(files), sheetsOf(back.files)), [])
    assert.equal(back.files.length, 12)
    assert.equal(back.files[0]!.text.split('\r\n')[1], '1001,F,03/05/2012,WBRI,,,')
    const compared = await ask(compareSides, { year: 2026 })
    assert.deepEqual([compared.isLoaded, compared.total], [true, 0])
  })

  test('a later load replaces what an earlier one told of its children, and undoing puts it back', async () => {
    await load(opened(), 2026, [...files, reviews(review(1001), review(1002))])
    assert.deepEqual(await said(), [
      ['1001', 'PN1'],
      ['1002', 'PN1'],
    ])
    const later = await load(opened(), 2026, [...files, reviews(review(1002, 'PN3'))])
    assert.deepEqual(await said(), [['1002', 'PN3']])
    const newest = await load(opened(), 2026, smallReturn(2026, 21))
    assert.deepEqual(await said(), [['1002', 'PN3']], 'a return without the file says nothing of it')
    await ask(undoLoad, { load: newest })
    await ask(undoLoad, { load: later })
    assert.deepEqual(await said(), [
      ['1001', 'PN1'],
      ['1002', 'PN1'],
    ])
  })

  test('nobody else sees what was told', async () => {
    for (const actor of [people.siblingBroker, people.regionLead]) {
      const told = inTransaction(opened().database, actor, usual, 'reader', tx => toldFor(tx, 2026))
      const seen = await told.then(
        rows => rows.Reviews?.length,
        fault => (fault as { code: string }).code,
      )
      assert.ok(seen === 0 || seen === '42501', String(seen))
      const no = await perform(
        writeLive,
        { database: opened().database, actor: people.larchManager, today: usual },
        { year: 2026 },
      )
      assert.ok(no instanceof Refusal)
    }
  })

  test('a year of which no layout is known is refused in a sentence', async () => {
    const caller = { database: opened().database, actor: people.dataLead, today: usual }
    const no = await perform(writeLive, caller, { year: 2010 })
    assert.match((no as Refusal).problems[0]!.message, /Choose a year from/)
  })
})

onBoth('a placement made in Nearhome', opened => {
  test('is in the return that is written, and said to be missing from the case system', async () => {
    const { home, places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    const offered = await addOffer(opened().database, { home, place: places[0]! })
    const { localId } = offered.child
    const header = { CHILD: localId, SEX: 'F', DOB: '14/05/2013', ETHNIC: 'WBRI', UPN: '', MOTHER: '' }
    const stay = { CHILD: localId, DECOM: '02/03/2026', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6' }
    const rest = { PLACE_PROVIDER: 'PR4', HOME_POST: 'RG12 1AB', PL_POST: 'RG1 4AA' }
    await load(opened(), 2027, [
      { name: 'who.csv', content: writeReturnFile('Header', [header]) },
      { name: 'where.csv', content: writeReturnFile('Episodes', [{ ...stay, ...rest }]) },
    ])
    const ask = asked(opened)
    const first = await ask(compareSides, { year: 2027 })
    assert.deepEqual(first.differences, [])

    const agreed = await ask(acceptOffer, { approach: offered.approach.id }, people.broker)
    await ask(startPlacement, { placement: agreed.id, on: usual, changeReason: 'CARPL' }, people.broker)

    const episodes = sheetsOf((await ask(writeLive, { year: 2027 })).files).Episodes!
    assert.deepEqual(
      episodes.map(({ DECOM, DEC, REC, RNE, PLACE }) => [DECOM, DEC, REC, RNE, PLACE]),
      [
        ['02/03/2026', '30/08/2026', 'X1', 'S', 'U6'],
        ['30/08/2026', '', '', 'P', 'K2'],
      ],
    )
    const before = sheetsOf((await ask(writeLive, { year: 2026 })).files).Episodes!
    assert.deepEqual(
      before.map(({ DECOM, DEC }) => [DECOM, DEC]),
      [['02/03/2026', '']],
      'the year before does not know the end',
    )
    const { differences } = await ask(compareSides, { year: 2027 })
    assert.deepEqual(
      differences.map(({ difference, side }) => [difference.is, side.fix]),
      [
        ['changed', 'case-system'],
        ['added', 'case-system'],
      ],
    )
  })
})

onBoth('an invented authority', opened => {
  const today = '2026-11-22' as PlainDate
  const region = inventRegion({ seed: 3, children: 150, authorities: 1, years: 3, today })
  const [authority] = [...region.authorities()]
  const code = 'E06000036'
  const returned = new Map(region.years.map(year => [year, returnsOf(region, authority!, year)]))

  test('has each of its years written as it was loaded', async () => {
    for (const year of region.years) {
      const files = filesOf(returned.get(year)!).map(({ name, text }) => ({ name, content: text }))
      await load(opened(), year, files, today)
    }
    for (const year of region.years) {
      const { files } = await asked(opened, today)(writeLive, { year })
      const [told, live] = [sheetsOf(filesOf(returned.get(year)!)), sheetsOf(files)]
      assert.ok(Object.values(told).flat().length > 500)
      assert.deepEqual(differencesBetween(told, live).slice(0, 3), [], String(year))
    }
  })

  suite('and the rules', () => {
    for (const year of region.years) {
      test(`find no error in what is written for ${year} that the seed did not plant`, async () => {
        const live = async (of: number) =>
          sheetsOf((await asked(opened, today)(writeLive, { year: of })).files)
        const seeded = (of: number) => sheetsOf(filesOf(returned.get(of)!))
        const errors = (now: Files, last?: Files) => {
          const given = assembleReturn({ year, authority: code, now, last, postcodes: openAtlas() })
          return Object.entries(checkReturn(rules, given).flagged)
            .filter(([rule]) => ruleByCode.get(rule)!.severity === 'error')
            .map(([rule, tables]) => `${rule} ${Object.values(tables).flat().length}`)
        }
        const hasLast = returned.has(year - 1)
        const planted = new Set(errors(seeded(year), hasLast ? seeded(year - 1) : undefined))
        const found = errors(await live(year), hasLast ? await live(year - 1) : undefined)
        assert.deepEqual(
          found.filter(each => !planted.has(each)),
          [],
        )
        const shown = await asked(opened, today)(showLive, { year })
        assert.equal(shown.readiness.failed, 0)
        assert.ok(shown.readiness.children > 20)
      })
    }
  })
})

onBoth('the years before a live return', opened => {
  const leavers = {
    name: 'leavers.csv',
    content: writeReturnFile('OC3', [
      { CHILD: '2001', DOB: '01/05/2006', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' },
    ]),
  }
  const shown = (year: number) => asked(opened)(showLive, { year })

  test('are at hand as far back as an unbroken row of returns was loaded', async () => {
    const [header, ...others] = smallReturn(2026, 3)
    const who = {
      ...header!,
      content: `${String(header!.content).trimEnd()}\r\n2001,F,01/05/2006,WBRI,,,\r\n`,
    }
    await load(opened(), 2026, [who, ...others, leavers])
    assert.equal((await shown(2026)).skipped['1002'], "It needs last year's Episodes file.")
    assert.equal((await shown(2027)).skipped['502'], undefined, 'the year after a load has it for last year')
    const ended = { CHILD: '1001', DECOM: '02/05/2023', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6' }
    await load(
      opened(),
      2024,
      smallReturn(2024, 3, [{ ...ended, PLACE_PROVIDER: 'PR4', DEC: '01/06/2023', REC: 'E4A' }]),
    )
    assert.equal((await shown(2026)).skipped['1002'], "It needs last year's Episodes file.")
    await load(opened(), 2025, smallReturn(2025, 3))
    const { skipped, readiness } = await shown(2026)
    assert.equal(skipped['1002'], undefined)
    assert.match(readiness.partly['1002']!, /16 before 01\/04\/2023/)
  })
})
