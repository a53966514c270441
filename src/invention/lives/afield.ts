/** How far afield homes of each kind are found, whose they are, and what they cost where no register says. */

import type { Where } from '../ground.ts'
import type { HomeKind, Sector } from '../rows.ts'
import type { StayKind } from './stay-facts.ts'

/** How far afield homes of a kind are found: shaped until over 20 miles and out of area are near `shares.ts`. */
export const where: Readonly<Record<StayKind, Where & { readonly miles: number }>> = {
  kin: { own: 0.66, beyond: 0.05, miles: 3 },
  foster: { own: 0.51, beyond: 0.022, miles: 3 },
  home: { own: 0.36, beyond: 0.12, miles: 7 },
  supported: { own: 0.62, beyond: 0.06, miles: 4 },
  parents: { own: 1, beyond: 0, miles: 0 },
  school: { own: 0.25, beyond: 0.3, miles: 25 },
  secure: { own: 0.05, beyond: 0.5, miles: 50 },
  'parent-and-baby': { own: 0.4, beyond: 0.2, miles: 15 },
  hospital: { own: 0.6, beyond: 0.1, miles: 8 },
  custody: { own: 0.1, beyond: 0.5, miles: 40 },
  unregistered: { own: 0.45, beyond: 0.2, miles: 12 },
  adoption: { own: 0.3, beyond: 0.15, miles: 16 },
}
export const kinds: Partial<Record<StayKind, HomeKind>> = {
  foster: 'foster-household',
  home: 'childrens-home',
  supported: 'supported-accommodation',
  school: 'residential-school',
  secure: 'secure-home',
}
export const ownHomes: Partial<Record<StayKind, number>> = { foster: 0.84, home: 0.34, supported: 0.15 }

/** Pounds a week where no home on the register sets the fee. 10,500 if unregistered: Children's Commissioner, 2025. */
export const fees: Readonly<Record<StayKind, number>> = {
  kin: 290,
  foster: 1010,
  home: 5600,
  supported: 1350,
  parents: 0,
  school: 4600,
  secure: 7600,
  'parent-and-baby': 3400,
  hospital: 0,
  custody: 0,
  unregistered: 10500,
  adoption: 0,
}

export const providers: Readonly<Record<Sector, string>> = {
  'local-authority': 'PR2',
  private: 'PR4',
  voluntary: 'PR5',
  health: 'PR3',
}
