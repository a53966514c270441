/** Where returns live. A change of state is a page of its own. */

import type { LoadId } from './load.ts'

export const paths = {
  returns: '/returns',
  start: '/returns/new',
  /** Each year's return against every rule: a page of the module above. */
  years: '/returns/years',
  checking: (year: number) => `/returns/years/${year}/checking`,
  load: (id: LoadId) => `/returns/${id}`,
  again: (id: LoadId) => `/returns/${id}?again=yes`,
  commitment: (id: LoadId) => `/returns/${id}/commitment`,
  cancellation: (id: LoadId) => `/returns/${id}/cancellation`,
  undoing: (id: LoadId) => `/returns/${id}/undoing`,
  problems: (id: LoadId, code?: string) => `/returns/${id}/problems${code ? `?code=${code}` : ''}`,
  leftOut: (id: LoadId) => `/returns/${id}/problems?stops=yes`,
  file: (id: LoadId, file: string) => `/returns/${id}/files/${file}`,
}
