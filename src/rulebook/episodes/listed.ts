/** Episodes with what Ofsted's lists say of their URN. */

import type { Provider, Providers } from '../provider.ts'
import { where } from '../questions.ts'
import type { Episode } from '../row.ts'
import type { Table } from '../table.ts'

export type AsksOfListed = (episode: Episode, listed: readonly Provider[]) => boolean

/** Episodes whose URN is in the lists. A URN that is not is the matter of rule 1008 alone. */
export const whereListed = (
  episodes: Table<'Episodes'>,
  providers: Providers,
  asks: AsksOfListed,
): number[] =>
  where(episodes, episode => {
    const listed = episode.URN === null ? undefined : providers.get(episode.URN)
    return listed !== undefined && asks(episode, listed)
  })
