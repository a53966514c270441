/** Children whose figures can be counted by hand. */

import { parseDate } from '#shared/dates'
import { addChild } from './children.ts'
import type { TestDatabase } from './database.ts'
import { addHome } from './homes.ts'
import { organisation, people } from './people.ts'

const day = (text: string) => parseDate(text)!

/** Bracknell: five children. Reading: one. Kent shares with nobody: one. */
export async function addCounted({ database, owner }: TestDatabase): Promise<void> {
  const away = { endReason: 'X1', changeReason: 'PLACE' } as const
  const place = (started: string, ended: string | null, facts = {}) => ({
    startedOn: day(started),
    ...(ended ? { endedOn: day(ended), ...away } : {}),
    reasonNew: 'P',
    ...facts,
  })
  await addChild(database, { episodes: [place('2024-01-10', null, { reasonNew: 'S', distanceMiles: 20 })] })
  await addChild(database, {
    child: { born: day('2025-11-20') },
    episodes: [place('2025-12-01', null, { reasonNew: 'S', distanceMiles: 20.1, placeCode: 'U3' })],
  })
  // Settled a year ago, moved twice since: three placements.
  await addChild(database, {
    child: { born: day('2010-01-31') },
    episodes: [
      place('2023-05-01', '2025-12-01', { reasonNew: 'S' }),
      place('2025-12-01', '2026-05-01'),
      place('2026-05-01', null, {
        placeCode: 'Z12',
        providerCode: null,
        distanceMiles: null,
        inArea: null,
      }),
    ],
  })
  // Settled a year ago; two legal statuses, a stay in hospital and coming back: one placement.
  await addChild(database, {
    episodes: [
      place('2023-05-01', '2025-10-01', { reasonNew: 'S' }),
      place('2025-10-01', '2026-01-01', { reasonNew: 'L', legalStatus: 'E1' }),
      place('2026-01-01', '2026-01-20', { placeCode: 'T1', providerCode: null }),
      place('2026-01-20', '2026-03-01', { inArea: true }),
      place('2026-03-01', null, { reasonNew: 'L', inArea: true }),
    ],
  })
  // Home for two years, then back in two placements: the one of long ago is none of this year's.
  await addChild(database, {
    episodes: [
      place('2021-02-01', '2023-02-01', { reasonNew: 'S', endReason: 'E4A', changeReason: null }),
      place('2026-02-01', '2026-04-01', { reasonNew: 'S' }),
      place('2026-04-01', null),
    ],
  })
  // In no figure: short breaks, and a child no longer looked after.
  await addChild(database, { episodes: [{ legalStatus: 'V4' }] })
  await addChild(database, {
    episodes: [place('2024-01-10', '2026-03-31', { reasonNew: 'S', endReason: 'E4A', changeReason: null })],
  })
  await addChild(database, { of: people.siblingBroker, episodes: [{ distanceMiles: 44 }] })
  await addChild(database, { of: people.kentBroker })
  await addHome(owner, { organisation: organisation.larch.id, places: [{}, {}] })
}
