/** Every command, in the order that help lists them; each is loaded when it is asked for, because a start is felt. */

import type { Command } from '../command.ts'

type Shelf = { readonly words: readonly string[]; readonly load: () => Promise<readonly Command[]> }

const shelves: readonly Shelf[] = [
  { words: ['start', 'serve', 'work'], load: async () => (await import('./serve.ts')).serveCommands },
  { words: ['seed'], load: async () => [(await import('./seed.ts')).seedCommand] },
  { words: ['migrate'], load: async () => [(await import('./house.ts')).migrateCommand] },
  { words: ['returns'], load: async () => (await import('./returns.ts')).returnsCommands },
  { words: ['reference'], load: async () => (await import('./reference.ts')).referenceAtTheTerminal },
  {
    words: ['forecast', 'backtest'],
    load: async () => [
      (await import('./forecast.ts')).forecastCommand,
      (await import('./backtest.ts')).backtestCommand,
    ],
  },
  { words: ['siting'], load: async () => [(await import('./siting.ts')).sitingCommand] },
  { words: ['disclose'], load: async () => (await import('./disclose.ts')).discloseCommands },
  { words: ['do'], load: async () => [(await import('./do.ts')).doAction] },
  { words: ['audit'], load: async () => [(await import('./audit.ts')).audit] },
  { words: ['routes'], load: async () => [(await import('./house.ts')).routesCommand] },
]

export const allCommands = async (): Promise<readonly Command[]> =>
  (await Promise.all(shelves.map(({ load }) => load()))).flat()

/** Those that may be meant: all of them, where the first two words name none. */
export async function commandsFor(args: readonly string[]): Promise<readonly Command[]> {
  const near = (await shelves.find(({ words }) => words.includes(args[0] ?? ''))?.load()) ?? []
  const named = [args[0], args.slice(0, 2).join(' ')]
  return near.some(({ name }) => named.includes(name)) ? near : allCommands()
}
