/** A director reads their own figures beside the region's, in the same unit, and is told what the region's are. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#access'
import { Refusal } from '#shared/refusal'
import { addChild } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { agreement, organisation, people, today } from '../../../tests/support/people.ts'
import { showHomepage } from './actions.ts'

onBoth('Own figures beside the region’s', opened => {
  test('each has the region’s beside it, or says that too few stand behind it', async () => {
    const { database, owner } = opened()
    for (const distanceMiles of [3, 4, 30]) await addChild(database, { episodes: [{ distanceMiles }] })
    const authorities = [organisation.bracknell.id, organisation.reading.id, organisation.kent.id] as string[]
    const fourth = 'a0000000-0000-4000-8000-000000000104'
    await owner
      .insertInto('access.organisation')
      .values({ id: fourth, kind: 'authority', name: 'Slough', code: 'E06000039', hub: 'North' })
      .execute()
    const region_id = organisation.coop.id
    const from_on = agreement.from_on
    for (const authority_id of [organisation.kent.id, fourth]) {
      await owner.insertInto('access.membership').values({ region_id, authority_id, from_on }).execute()
      await owner
        .insertInto('access.agreement_party')
        .values({ agreement_id: agreement.id, organisation_id: authority_id, signed_on: from_on })
        .execute()
    }
    await owner
      .insertInto('measures.regional_sum')
      .values({
        region_id,
        counted_on: today,
        authorities: [...authorities, fourth],
        looked_after: 1240,
        per_10000: 61.2,
        over_20_percent: 21.6,
        out_of_area_percent: 40,
        three_or_more_percent: 9.5,
        unregistered_percent: null,
      })
      .execute()

    const shown = await perform(showHomepage, { database, actor: people.director, today }, {})
    assert.ok(!(shown instanceof Refusal))
    const beside = Object.fromEntries(
      shown.headlines.map(({ name, note, beside: theirs }) => [name, `${note}. ${theirs}`]),
    )
    assert.equal(beside['Children looked after'], 'today. Region: about 1,240')
    assert.equal(beside['Over 20 miles from home'], '1 of 3 children. Region: 22%')
    assert.equal(beside['In unregistered settings'], '0 of 3 children, 0.0%. Region: too few to show')
    assert.match(shown.notes[0]!, /sum over the 4 authorities .* counted on 30 August 2026/)
  })
})
