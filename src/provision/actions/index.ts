/** Everything that may be asked of homes and places. */

import type { AnyAction } from '#access'
import { addOwn, askForHome, changeHome, keepHome, showHome } from './homes.ts'
import { listOwn, listRegister } from './listing.ts'
import { addOwnPlace, changePlace, closeOwnPlace, confirmPlace, keepPlace, reopenOwnPlace } from './places.ts'
import { confirmLoad, listRegisterLoads, loadRegister, showLoad } from './register.ts'
import { closeOwn, reopenOwn } from './states.ts'
import { listVacancies, tellVacancies } from './vacancies.ts'

export const provisionActions: readonly AnyAction[] = [
  listRegister,
  showHome,
  keepHome,
  listOwn,
  askForHome,
  addOwn,
  changeHome,
  closeOwn,
  reopenOwn,
  keepPlace,
  addOwnPlace,
  changePlace,
  confirmPlace,
  closeOwnPlace,
  reopenOwnPlace,
  listVacancies,
  tellVacancies,
  listRegisterLoads,
  loadRegister,
  showLoad,
  confirmLoad,
]
