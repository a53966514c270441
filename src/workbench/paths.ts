/** Where the workbench lives. Children and rows are named by ids of ours, never by what the return calls them. */

import type { CorrectionId } from './correction.ts'
import type { SignOffId } from './sign-off.ts'
import type { WaiverId } from './waiver.ts'

type Child = string

export const paths = {
  years: '/returns/years',
  year: (year: number) => `/returns/years/${year}`,
  checking: (year: number) => `/returns/years/${year}/checking`,
  rule: (year: number, code: string) => `/returns/years/${year}/rules/${code}`,
  waiving: (year: number, code: string) => `/returns/years/${year}/rules/${code}/waiving`,
  waivers: (year: number) => `/returns/years/${year}/waivers`,
  waiverEnd: (id: WaiverId) => `/returns/waivers/${id}/withdrawal`,
  children: (year: number) => `/returns/years/${year}/children`,
  workers: (year: number) => `/returns/years/${year}/workers`,
  teams: (year: number) => `/returns/years/${year}/teams`,
  assigning: (year: number) => `/returns/years/${year}/children/assigning`,
  child: (year: number, child: Child) => `/returns/years/${year}/children/${child}`,
  comment: (year: number, child: Child) => `/returns/years/${year}/children/${child}/comments`,
  cell: (year: number, child: Child, { file, at, column }: { file: string; at: number; column: string }) =>
    `/returns/years/${year}/children/${child}/rows/${file}/${at}/${column}`,
  corrections: (year: number) => `/returns/years/${year}/corrections`,
  correctionEnd: (id: CorrectionId) => `/returns/corrections/${id}/withdrawal`,
  flags: (year: number, form: 'csv' | 'xlsx') => `/returns/years/${year}/flags?form=${form}`,
  fileBack: (year: number, part: string) => `/returns/years/${year}/files/${part}`,
  privateCheck: '/returns/check',
  history: '/returns/history',
  signing: (year: number) => `/returns/years/${year}/signing`,
  signature: (id: SignOffId) => `/returns/signings/${id}/signature`,
  signingEnd: (id: SignOffId) => `/returns/signings/${id}/withdrawal`,
  signed: (id: SignOffId) => `/returns/signings/${id}`,
  signedFile: (id: SignOffId, name: string) => `/returns/signings/${id}/files/${name}`,
  live: (year: number) => `/returns/years/${year}/live`,
  liveFile: (year: number, name: string) => `/returns/years/${year}/live/files/${name}`,
  sides: (year: number) => `/returns/years/${year}/differences`,
  differences: (id: SignOffId) => `/returns/signings/${id}/differences`,
  rules: (year?: number) => (year ? `/rules?year=${year}` : '/rules'),
  explained: (code: string) => `/rules/${code}`,
}
