/** A rule of the return: what it flags, whom it concerns, when it is live, and why. */

import type { Example } from './example.ts'
import type { Ground } from './ground.ts'
import type { EarlierReturn, Postcodes, Return, Setting, TableName, Tables } from './return.ts'
import type { Providers } from './provider.ts'

/** What a rule reads: files of this year and last, earlier returns, Ofsted's lists, the postcodes of the country. */
export type Source = TableName | 'earlier' | 'providers' | 'postcodes'
type All = Required<Tables> & {
  readonly earlier: readonly EarlierReturn[]
  readonly providers: Providers
  readonly postcodes: Postcodes
}

/** What a rule is given: what it needs is there; what it only uses may not be. */
export type Given<Needs extends Source, Uses extends Source = never> = Setting & {
  readonly [S in Needs]: All[S]
} & { readonly [S in Uses]?: All[S] | undefined }

/** Positions of rows, in the order of each file. A rule flags a child by each row that takes part in the fault. */
export type Flags = { readonly [N in TableName]?: readonly number[] }

/** An error stops the return; a query is a question that may be answered "it is so". */
export type Severity = 'error' | 'query'

export type Years = { readonly from: number; readonly until: number }

export type Rule = {
  readonly code: string
  /** What is wrong, in one plain sentence. */
  readonly says: string
  /** How to put it right, in one plain sentence. */
  readonly fix: string
  readonly severity: Severity
  readonly columns: readonly string[]
  /** Collection years, both included; null for a rule that was written and never made live. */
  readonly live: Years | null
  /** Where the rule is from: DfE's guide, an Act, or a check of the tools that councils use. */
  readonly source: string
  readonly ground: Ground
  /** Where ours differs from the tool that councils use now, and why. */
  readonly note?: string
  /** Without one of these the rule is not asked at all. */
  readonly needs: readonly Source[]
  /** Its words reach as far: without one of these it is asked, but not in full. */
  readonly reaches: readonly Source[]
  /** What it looks at where it is there. */
  readonly uses: readonly Source[]
  /** Whether a child's rows alone decide (usual), or the whole return does, as where two children share a number. */
  readonly scope: 'child' | 'return'
  readonly example: Example
  readonly run: (given: Return) => Flags
  /** What could not be decided with the files at hand, in a sentence; null where all was. */
  readonly undecided: (given: Return) => string | null
}

type Written<Needs extends Source, Reaches extends Source, Uses extends Source> = Omit<
  Rule,
  'run' | 'undecided' | 'needs' | 'reaches' | 'uses' | 'scope' | 'severity' | 'live' | 'source'
> & {
  readonly severity?: Severity
  readonly live?: Years | null
  readonly source?: string
  readonly scope?: Rule['scope']
  readonly needs: readonly Needs[]
  readonly reaches?: readonly Reaches[]
  readonly uses?: readonly Uses[]
  readonly run: (given: Given<Needs, Reaches | Uses>) => Flags
  readonly undecided?: (given: Given<Needs, Reaches | Uses>) => string | null
}

/** All that a rule reads; it sees nothing else. */
export const sourcesOf = ({ needs, reaches, uses }: Pick<Rule, 'needs' | 'reaches' | 'uses'>): Source[] => [
  ...needs,
  ...reaches,
  ...uses,
]

/** The collection years that the rulebook holds. */
export const years = [2023, 2024, 2025, 2026, 2027] as const
export const always: Years = { from: 2023, until: 2027 }
export const from = (year: number): Years => ({ from: year, until: 2027 })
export const until = (year: number): Years => ({ from: 2023, until: year })
export const only = (year: number): Years => ({ from: year, until: year })

export const isLive = ({ live }: Rule, year: number): boolean =>
  live !== null && live.from <= year && year <= live.until

/** An error of every year, from DfE's guide, unless it says otherwise. */
export function rule<
  const Needs extends Source,
  const Reaches extends Source = never,
  const Uses extends Source = never,
>(written: Written<Needs, Reaches, Uses>): Rule {
  const { run, undecided } = written
  const whole = {
    severity: 'error',
    live: always,
    source: `DfE, SSDA903 validation rule ${written.code}`,
    scope: 'child',
    reaches: [],
    uses: [],
    ...written,
  } as const
  const sources = sourcesOf(whole)
  const seen = (given: Return) => seenBy<Needs, Reaches | Uses>(given, sources)
  return {
    ...whole,
    run: given => run(seen(given)),
    undecided: undecided ? given => undecided(seen(given)) : () => null,
  }
}

/** What the rule names, and nothing else. `askRule` sees to it that what it needs is there. */
function seenBy<Needs extends Source, Uses extends Source>(
  { tables, earlier, providers, postcodes, ...setting }: Return,
  sources: readonly Source[],
): Given<Needs, Uses> {
  const all: Readonly<Record<string, unknown>> = { ...tables, earlier, providers, postcodes }
  const seen = Object.fromEntries(sources.map(source => [source, all[source]]))
  return { ...setting, ...seen } as unknown as Given<Needs, Uses>
}
