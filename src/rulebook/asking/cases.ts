/** One worked case, asked without loading what reads cases for those who ask none. */

import type { Answer } from './trying.ts'

/** `pack` is a collection year; without it the newest that the case names. */
export const askCase = async (raw: unknown, pack?: number): Promise<Answer> =>
  (await import('./trying.ts')).askCase(raw, pack)
