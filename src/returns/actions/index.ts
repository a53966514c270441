/** Every action of returns, for the doors that list them. */

import type { AnyAction } from '#access'
import { listReturns } from './lists.ts'
import { cancelLoad, commitLoad, prepareLoad, previewLoad, showLoad, startLoad } from './loads.ts'
import { giveBack, listProblems } from './problems.ts'
import { undoLoad } from './undoing.ts'

export const returnsActions: readonly AnyAction[] = [
  listReturns,
  prepareLoad,
  startLoad,
  showLoad,
  listProblems,
  giveBack,
  previewLoad,
  commitLoad,
  cancelLoad,
  undoLoad,
]
