/** How the statutory return codes a home: PLACE from what kind it is, PLACE_PROVIDER from who runs it. */

import type { AuthorityId } from '#access'
import type { Home, HomeKind } from '#provision'
import type { PlacementProviderCode, PlacementTypeCode } from '#reference'

export type Coding = { readonly placeCode: PlacementTypeCode; readonly providerCode: PlacementProviderCode }

/** `isLongTerm` is whether the plan is for the child to grow up there: U4 and not U6 for foster carers. */
export const codingOf = (home: Home, authority: AuthorityId, isLongTerm: boolean): Coding => ({
  placeCode: home.kind === 'foster-household' && isLongTerm ? 'U4' : placeCodes[home.kind],
  providerCode: providerOf(home, authority),
})

/** Carers who are relatives or friends (U1 to U3) or may adopt (U5) are not on the register of homes. */
const placeCodes: Record<HomeKind, PlacementTypeCode> = {
  'childrens-home': 'K2',
  'foster-household': 'U6',
  'supported-accommodation': 'K3',
  'residential-school': 'S1',
  'secure-home': 'K1',
}

function providerOf({ sector, organisation }: Home, authority: AuthorityId): PlacementProviderCode {
  const isOwn = (organisation as string) === (authority as string)
  if (isOwn) return 'PR1'
  return ({ 'local-authority': 'PR2', health: 'PR3', private: 'PR4', voluntary: 'PR5' } as const)[sector]
}
