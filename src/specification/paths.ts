/** Where the data specification lives. A change of state is a page of its own. */

import type { ExtractId } from './extract.ts'

const loads = '/specification/loads'
export const paths = {
  specification: '/specification',
  version: (name: string) => `/specification?version=${name}`,
  list: (version: string) => `/specification?version=${version}&format=csv`,
  scorecard: '/specification/scorecard',
  loads,
  start: `${loads}/new`,
  extract: (id: ExtractId) => `${loads}/${id}`,
  again: (id: ExtractId) => `${loads}/${id}?again=yes`,
  commitment: (id: ExtractId) => `${loads}/${id}/commitment`,
  cancellation: (id: ExtractId) => `${loads}/${id}/cancellation`,
  undoing: (id: ExtractId) => `${loads}/${id}/undoing`,
  problems: (id: ExtractId, code?: string) => `${loads}/${id}/problems${code ? `?code=${code}` : ''}`,
}
