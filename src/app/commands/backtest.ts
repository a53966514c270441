/** `nearhome backtest`: how good a forecast made on a past day would have been. */

import { verdictOn } from '#forecasting'
import type { Command } from '../command.ts'
import { Stopped, countOption, dayOption, directoryGiven, interruption } from '../forecasting/asking.ts'
import { backtest } from '../forecasting/backtesting.ts'
import { progressLine } from '../progress-line.ts'
import { layout } from './forecast.ts'

export const backtestCommand: Command = {
  name: 'backtest',
  takes: 'DIR',
  says: 'Tells how a forecast made on a past day compares with what happened, with no change, and with a Markov model.',
  more: `${layout}

Example: bin/nearhome backtest returns --origin 2022-03-31 --months 24`,
  options: {
    origin: {
      type: 'string',
      says: 'The day from which to forecast, as YYYY-MM-DD; what came later is compared',
    },
    months: { type: 'string', says: 'How many months ahead', default: '24' },
    paths: { type: 'string', says: 'How many futures to simulate', default: '500' },
    json: { type: 'boolean', says: 'Answer with JSON' },
  },
  async run(given, rest) {
    const values = { months: '24', paths: '500', ...given }
    const progress = progressLine()
    const tried = {
      directory: directoryGiven(rest, 'backtest'),
      origin: dayOption(values, 'origin'),
      months: countOption(values, 'months', [1, 120]),
      paths: countOption(values, 'paths', [1, 20_000]),
    }
    try {
      const answer = await backtest(tried, progress.at, interruption())
      progress.done(`compared ${answer.rows.length} numbers`)
      console.log(given.json ? JSON.stringify(answer) : inWords(answer))
      return 0
    } catch (fault) {
      if (!(fault instanceof Stopped)) throw fault
      console.error('Stopped.')
      return 130
    }
  },
}

function inWords({ origin, summary }: Awaited<ReturnType<typeof backtest>>): string {
  return [
    `Fitted at ${origin}. Each authority, every month:`,
    ...summary.authorities.map(verdictOn),
    '',
    'Each authority, at the end:',
    ...summary.authoritiesAtEnd.map(verdictOn),
    '',
    'All authorities together, at the end:',
    ...summary.allAtEnd.map(verdictOn),
  ].join('\n')
}
