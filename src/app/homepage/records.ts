/** Returns and agreements on a home page: what to finish, what was last loaded, what to sign. */

import type { Context } from '#access'
import { type Watched, agreementPath, agreementsPath, listAgreements, watchAgreements } from '#governance'
import { homePaths, lastRegisterLoad } from '#provision'
import { type InHand, lastLoads, loadsInHand, readinessOfReturns } from '#returns'
import { addDays, inWords } from '#shared/dates'
import { type Part, type Row, type Worklist, counted, most } from './homepage.ts'

export async function returns({ tx }: Context): Promise<Part> {
  const { total, first } = await loadsInHand(tx, most)
  const loaded = await lastLoads(tx)
  return {
    lists: [
      {
        title: 'Returns to finish',
        count: total,
        rows: first.map(rowInHand),
        whole: { text: 'See your returns', href: '/returns' },
        quiet: 'No return is half done. When you have a new one, load it under “Returns”.',
      },
      {
        title: 'Last load of each year',
        count: loaded.length,
        rows: loaded.slice(0, most).map(({ year, committedOn }) => ({
          name: `Year to 31 March ${year}`,
          note: `Loaded on ${inWords(committedOn)}.`,
        })),
        whole: { text: 'See your returns', href: '/returns' },
        quiet: 'No return has been loaded yet. Begin with the latest year, under “Returns”.',
      },
    ],
  }
}

const doing = { checking: 'Being checked', ready: 'Ready to load', committing: 'Being loaded' }

function rowInHand({ id, year, state, startedOn, problems, stops }: InHand): Row {
  const found =
    problems === 0
      ? 'No problem found.'
      : `${counted(problems, 'problem')} to put right${stops > 0 ? `, ${stops} of which stop a row being used` : ''}.`
  return {
    name: `Year to 31 March ${year}`,
    href: `/returns/${id}`,
    note: `Begun on ${inWords(startedOn)}. ${state === 'ready' ? found : ''}`.trim(),
    mark: { text: doing[state], tone: problems > 0 ? 'attention' : 'waiting' },
  }
}

/** Each authority that shares: which year it has loaded, and whether another is in hand. */
export async function readiness({ tx }: Context): Promise<Part> {
  const all = await readinessOfReturns(tx)
  const latest = Math.max(0, ...all.map(({ year }) => year ?? 0))
  const behind = all.filter(({ year }) => year === null || year < latest)
  return {
    lists: [
      {
        title: 'Returns still to come',
        count: behind.length,
        rows: behind.slice(0, most).map(({ name, year, committedOn, isInHand }) => ({
          name,
          note:
            year === null || committedOn === null
              ? 'Nothing loaded yet.'
              : `Last: year to 31 March ${year}, on ${inWords(committedOn)}.`,
          mark: isInHand ? { text: 'One in hand', tone: 'waiting' } : undefined,
        })),
        whole: { text: 'See the returns', href: '/returns' },
        quiet:
          all.length === 0
            ? 'No authority shares its records with you today.'
            : `All ${all.length} authorities that share have loaded the latest year.`,
      },
    ],
  }
}

export async function toSign(context: Context): Promise<Part> {
  return { lists: [signing(await watched(context))] }
}

const watched = async ({ tx, actor, today }: Context) =>
  watchAgreements(await listAgreements(tx), actor.organisation, today)

const signing = ({ toSign: agreements }: Watched): Worklist => ({
  title: 'Agreements to sign',
  count: agreements.length,
  rows: agreements.slice(0, most).map(({ id, name, purpose }) => ({
    name,
    href: agreementPath(id),
    note: `${purpose}.`,
  })),
  whole: { text: 'See what is shared, and why', href: agreementsPath },
  quiet: 'You have signed every agreement that names you.',
})

export async function agreements(context: Context): Promise<Part> {
  const found = await watched(context)
  const { waiting, ending } = found
  return {
    lists: [
      signing(found),
      {
        title: 'Agreements that wait for others',
        count: waiting.length,
        rows: waiting.slice(0, most).map(({ id, name, parties }) => ({
          name,
          href: agreementPath(id),
          note: `Not signed: ${parties
            .filter(({ signedOn }) => signedOn === null)
            .map(party => party.name)
            .join(', ')}.`,
        })),
        whole: { text: 'See every agreement', href: agreementsPath },
        quiet: 'Everybody named in an agreement has signed it.',
      },
      {
        title: 'Agreements that end within three months',
        count: ending.length,
        rows: ending.slice(0, most).map(({ id, name, until }) => ({
          name,
          href: agreementPath(id),
          note: `The last day is ${inWords(addDays(until, -1))}. Draw up the next one in good time.`,
        })),
        whole: { text: 'See every agreement', href: agreementsPath },
        quiet: 'No agreement in force ends in that time.',
      },
    ],
  }
}

/** Ofsted publishes its list each month. */
export async function registerLoaded({ tx }: Context): Promise<Part> {
  const day = await lastRegisterLoad(tx)
  return {
    lists: [
      {
        title: 'Ofsted’s list of homes',
        count: null,
        rows: day ? [{ name: 'Last loaded', href: homePaths.register, note: `${inWords(day)}.` }] : [],
        whole: { text: 'Load Ofsted’s list', href: homePaths.register },
        quiet: 'It has not been loaded yet: homes are on the register only as somebody added them.',
      },
    ],
  }
}

export async function nothingShared(): Promise<Part> {
  return {
    notes: [
      'Nothing about any child is shared with you yet. What is shared, with whom and why is under “Sharing”; ' +
        'an agreement that names your organisation would be listed there.',
    ],
  }
}
