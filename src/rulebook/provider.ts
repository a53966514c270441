/** What Ofsted's lists say of a home or provider, by its URN: what it may be used for, and until when. */

import type { Day } from '#shared/days'

export type Provider = {
  readonly urn: string
  /** The placement types (PLACE) that it is registered for; empty where the list does not say. */
  readonly placeCodes: readonly string[]
  /** The kinds of provider (PLACE_PROVIDER) that it can be. */
  readonly providerCodes: readonly string[]
  /** The day on which its registration ended; null while it is registered. */
  readonly registrationEnded: Day | null
  readonly postcode: string | null
  /** The upper-tier authority it stands in. */
  readonly authority: string | null
}

/** A provider of supported accommodation has several premises under one URN. */
export type Providers = ReadonlyMap<string, readonly Provider[]>

export function providersFrom(all: Iterable<Provider>): Providers {
  const byUrn = new Map<string, Provider[]>()
  for (const provider of all) {
    const same = byUrn.get(provider.urn)
    if (same) same.push(provider)
    else byUrn.set(provider.urn, [provider])
  }
  return byUrn
}
