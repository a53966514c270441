/** The hubs of a forecast: those of a file, or those that the platform knows its authorities to be in. */

import { type Hub, hubsBy, readHubs } from '#forecasting'
import { authorities as known } from '#reference'
import { Mistake } from '../command.ts'

/** `file` is what was read from the file that `name` names, where one was given. */
export function hubsOf(
  authorities: readonly string[],
  file: { readonly name: string; readonly content: unknown } | undefined,
): readonly Hub[] {
  if (!file) return hubsBy(authorities, hubOfKnown)
  const read = readHubs(file.content, authorities)
  if ('wrong' in read) throw new Mistake(`--hubs ${file.name}: ${read.wrong}`)
  return read
}

/** Returns name an authority by its ONS code, its DfE number or its name. */
function hubOfKnown(authority: string): string | undefined {
  const name = authority.toLowerCase()
  const found = known.find(
    each => each.code === authority || each.dfeCode === authority || each.name.toLowerCase() === name,
  )
  return found?.hub ?? undefined
}
