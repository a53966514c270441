/** The age bands in which DfE's statistics and the regional sufficiency model count children. */

export const ageBands = [
  { band: 'under 1', from: 0, until: 1 },
  { band: '1-4', from: 1, until: 5 },
  { band: '5-9', from: 5, until: 10 },
  { band: '10-15', from: 10, until: 16 },
  { band: '16+', from: 16, until: Infinity },
] as const

export type AgeBand = (typeof ageBands)[number]['band']

/** A child not yet born is counted with the youngest. */
export const ageBandOf = (age: number): AgeBand => ageBands.find(({ until }) => age < until)?.band ?? '16+'
