/** What the dashboard shows: figures, and whom they leave out. */

import type { PlainDate } from '#shared/dates'
import type { Counted, Share } from './count.ts'

export type FigureRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly looked: number
  readonly rate: number | null
  readonly over20: Share
  readonly threeOrMore: Share
  readonly unregistered: Share
}

type Named = { readonly id: string; readonly code: string; readonly name: string }

export type Dashboard = {
  readonly today: PlainDate
  /** Null for all that the asker may see. */
  readonly chosen: Named | null
  readonly authorities: readonly Named[]
  /** In the region, but sharing no records: not counted. */
  readonly leftOut: readonly Named[]
  readonly looked: number
  readonly rate: number | null
  readonly over20: Share
  readonly outOfArea: Share
  readonly threeOrMore: Share
  readonly unregistered: Share
  readonly byKind: readonly Counted[]
  readonly byAge: readonly Counted[]
  readonly byAuthority: readonly FigureRow[]
  readonly past: readonly { readonly day: PlainDate; readonly children: number }[]
  readonly places: readonly {
    readonly kind: string
    readonly area: string
    readonly open: number
    readonly all: number
  }[]
}
