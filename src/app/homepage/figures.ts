/** Figures on a home page: the few that a director or the co-operative begins the day with. */

import type { Context } from '#access'
import {
  type Dashboard,
  type MeasureCode,
  type RegionalSum,
  figurePaths,
  findRegionalSum,
  measures,
  showFigures,
} from '#measures'
import { inWords } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Headline, type Part, type Worklist, counted } from './homepage.ts'

/** For a director: six figures beside the region's, and whose lives to ask about first. */
export async function ownFigures(context: Context): Promise<Part> {
  const dashboard = await showFigures.run(context, { authority: undefined })
  if (dashboard instanceof Refusal) return {}
  const region = await findRegionalSum(context.tx)
  return {
    headlines: Object.values(beside(headlinesOf(dashboard), dashboard, region)),
    lists: [toAskAbout(dashboard)],
    notes: [aboutRegion(region)],
  }
}

type Headlines = ReturnType<typeof headlinesOf>

/** The same measure of the whole region, in the same unit as one's own. */
function beside(own: Headlines, dashboard: Dashboard, region: RegionalSum | undefined): Headlines {
  if (!region) return own
  const { unregistered } = dashboard
  const withRegion = (headline: Headline, theirs: string) => ({
    ...headline,
    beside: `Region: ${theirs}`,
  })
  const ownShare = unregistered.share === null ? 'not known' : inPercent(unregistered.share * 100)
  return {
    looked: withRegion(own.looked, `about ${region.looked.toLocaleString('en-GB')}`),
    rate: withRegion(own.rate, region.per10000 === null ? 'not known' : region.per10000.toFixed(1)),
    over20: withRegion(own.over20, wholePercent(region.over20)),
    outOfArea: withRegion(own.outOfArea, wholePercent(region.outOfArea)),
    threeOrMore: withRegion(own.threeOrMore, wholePercent(region.threeOrMore)),
    unregistered: withRegion(
      { ...own.unregistered, note: `${own.unregistered.note}, ${ownShare}` },
      region.unregistered === null ? tooFew : inPercent(region.unregistered),
    ),
  }
}

const tooFew = 'too few to show'
const inPercent = (number: number) => `${number.toFixed(1)}%`
const wholePercent = (number: number | null) => (number === null ? tooFew : `${Math.round(number)}%`)

const aboutRegion = (region: RegionalSum | undefined): string =>
  region
    ? `“Region” is a sum over the ${region.authorities.length} authorities that share their records, yours among ` +
      `them, counted on ${inWords(region.countedOn)}. It is rounded, and holds no figure of any one authority.`
    : 'The region’s figures stand beside your own once you and at least three other authorities share your records ' +
      'with the co-operative. They are counted each day.'

/** For the co-operative: who shares, how many places are open, and what the region must not lose sight of. */
export async function regionFigures(context: Context): Promise<Part> {
  const dashboard = await showFigures.run(context, { authority: undefined })
  if (dashboard instanceof Refusal) return {}
  const { looked, over20, unregistered } = headlinesOf(dashboard)
  return { headlines: [...coverage(dashboard), looked, over20, unregistered], notes: noteOf(dashboard) }
}

function headlinesOf({ looked, rate, over20, outOfArea, threeOrMore, unregistered }: Dashboard) {
  const headline = (measure: MeasureCode, number: string, note: string): Headline => ({
    name: measures[measure].name,
    number,
    note,
    href: figurePaths.definition(measure),
  })
  const outOf = ({ count, of }: { count: number; of: number }) =>
    `${count.toLocaleString('en-GB')} of ${counted(of, 'child', 'children')}`
  return {
    looked: headline('looked-after', looked.toLocaleString('en-GB'), 'today'),
    rate: headline('rate', rate === null ? 'Not known' : rate.toFixed(1), 'approximate'),
    over20: headline('over-20-miles', percent(over20.share), outOf(over20)),
    outOfArea: headline('out-of-area', percent(outOfArea.share), outOf(outOfArea)),
    threeOrMore: headline('three-placements', percent(threeOrMore.share), outOf(threeOrMore)),
    unregistered: headline('unregistered', unregistered.count.toLocaleString('en-GB'), outOf(unregistered)),
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

function toAskAbout({ unregistered, over20, threeOrMore }: Dashboard): Worklist {
  const groups = [
    {
      name: 'In unregistered settings',
      count: unregistered.count,
      href: '/children?circumstance=unregistered',
    },
    { name: 'Over 20 miles from home', count: over20.count, href: '/children?distance=over+20' },
    {
      name: 'Three or more placements in a year',
      count: threeOrMore.count,
      href: '/children?moves=three+or+more',
    },
  ].filter(({ count }) => count > 0)
  return {
    title: 'Children to ask about first',
    count: null,
    rows: groups.map(({ name, count, href }) => ({ name, href, note: counted(count, 'child', 'children') })),
    whole: { text: 'See all the figures', href: figurePaths.figures },
    quiet:
      'Nobody is in an unregistered setting, lives over 20 miles from home, or has moved often this year.',
  }
}
