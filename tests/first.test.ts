/** The doors before anything lies behind them. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Action, perform, readChain, verifyChain, inTransaction } from '#access'
import { z } from 'zod'
import { onBoth } from './support/database.ts'
import { people, today, organisation } from './support/people.ts'
import { openWebsite, type Website } from './support/website.ts'
import { ask } from '#web/route'
import { html } from '#web/html'

const look: Action<{ name: string }, string> & { role: 'reader' } = {
  name: 'test.look',
  says: 'Looks',
  role: 'reader',
  permission: 'account',
  schema: z.object({ name: z.string('Say a name') }),
  about: () => null,
  run: async (_, { name }) => name,
}

onBoth('audit', opened => {
  test('a deed is recorded in a chain that can be verified', async () => {
    const { database, owner } = opened()
    for (const name of ['a', 'b'])
      assert.equal(await perform(look, { database, actor: people.broker, today }, { name }), name)
    const { lines, head } = await owner.transaction().execute(tx => readChain(tx, organisation.bracknell.id))
    assert.deepEqual(verifyChain(organisation.bracknell.id, lines, head).state, 'whole')
    assert.equal(lines.length, 2)
    const seen = await inTransaction(database, people.broker, today, 'reader', tx =>
      readChain(tx, organisation.bracknell.id),
    )
    assert.equal(seen.lines.length, 2)
  })
})
suite('site', () => {
  let website: Website
  before(
    async () =>
      void (website = await openWebsite({
        more: [ask('/look', look, name => ({ title: name, body: html`<h1>${name}</h1>` }))],
      })),
  )
  after(() => website.close())
  test('pages', async () => {
    const page = await website.as(people.broker).see('/look?name=x')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /<h1>x<\/h1>/)
    assert.equal((await website.as(null).see('/look?name=x')).statusCode, 303)
    assert.equal((await website.as(people.broker).see('/look')).statusCode, 422)
    assert.equal((await website.as(null).see('/sign-in')).statusCode, 200)
    assert.equal((await website.as(null).see('/assets/nearhome.css')).statusCode, 200)
  })
})
