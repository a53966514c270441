/** What was known of a child on a past day: the history then begun, ends not yet come left open. */

import type { PlainDate } from '#shared/dates'
import type { Assessment } from './assessment.ts'
import type { Episode } from './episode.ts'

/** An episode that ended on the day had ended: the day belongs to whatever came next. */
export const episodesAsAt = (episodes: readonly Episode[], day: PlainDate): Episode[] =>
  episodes.filter(({ startedOn }) => startedOn <= day).map(episode => openIfEndedAfter(episode, day))

export const assessmentsAsAt = (assessments: readonly Assessment[], day: PlainDate): Assessment[] =>
  assessments.filter(({ assessedOn }) => assessedOn <= day)

const openIfEndedAfter = (episode: Episode, day: PlainDate): Episode =>
  episode.endedOn !== null && episode.endedOn > day
    ? { ...episode, endedOn: null, endReason: null, changeReason: null }
    : episode
