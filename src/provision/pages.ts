/** Pages of homes and places: each asks an action and shows a view, or says where to look next. */

import { type Route, ask, deed } from '#web/route'
import { addOwn, askForHome, changeHome, keepHome, showHome } from './actions/homes.ts'
import { listOwn, listRegister } from './actions/listing.ts'
import {
  addOwnPlace,
  changePlace,
  closeOwnPlace,
  confirmPlace,
  keepPlace,
  reopenOwnPlace,
} from './actions/places.ts'
import { confirmLoad, listRegisterLoads, loadRegister, showLoad } from './actions/register.ts'
import { closeOwn, reopenOwn } from './actions/states.ts'
import { listVacancies, tellVacancies } from './actions/vacancies.ts'
import { paths } from './paths.ts'
import { addingPage, changingPage, closingPage, openingPage } from './views/forms.ts'
import { homePage, ownHomesPage } from './views/home.ts'
import { loadPage, loadsPage } from './views/loads.ts'
import { addingPlacePage, changingPlacePage, closingPlacePage, vacanciesPage } from './views/places.ts'
import { registerCsv, registerPage } from './views/register.ts'

export const pages: readonly Route[] = [
  ask(paths.homes, listRegister, registerPage, { csv: registerCsv }),
  ask(paths.mine, listOwn, ownHomesPage),
  ask(paths.adding, askForHome, addingPage),
  deed(paths.adding, addOwn, home => paths.home(home.id)),
  ask(paths.vacancies, listVacancies, vacanciesPage),
  deed(paths.vacancies, tellVacancies, () => paths.mine),
  ask('/homes/:home', showHome, homePage),
  ask('/homes/:home/purpose', keepHome, changingPage),
  deed('/homes/:home/purpose', changeHome, home => paths.home(home.id)),
  ask('/homes/:home/closing', keepHome, closingPage),
  deed('/homes/:home/closing', closeOwn, home => paths.home(home.id)),
  ask('/homes/:home/opening', keepHome, openingPage),
  deed('/homes/:home/opening', reopenOwn, home => paths.home(home.id)),
  ask('/homes/:home/places/new', keepHome, addingPlacePage),
  deed('/homes/:home/places/new', addOwnPlace, place => paths.home(place.home)),
  ask('/places/:place', keepPlace, changingPlacePage),
  deed('/places/:place', changePlace, place => paths.home(place.home)),
  deed('/places/:place/confirmation', confirmPlace, place => paths.home(place.home)),
  ask('/places/:place/closing', keepPlace, closingPlacePage),
  deed('/places/:place/closing', closeOwnPlace, place => paths.home(place.home)),
  deed('/places/:place/opening', reopenOwnPlace, place => paths.home(place.home)),
  ask(paths.register, listRegisterLoads, loadsPage),
  deed(paths.register, loadRegister, ({ load }) => paths.load(load.id), { files: true }),
  ask('/register/:list', showLoad, loadPage),
  deed('/register/:list/confirmation', confirmLoad, ({ load }) => paths.load(load.id)),
]
