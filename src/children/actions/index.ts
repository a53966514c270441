/** Everything that may be asked of children. */

import type { AnyAction } from '#access'
import { listOfChildren, searchChildren } from './lists.ts'
import { assessChild, nameChild, showChild } from './records.ts'
import { listOfRegion } from './region.ts'

export const childrenActions: readonly AnyAction[] = [
  listOfChildren,
  searchChildren,
  showChild,
  assessChild,
  nameChild,
  listOfRegion,
]
