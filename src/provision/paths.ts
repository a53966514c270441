/** Where homes and places live. A change of state is a page of its own. */

import type { HomeId } from './home.ts'
import type { PlaceId } from './place.ts'

export const paths = {
  homes: '/homes',
  mine: '/homes/mine',
  adding: '/homes/new',
  vacancies: '/homes/vacancies',
  home: (id: HomeId) => `/homes/${id}`,
  changing: (id: HomeId) => `/homes/${id}/purpose`,
  closing: (id: HomeId) => `/homes/${id}/closing`,
  opening: (id: HomeId) => `/homes/${id}/opening`,
  addingPlace: (id: HomeId) => `/homes/${id}/places/new`,
  place: (id: PlaceId) => `/places/${id}`,
  confirming: (id: PlaceId) => `/places/${id}/confirmation`,
  closingPlace: (id: PlaceId) => `/places/${id}/closing`,
  openingPlace: (id: PlaceId) => `/places/${id}/opening`,
  register: '/register',
  load: (id: string) => `/register/${id}`,
  confirmingLoad: (id: string) => `/register/${id}/confirmation`,
}
