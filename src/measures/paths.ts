/** Where figures live. */

import type { MeasureCode } from './measure.ts'

export const paths = {
  figures: '/figures',
  of: (authority: string) => `/figures?authority=${authority}`,
  csv: (authority?: string) => `/figures?${authority ? `authority=${authority}&` : ''}format=csv`,
  flow: '/figures/flow',
  flowOf: (authority?: string) => `/figures/flow${authority ? `?authority=${authority}` : ''}`,
  flowCsv: (year: number, authority?: string) =>
    `/figures/flow?year=${year}${authority ? `&authority=${authority}` : ''}&format=csv`,
  definition: (measure: MeasureCode) => `/figures/definitions/${measure}`,
}
