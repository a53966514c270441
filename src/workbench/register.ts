/** The region's own register of homes, told as Ofsted's lists tell it, for the rules that ask what a URN is for. */

import type { Home, HomeKind, Sector } from '#provision'
import { type Provider, type Providers, providersFrom } from '#rulebook'
import { toDay } from '#shared/days'

/** What each kind of home is registered for, as PLACE codes it. SSDA903 guide, PLACE. */
const placeCodes: Record<HomeKind, readonly string[]> = {
  'childrens-home': ['K2'],
  'secure-home': ['K1'],
  'supported-accommodation': ['K3'],
  'residential-school': ['S1'],
  'foster-household': ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'],
}

/** A council's home is PR1 to the council and PR2 to the others; whose it is, rule 229 asks of its area. */
const providerCodes: Record<Sector, readonly string[]> = {
  'local-authority': ['PR1', 'PR2'],
  health: ['PR3'],
  private: ['PR4'],
  voluntary: ['PR5'],
}

/** A foster household has no URN of its own: the agency that approved it has, and stands beside it. */
export const providersOn = (homes: Iterable<Home>): Providers =>
  providersFrom([...homes].flatMap(home => (home.urn === null ? [] : [asProvider(home, home.urn)])))

const asProvider = (home: Home, urn: string): Provider => ({
  urn,
  placeCodes: placeCodes[home.kind],
  providerCodes: providerCodes[home.sector],
  registrationEnded: home.state === 'closed' && home.until === null ? toDay(home.since) : null,
  postcode: home.postcode,
  authority: home.areaCode,
})
