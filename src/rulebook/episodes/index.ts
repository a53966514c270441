/** The rules of the Episodes: dates, codes, where the child lives, and how one episode follows another. */

import type { Rule } from '../rule.ts'
import { afterTheEnd } from './after-the-end.ts'
import { ages } from './ages.ts'
import { agesInPlacements } from './ages-in-placements.ts'
import { changes } from './changes.ts'
import { contents } from './contents.ts'
import { dates } from './dates.ts'
import { distance } from './distance.ts'
import { durations } from './durations.ts'
import { exits } from './exits.ts'
import { following } from './following.ts'
import { forAdoption } from './for-adoption.ts'
import { lastYear } from './last-year.ts'
import { location } from './location.ts'
import { mothers } from './mothers.ts'
import { moves } from './moves.ts'
import { provision } from './provision.ts'
import { pupils } from './pupils.ts'
import { shortBreaks } from './short-breaks.ts'
import { temporaryPlacements } from './temporary.ts'
import { urns } from './urns.ts'

const spells = [
  ...dates,
  ...contents,
  ...following,
  ...afterTheEnd,
  ...changes,
  ...moves,
  ...durations,
  ...shortBreaks,
]
const children = [...ages, ...agesInPlacements, ...exits, ...mothers, ...pupils, ...lastYear]
const placements = [...temporaryPlacements, ...forAdoption, ...provision, ...urns, ...location, ...distance]

export const episodeRules: readonly Rule[] = [...spells, ...children, ...placements]
