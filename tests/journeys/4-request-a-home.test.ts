/** Asking for a home: a planned move, with time to ask everything, and tonight, with none. */

import assert from 'node:assert/strict'
import { type Somebody, journey } from '../support/journey.ts'

const wasWritten = /\d+ of \d+ parts are complete/

journey('A social worker asks for a home', async ({ as }) => {
  const worker = await as('Social worker', 'Medway')
  await worker.look('home-social-worker')
  await planned(worker)
  await tonight(worker)

  const officer = await as('Brokerage officer', 'Medway')
  await officer.look('home-brokerage-emergency')
  await officer.sees('Emergencies 1')
  await officer.goTo('Requests')
  assert.equal((await officer.table(/Children who need a home/)).length, 3)
  await officer.look('requests')
})

async function planned(worker: Somebody): Promise<void> {
  await beginFor(worker, 'Planned', 2)
  await worker.sees(wasWritten)
  await worker.look('request-draft')

  await worker.press('Check and hand to brokerage')
  await worker.sees(/answers missing/)
  await worker.look('request-check-missing')
  await worker.back()
  for (const part of await worker.listed('listitem')) {
    await worker.follow(part)
    await worker.answerTheRest()
    await worker.look(`request-${part.toLowerCase().replaceAll(/\W+/g, '-')}`)
    await worker.press('Save and return')
  }
  await handOver(worker)
}

async function tonight(worker: Somebody): Promise<void> {
  await beginFor(worker, 'Emergency', 3)
  await worker.look('request-draft-emergency')
  await worker.press('Check and hand to brokerage')
  for (let missing = 20; missing > 0 && (await worker.text()).includes('missing first'); missing -= 1) {
    await worker.follow((await worker.listed('listitem'))[0]!)
    await worker.look('request-missing-answer')
    await worker.answerTheRest()
    await worker.press('Save and return')
  }
  await worker.back()
  await handOver(worker)
}

async function beginFor(worker: Somebody, urgency: string, child: number): Promise<void> {
  await worker.goTo('Children')
  await worker.follow((await worker.listed('rowheader'))[child]!)
  await worker.press('Request a home')
  await worker.look('request-start')
  await worker.press('Begin the request')
  await worker.sees('There is a problem')
  await worker.look('request-start-refused')
  await worker.choose(urgency)
  await worker.press('Begin the request')
}

async function handOver(worker: Somebody): Promise<void> {
  await worker.press('Check and hand to brokerage')
  await worker.look('request-check')
  await worker.press('Continue')
  await worker.look('request-handover')
  await worker.press('Hand to brokerage')
  await worker.sees('Looking for a home')
  await worker.look('request-handed-over')
}
