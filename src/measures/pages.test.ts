/** The figures' pages: for whom, with which links, and as a file. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { addChild } from '../../tests/support/children.ts'
import { organisation, people } from '../../tests/support/people.ts'
import { type Website, openWebsite } from '../../tests/support/website.ts'
import { measureCodes } from './measure.ts'
import { paths } from './paths.ts'

suite('The pages of figures', () => {
  let website: Website
  before(async () => {
    website = await openWebsite()
    await addChild(website.database, {
      episodes: [{ distanceMiles: 41, placeCode: 'Z12', providerCode: null }],
    })
    await addChild(website.database, { of: people.siblingSocialWorker })
  })
  after(() => website.close())

  const linksOn = async (...[actor, url]: [Parameters<Website['as']>[0], string]) =>
    [...(await website.as(actor).see(url)).body.matchAll(/href="(\/(?:region\/)?children\?[^"]*)"/g)].map(
      ([, href]) => href!.replaceAll('&amp;', '&'),
    )

  test('whoever may see children is led from a figure to them, and nobody else is', async () => {
    assert.ok((await linksOn(people.director, '/figures')).includes('/children?distance=over+20'))
    assert.ok((await linksOn(people.director, '/figures')).includes('/children?circumstance=unregistered'))
    assert.ok((await linksOn(people.regionLead, '/figures')).includes('/region/children?unregistered=yes'))
    for (const asked of ['distance=outside', 'moves=three+or+more']) {
      assert.ok((await linksOn(people.director, '/figures')).includes(`/children?${asked}`), asked)
      assert.ok((await linksOn(people.regionLead, '/figures')).includes(`/region/children?${asked}`), asked)
    }
    assert.deepEqual(await linksOn(people.administrator, '/figures'), [])
  })

  test('narrowed to an authority, a figure leads to that authority’s children', async () => {
    const { code, id } = organisation.bracknell
    assert.ok(
      (await linksOn(people.regionLead, paths.of(code!))).includes(
        `/region/children?distance=over+20&authority=${id}`,
      ),
    )
  })

  test('every such link answers', async () => {
    for (const actor of [people.director, people.regionLead]) {
      for (const href of await linksOn(actor, '/figures')) {
        assert.equal((await website.as(actor).see(href)).statusCode, 200, href)
      }
    }
  })

  test('every figure has a page that says how it is counted', async () => {
    for (const measure of measureCodes) {
      const page = await website.as(people.broker).see(paths.definition(measure))
      assert.equal(page.statusCode, 200)
      assert.match(page.body, /Source of the rule/)
    }
    assert.equal((await website.as(people.broker).see('/figures/definitions/luck')).statusCode, 422)
  })

  test('the file says the same as the page', async () => {
    const file = await website.as(people.regionLead).see(paths.csv())
    assert.match(String(file.headers['content-type']), /^text\/csv/)
    assert.match(file.body, /2026-08-30,over-20-miles,All who share records,count,1\r\n/)
    assert.match(file.body, /2026-08-30,looked-after,Reading,count,1\r\n/)
  })

  test('a provider is refused, and somebody unknown signs in first', async () => {
    assert.equal((await website.as(people.larchManager).see('/figures')).statusCode, 403)
    assert.equal((await website.as(null).see('/figures')).statusCode, 303)
  })

  test('an authority is told of another as of one that does not exist', async () => {
    const asked = website.as(people.broker)
    const [other, none] = [
      await asked.read(paths.of(organisation.reading.code!)),
      await asked.read(paths.of('E00000000')),
    ]
    assert.deepEqual([other.statusCode, other.body], [404, none.body])
  })
})
