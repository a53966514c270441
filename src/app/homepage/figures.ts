/** Figures on a home page: the few that a director or the co-operative begins the day with. */

import type { Context } from '#access'
import { type Dashboard, type MeasureCode, figurePaths, measures, showFigures } from '#measures'
import { Refusal } from '#shared/refusal'
import { type Headline, type Part, type Worklist, counted } from './homepage.ts'

/** For a director: five figures, and whose lives to ask about first. */
export async function ownFigures(context: Context): Promise<Part> {
  const dashboard = await showFigures.run(context, { authority: undefined })
  if (dashboard instanceof Refusal) return {}
  return { headlines: Object.values(headlinesOf(dashboard)), lists: [toAskAbout(dashboard)] }
}

/** For the co-operative: who shares, how many places are open, and what the region must not lose sight of. */
export async function regionFigures(context: Context): Promise<Part> {
  const dashboard = await showFigures.run(context, { authority: undefined })
  if (dashboard instanceof Refusal) return {}
  const { looked, over20, unregistered } = headlinesOf(dashboard)
  return { headlines: [...coverage(dashboard), looked, over20, unregistered], notes: noteOf(dashboard) }
}

function headlinesOf({ looked, rate, over20, threeOrMore, unregistered }: Dashboard) {
  const headline = (measure: MeasureCode, number: string, note: string): Headline => ({
    name: measures[measure].name,
    number,
    note,
    href: figurePaths.definition(measure),
  })
  const outOf = ({ count, of }: { count: number; of: number }) =>
    `${count} of ${counted(of, 'child', 'children')}`
  return {
    looked: headline('looked-after', looked.toLocaleString('en-GB'), 'today'),
    rate: headline('rate', rate === null ? 'Not known' : rate.toFixed(1), 'approximate'),
    over20: headline('over-20-miles', percent(over20.share), outOf(over20)),
    threeOrMore: headline('three-placements', percent(threeOrMore.share), outOf(threeOrMore)),
    unregistered: headline('unregistered', String(unregistered.count), outOf(unregistered)),
  }
}

const percent = (share: number | null) => (share === null ? 'Not known' : `${Math.round(share * 100)}%`)

function noteOf({ authorities, leftOut }: Dashboard): string[] {
  const sharing = counted(
    authorities.length,
    'authority shares its records',
    'authorities share their records',
  )
  return leftOut.length === 0
    ? [`Figures: ${sharing} with you.`]
    : [`Figures: ${sharing} with you. Not counted: ${leftOut.map(({ name }) => name).join(', ')}.`]
}

function coverage({ authorities, leftOut, places }: Dashboard): Headline[] {
  const open = places.reduce((sum, each) => sum + each.open, 0)
  return [
    {
      name: 'Authorities that share',
      number: `${authorities.length} of ${authorities.length + leftOut.length}`,
      note: 'under an agreement in force',
      href: '/agreements',
    },
    {
      name: measures['open-places'].name,
      number: open.toLocaleString('en-GB'),
      note: 'on the register today',
      href: figurePaths.definition('open-places'),
    },
  ]
}

function toAskAbout({ unregistered, over20 }: Dashboard): Worklist {
  const groups = [
    {
      name: 'In unregistered settings',
      count: unregistered.count,
      href: '/children?circumstance=unregistered',
    },
    { name: 'Over 20 miles from home', count: over20.count, href: '/children?distance=over+20' },
  ].filter(({ count }) => count > 0)
  return {
    title: 'Children to ask about first',
    count: null,
    rows: groups.map(({ name, count, href }) => ({ name, href, note: counted(count, 'child', 'children') })),
    whole: { text: 'See all the figures', href: figurePaths.figures },
    quiet: 'Nobody is in an unregistered setting, and nobody lives over 20 miles from home.',
  }
}
