/** The hubs of a forecast: those of a file, or those that the platform knows its authorities to be in. */

import { type Hub, hubsBy, readHubs } from '#forecasting'
import { type Authority, southEast } from '#reference'
import { Mistake } from '../command.ts'

/** `file` is what was read from the file that `name` names, where one was given. */
export function hubsOf(
  authorities: readonly string[],
  file: { readonly name: string; readonly content: unknown } | undefined,
): readonly Hub[] {
  if (!file) return wholeHubsOf(authorities)
  const read = readHubs(file.content, authorities)
  if ('wrong' in read) throw new Mistake(`--hubs ${file.name}: ${read.wrong}`)
  return read
}

/** Those of which the returns hold every authority: the number of a part must not be taken for that of its hub. */
function wholeHubsOf(authorities: readonly string[]): readonly Hub[] {
  const held = new Set(authorities.map(name => knownAs(name)))
  const missing = new Set(southEast.filter(each => !held.has(each)).map(({ hub }) => hub))
  return hubsBy(authorities, name => {
    const hub = knownAs(name)?.hub
    return hub && !missing.has(hub) ? hub : undefined
  })
}

/** Returns name an authority by its ONS code, its DfE number or its name. */
const knownAs = (name: string): Authority | undefined =>
  southEast.find(
    each => each.code === name || each.dfeCode === name || each.name.toLowerCase() === name.toLowerCase(),
  )
