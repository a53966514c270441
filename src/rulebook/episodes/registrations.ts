/** Rules of how long a provider was registered, by Ofsted's lists. */

import type { Day } from '#shared/days'
import { agreed, byMessage } from '../ground.ts'
import type { Provider } from '../provider.ts'
import { isAfter } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { whereListed } from './listed.ts'

/** The last day on which any of its premises was registered; null while one still is. */
function registrationEnded(listed: readonly Provider[]): Day | null {
  let last: Day | null = null
  for (const { registrationEnded: ended } of listed) {
    if (ended === null) return null
    if (last === null || ended > last) last = ended
  }
  return last
}

export const registrations: readonly Rule[] = [
  rule({
    code: '227',
    ground: byMessage(
      'Of several premises we take the last to close; the tool that councils use, any that has closed.',
    ),
    says: "The episode begins on or after the day the provider's registration ended.",
    fix: 'Correct URN or DECOM: the provider was no longer registered.',
    columns: ['URN', 'DECOM'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, DECOM=09/06/2026',
        '! URN=SC040633, DECOM=10/06/2026',
        'URN=SC051111, DECOM=10/06/2026',
      ],
      providers: ['URN=SC040633, REG_END=10/06/2026', 'URN=SC051111'],
    },
    run: ({ Episodes, providers }) => ({
      Episodes: whereListed(Episodes, providers, ({ DECOM }, listed) => {
        const ended = registrationEnded(listed)
        return ended !== null && DECOM !== null && DECOM >= ended
      }),
    }),
  }),
  rule({
    code: '228',
    ground: agreed,
    says: "The episode goes on after the day the provider's registration ended.",
    fix: 'Correct URN or DEC, or end the episode: the provider is no longer registered.',
    columns: ['URN', 'DEC'],
    needs: ['Episodes', 'providers'],
    example: {
      Episodes: [
        'URN=SC040633, DEC=10/06/2026',
        '! URN=SC040633, DEC=11/06/2026',
        '! URN=SC040633, DEC=',
        'URN=SC051111, DEC=',
      ],
      providers: ['URN=SC040633, REG_END=10/06/2026', 'URN=SC051111'],
    },
    run: ({ Episodes, providers, end }) => ({
      Episodes: whereListed(Episodes, providers, ({ DEC, written }, listed) =>
        isAfter(written.DEC === null ? end : DEC, registrationEnded(listed)),
      ),
    }),
  }),
]
