/** Children are kept whole, and by their own authority alone. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AuthorityId, inTransaction } from '#access'
import { parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { pence } from '#shared/money'
import { addChild, asWriter } from '../../tests/support/children.ts'
import { onBoth } from '../../tests/support/database.ts'
import { people, today } from '../../tests/support/people.ts'
import type { Ended } from './episode.ts'
import { move } from './episode.ts'
import { aChild, anAssessment, anEpisode } from './fixtures.ts'
import { saveAssessments } from './store/assessments.ts'
import { deleteChildren, deleteEpisodes, upsertChildren, upsertEpisodes } from './store/bulk.ts'
import {
  allChildren,
  findChild,
  findChildByLocalId,
  holdChild,
  saveNames,
  saveSiblings,
} from './store/children.ts'
import { allEpisodes, beginEpisode, currentEpisode, endEpisode, episodesOf } from './store/episodes.ts'
import { findKept } from './store/records.ts'

const day = (text: string) => parseDate(text)!
const bracknell = people.socialWorker.organisation as string as AuthorityId

onBoth('the records of children', opened => {
  const own = <Result>(work: Parameters<typeof asWriter<Result>>[2]) =>
    asWriter(opened().database, people.socialWorker, work)

  test('what is kept of a child comes back as it was', async () => {
    const assessment = anAssessment()
    const child = await addChild(opened().database, { assessments: [assessment] })
    const other = await addChild(opened().database, { child: { givenName: 'Linnet' } })
    await own(tx => saveSiblings(tx, bracknell, [[child.id, other.id]]))

    const kept = await own(tx => findKept(tx, child.id))
    assert.deepEqual(kept?.child, child)
    const [{ id, ...episode }] = [anEpisode({ child: child.id })]
    assert.deepEqual(kept?.episodes, [{ ...episode, id: kept?.episodes[0]?.id }])
    assert.notEqual(kept?.episodes[0]?.id, id)
    assert.deepEqual(kept?.assessments, [{ ...assessment, child: child.id }])
    assert.deepEqual(
      kept?.siblings.map(({ givenName }) => givenName),
      ['Linnet'],
    )
    const back = await own(tx => findKept(tx, other.id))
    assert.equal(back?.siblings[0]?.id, child.id)
  })

  test('a child of another authority is nowhere to be found', async () => {
    const { database } = opened()
    const child = await addChild(database, { of: people.siblingSocialWorker })
    assert.equal(await own(tx => findChild(tx, child.id)), undefined)
    assert.equal(await own(tx => holdChild(tx, child.id)), undefined)
    assert.equal(await own(tx => findKept(tx, child.id)), undefined)
    assert.equal(await own(tx => findChildByLocalId(tx, child.localId)), undefined)
    assert.deepEqual(await own(tx => episodesOf(tx, child.id)), [])
    assert.equal(
      (await own(tx => allChildren(tx))).some(({ id }) => id === child.id),
      false,
    )
    const theirs = await asWriter(database, people.siblingSocialWorker, tx => findChild(tx, child.id))
    assert.equal(theirs?.id, child.id)
  })

  test('nobody can write a child into another authority', async () => {
    const reading = people.siblingSocialWorker.organisation as string as AuthorityId
    await assert.rejects(
      own(tx => upsertChildren(tx, reading, [aChild()])),
      /row-level security/,
    )
  })

  test('a provider’s manager may not look at all', async () => {
    const child = await addChild(opened().database)
    const asking = inTransaction(opened().database, people.larchManager, today, 'reader', tx =>
      findChild(tx, child.id),
    )
    await assert.rejects(asking, /permission denied/)
  })

  test('a return loaded again changes nothing, and keeps names, costs and ids', async () => {
    const child = await addChild(opened().database)
    const [before] = await own(tx => episodesOf(tx, child.id))
    await own(async tx => {
      await upsertChildren(tx, bracknell, [{ ...child, id: newId(), givenName: null, familyName: null }])
      await upsertEpisodes(tx, bracknell, [{ ...before!, id: newId(), weeklyFee: null }])
    })
    assert.deepEqual(await own(tx => findChild(tx, child.id)), child)
    assert.deepEqual(await own(tx => episodesOf(tx, child.id)), [before])
  })

  test('a child who has moved no longer costs what the last home cost', async () => {
    const child = await addChild(opened().database)
    const [before] = await own(tx => episodesOf(tx, child.id))
    const elsewhere = { ...before!, placeCode: 'K2', weeklyFee: null }
    await own(tx => upsertEpisodes(tx, bracknell, [elsewhere]))
    assert.equal((await own(tx => currentEpisode(tx, child.id)))?.weeklyFee, null)
  })

  test('an episode is ended before the next begins, however the return is ordered', async () => {
    const child = await addChild(opened().database)
    const [open] = await own(tx => episodesOf(tx, child.id))
    const ended = { ...open!, endedOn: day('2026-06-01'), endReason: 'X1' }
    const next = anEpisode({ child: child.id, startedOn: day('2026-06-01'), reasonNew: 'P' })
    await own(tx => upsertEpisodes(tx, bracknell, [next, ended]))
    assert.equal((await own(tx => currentEpisode(tx, child.id)))?.id, next.id)
    assert.equal((await own(tx => allEpisodes(tx))).filter(each => each.child === child.id).length, 2)
  })

  test('no child is in two homes at once', async () => {
    const child = await addChild(opened().database)
    const second = anEpisode({ child: child.id, startedOn: day('2026-07-01') })
    await assert.rejects(
      own(tx => beginEpisode(tx, bracknell, second)),
      /a_child_is_in_one_episode_at_a_time/,
    )
  })

  test('a move ends one episode and begins the next', async () => {
    const child = await addChild(opened().database)
    const current = (await own(tx => currentEpisode(tx, child.id)))!
    const moved = move(current, {
      on: day('2026-08-01'),
      place: { ...current, placeCode: 'K2', weeklyFee: pence(520_000) },
      changeReason: 'CARPL',
      id: newId(),
    })
    assert.ok('ended' in moved)
    await own(async tx => {
      await endEpisode(tx, moved.ended satisfies Ended)
      await beginEpisode(tx, bracknell, moved.begun)
    })
    const [first, second] = await own(tx => episodesOf(tx, child.id))
    assert.deepEqual([first?.endedOn, first?.endReason, first?.changeReason], ['2026-08-01', 'X1', 'CARPL'])
    assert.deepEqual([second?.startedOn, second?.reasonNew, second?.weeklyFee], ['2026-08-01', 'P', 520_000])
  })

  test('a load undone leaves nothing behind', async () => {
    const child = await addChild(opened().database)
    const [episode] = await own(tx => episodesOf(tx, child.id))
    await own(async tx => {
      await deleteEpisodes(tx, [episode!.id])
      await deleteChildren(tx, [child.id])
    })
    assert.equal(await own(tx => findChild(tx, child.id)), undefined)
  })

  test('a name is written once known, and a second assessment on one day replaces the first', async () => {
    const child = await addChild(opened().database, { child: { givenName: null, familyName: null } })
    await own(async tx => {
      await saveNames(tx, [{ id: child.id, givenName: 'Robin', familyName: 'Vale' }])
      const made = anAssessment({ child: child.id })
      await saveAssessments(tx, bracknell, [made])
      await saveAssessments(tx, bracknell, [{ ...made, id: newId(), needs: ['autism'] }])
    })
    const kept = await own(tx => findKept(tx, child.id))
    assert.equal(kept?.child.givenName, 'Robin')
    assert.deepEqual(
      kept?.assessments.map(({ needs }) => needs),
      [['autism']],
    )
  })
})
