/** What a home says of who lives there, as the thirty-second update sends it. */

import { z } from 'zod'
import { id, unlessEmpty } from '#shared/parse'
import type { PlainDate } from '#shared/dates'
import { type Problem, Refusal, invalid } from '#shared/refusal'
import type { Home, HomeId } from '../home.ts'
import { type Ages, type WhoLives, readAges } from '../living.ts'

const ages = unlessEmpty(z.string('Enter ages in whole years, such as 9, 12').max(300, 'Enter fewer ages'))

export const oneHome = z.object({
  home: id<'Home'>('Home not found'),
  girls: ages,
  boys: ages,
  others: ages,
  nobody: unlessEmpty(z.literal('yes', 'Tick the box, or leave it')),
})
export type SentHome = z.infer<typeof oneHome>

/** A form's boxes are named `girls-ID` and so on: one saying for each home. */
export function gatherHomes(boxes: Record<string, unknown>): unknown[] {
  const ids = Object.keys(boxes).flatMap(name =>
    name.startsWith('girls-') ? [name.slice('girls-'.length)] : [],
  )
  const fields = ['girls', 'boys', 'others', 'nobody']
  return ids.map(home => ({
    home,
    ...Object.fromEntries(fields.map(field => [field, boxes[`${field}-${home}`]])),
  }))
}

type Before = { readonly home: Home; readonly said: WhoLives | undefined; readonly today: PlainDate }

/** Null where nothing is said. What was said once is said again with each update, or changed, and not forgotten. */
export function readLiving(sent: SentHome, { home, said, today }: Before): WhoLives | null | Refusal {
  const read = {
    girls: readAges(sent.girls ?? ''),
    boys: readAges(sent.boys ?? ''),
    others: readAges(sent.others ?? ''),
  }
  const wrong = Object.entries(read).filter(([, found]) => found === undefined)
  if (wrong.length > 0) return invalid(...wrong.map(([box]) => notAges(box as keyof Ages, sent.home)))
  const living = read as Ages
  const isAnybody = [living.girls, living.boys, living.others].some(each => each.length > 0)
  if (isAnybody && sent.nobody) {
    const message = `Enter the ages of those who live at ${home.name}, or tick that nobody does, not both`
    return invalid({ field: `nobody-${sent.home}`, message })
  }
  if (isAnybody || sent.nobody) return { home: sent.home, saidOn: today, ...living }
  if (!said) return null
  const message = `Enter the ages of the children who live at ${home.name}, or tick that nobody does`
  return invalid({ field: `girls-${sent.home}`, message })
}

const whose: Record<keyof Ages, string> = { girls: 'of girls', boys: 'of boys', others: 'of other children' }
const notAges = (box: keyof Ages, home: HomeId): Problem => ({
  field: `${box}-${home}`,
  message: `Enter the ages ${whose[box]} in whole years up to 25, such as 9, 12`,
})
