/** Ofsted's list through the website: looked at first, loaded once, and loaded again next month. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, inTransaction, perform } from '#access'
import { Refusal } from '#shared/refusal'
import { onBoth } from '../../tests/support/database.ts'
import { addHome } from '../../tests/support/homes.ts'
import { fileOf, listOf, october, september } from '../../tests/support/ofsted-list.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { openWebsite } from '../../tests/support/website.ts'
import { type Preview, confirmLoad, loadRegister, showLoad } from './actions/register.ts'
import { paths } from './paths.ts'
import { supplyFor } from './store/supply.ts'

onBoth('Ofsted’s list', opened => {
  const asAdministrator = () => ({ database: opened().database, actor: people.administrator, today })
  const load = async (text: string, more = {}): Promise<Preview> => {
    const preview = await perform(loadRegister, asAdministrator(), { ...fileOf(text), ...more })
    assert.ok(!(preview instanceof Refusal), JSON.stringify(preview))
    return preview
  }
  const homesSeenBy = (actor: Actor) =>
    inTransaction(opened().database, actor, today, 'reader', async tx => await supplyFor(tx))
  const providers = () =>
    opened()
      .owner.selectFrom('access.organisation')
      .select(['name', 'code'])
      .where('kind', '=', 'provider')
      .execute()

  test('is looked at before anything changes, and every row that cannot be used says why', async () => {
    const { plan, unknown, elsewhere } = await load(listOf(september))
    assert.deepEqual(
      plan.added.map(({ urn }) => urn),
      ['SC500001', 'SC500002', 'SC500003', 'SC500004'],
    )
    assert.deepEqual(plan.problems, [
      { row: 8, message: 'URN must be SC and 6 digits, or 7 digits, not “nonsense”' },
      { row: 9, message: '“Atlantis” is not an authority in England' },
      { row: 10, message: 'Places must be a whole number' },
    ])
    assert.deepEqual([plan.leftOut, elsewhere], [1, 1])
    assert.deepEqual(unknown, ['Weather'])
    assert.deepEqual(await homesSeenBy(people.regionLead), [])
  })

  test('loaded, each home stands under whoever runs it, and a provider not known yet is added once', async () => {
    const preview = await load(listOf(september))
    const loaded = await perform(confirmLoad, asAdministrator(), { list: preview.load.id })
    assert.ok(!(loaded instanceof Refusal))
    const homes = await homesSeenBy(people.regionLead)
    assert.deepEqual(
      homes
        .map(({ home, runBy }) => [home.urn, runBy, home.areaCode])
        .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
      [
        ['SC500001', 'Rowan Care', 'E06000038'],
        ['SC500002', 'Teasel Care', 'E10000016'],
        ['SC500003', 'Teasel Care', 'E06000036'],
        ['SC500004', 'Reading', 'E06000038'],
      ],
    )
    assert.equal((await providers()).filter(({ code }) => code === 'SC900009').length, 1)
    assert.deepEqual(
      (await homesSeenBy(people.rowanManager)).map(({ home }) => home.name),
      ['Bramble House'],
    )
  })

  test('pressed twice, it is loaded once; the same list again changes nothing', async () => {
    const preview = await load(listOf(september))
    assert.deepEqual([preview.plan.added.length, preview.plan.changed.length], [0, 0])
    assert.equal(preview.plan.unchanged, 4)
    await perform(confirmLoad, asAdministrator(), { list: preview.load.id })
    const twice = await perform(confirmLoad, asAdministrator(), { list: preview.load.id })
    assert.ok(twice instanceof Refusal)
    assert.equal(twice.kind, 'conflict')
    assert.equal((await homesSeenBy(people.regionLead)).length, 4)
    assert.equal((await providers()).length, 3)
  })

  test('next month tells what changed and what is gone, and leaves alone what the home itself said', async () => {
    const { owner } = opened()
    const own = owner.updateTable('provision.home').set({ age_from: 11, takes_siblings: true })
    await own.where('urn', '=', 'SC500001').execute()
    const { plan } = await load(listOf(october), { confirm: 'yes' })
    assert.deepEqual(
      plan.changed.map(({ urn, changes }) => [urn, changes.map(({ field }) => field)]),
      [
        ['SC500001', ['registeredPlaces', 'judgement', 'inspectedOn']],
        ['SC500003', ['isActive']],
      ],
    )
    assert.deepEqual(
      plan.gone.map(({ urn }) => urn),
      ['SC500002'],
    )
    const homes = new Map((await homesSeenBy(people.regionLead)).map(({ home }) => [home.urn, home]))
    const bramble = homes.get('SC500001')!
    assert.deepEqual(
      [bramble.registeredPlaces, bramble.purpose.ageFrom, bramble.purpose.takesSiblings],
      [3, 11, true],
    )
    assert.equal(homes.get('SC500003')!.state, 'closed')
    assert.equal(homes.get('SC500002')!.state, 'open')
    const again = await load(listOf(october))
    assert.deepEqual([again.plan.added.length, again.plan.changed.length], [0, 0])
  })

  test('a file that is not the list says what it lacks; one in another alphabet is read', async () => {
    const wrong = await perform(loadRegister, asAdministrator(), fileOf('Name,Colour\r\nA,Blue'))
    assert.ok(wrong instanceof Refusal)
    assert.equal(wrong.problems.length, 5)
    const latin = (text: string) =>
      Uint8Array.from(text, letter => (letter === '\u2019' ? 0x92 : letter.charCodeAt(0)))
    const read = await perform(loadRegister, asAdministrator(), fileOf(listOf(september), latin))
    assert.ok(!(read instanceof Refusal))
    assert.equal(read.plan.unchanged, 2)
    const back = read.plan.changed.find(({ urn }) => urn === 'SC500003')
    assert.deepEqual(back?.changes, [{ field: 'isActive', before: 'false', after: 'true' }])
  })

  test('only the administrator of the co-operative loads it', async () => {
    const { database } = opened()
    const { load: made } = await load(listOf(september))
    for (const actor of [people.broker, people.larchManager, people.regionLead]) {
      const refused = await perform(loadRegister, { database, actor, today }, fileOf(listOf(september)))
      assert.ok(refused instanceof Refusal && refused.kind === 'not-allowed')
      const unseen = await perform(showLoad, { database, actor, today }, { list: made.id })
      assert.ok(unseen instanceof Refusal)
    }
  })

  test('a provider may not add a provider, nor the co-operative an authority', async () => {
    const { database } = opened()
    const adding = (actor: Actor, kind: string) =>
      inTransaction(database, actor, today, 'writer', tx =>
        tx
          .insertInto('access.organisation')
          .values({ id: crypto.randomUUID(), kind, name: 'Sham' })
          .execute(),
      )
    await assert.rejects(adding(people.larchManager, 'provider'), /permission denied/)
    await assert.rejects(adding(people.administrator, 'authority'), /row-level security/)
  })

  test('the pages: choose, look, load', async () => {
    const website = await openWebsite({ opened: opened() })
    await addHome(opened().owner, { organisation: organisation.larch.id, urn: 'SC777777', name: 'Unlisted' })
    const administrator = website.as(people.administrator)
    assert.equal((await administrator.see(paths.register)).statusCode, 200)
    const parts = [
      '--part',
      'Content-Disposition: form-data; name="files"; filename="list.csv"',
      'Content-Type: text/csv',
      '',
      listOf(september),
      '--part--',
      '',
    ]
    const type = { 'content-type': 'multipart/form-data; boundary=part' }
    const sent = await administrator.submit(paths.register, Buffer.from(parts.join('\r\n')), type)
    const made = { id: sent.headers.location!.split('/').at(-1)! }
    const none = await administrator.submit(paths.register, {})
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /Choose Ofsted/)
    const page = await administrator.see(paths.load(made.id))
    assert.match(page.body, /Rows that cannot be used[\s\S]*Atlantis/)
    assert.match(page.body, /look at each[\s\S]*Unlisted/)
    const done = await administrator.submit(paths.confirmingLoad(made.id))
    assert.equal(done.headers.location, paths.load(made.id))
    assert.match((await administrator.see(paths.load(made.id))).body, /The list has been loaded/)
    assert.equal((await website.as(people.regionLead).see(paths.register)).statusCode, 403)
    await website.server.close()
  })
})
