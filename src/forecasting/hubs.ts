/** Hubs of a region as data: which authorities each holds; refused in sentences. */

import { z } from 'zod'

/** A hub, and its authorities as numbers of the history's. */
export type Hub = { readonly hub: string; readonly members: readonly number[] }

const list = 'must be a list of authorities, as the returns name them'
const shape = z.record(z.string(), z.array(z.string(list), list).min(1, list), {
  error: 'must be an object: each hub with a list of its authorities',
})

/**
 * From `{"hub": ["authority", ...]}`, with authorities as the returns name them. Not each must be in a hub, but none in
 * two: then hubs would not add up to the region.
 */
export function readHubs(
  given: unknown,
  authorities: readonly string[],
): readonly Hub[] | { readonly wrong: string } {
  const read = shape.safeParse(given)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return { wrong: `${path.length > 0 ? path.join('.') : 'the file'} ${message}` }
  }
  const taken = new Map<string, string>()
  for (const [hub, names] of Object.entries(read.data))
    for (const [at, name] of names.entries()) {
      if (!authorities.includes(name))
        return { wrong: `${hub}.${at}: the returns have no "${name}"; they have ${authorities.join(', ')}` }
      if (taken.has(name)) return { wrong: `${hub}.${at}: ${name} is in ${taken.get(name)} already` }
      taken.set(name, hub)
    }
  return hubsBy(authorities, name => taken.get(name))
}

/** The hubs that so many authorities make, in the order in which they are met. */
export function hubsBy(
  authorities: readonly string[],
  hubOf: (authority: string) => string | undefined,
): readonly Hub[] {
  const members = new Map<string, number[]>()
  for (const [at, name] of authorities.entries()) {
    const hub = hubOf(name)
    if (hub !== undefined) members.set(hub, [...(members.get(hub) ?? []), at])
  }
  return [...members].map(([hub, own]) => ({ hub, members: own }))
}
