/** The rules of style: how a file begins, how long it is, and what it may be called. */

import { type File, code, withoutNouns } from './files.ts'
import type { Rule } from './modules.ts'

const budget = { lines: 200, width: 120, function: 40, index: 40, parameters: 4 }
/** Made by a program from something that has no budget. */
const generated = ['web/govuk-options.ts']

const forbiddenFiles =
  /^(utils?|helpers?|commons?|misc|services?|managers?|models?|dtos?|interfaces?|types|constants|base|lib)$/
const forbiddenNames =
  /\bexport (?:async )?(?:const|function|class|type) (?:\w*(?:Utils?|Helpers?|Managers?|Service|Dto|Info|Impl)|(?:process|handle|manage)[A-Z]\w*)\b/

export const styleRules: readonly Rule[] = [
  {
    says: 'a file begins by saying what it is, in a sentence',
    breaks: ({ text }) => !/^\/\*\* [A-Z`].*[.?] \*\/\n/.test(text),
    planted: [
      ['referrals/offer.ts', 'export type Offer = string'],
      ['referrals/offer.ts', '/** an offer */\n'],
    ],
  },
  {
    says: 'a file fits on a few screens',
    breaks: ({ path, text }) => {
      const lines = text.trimEnd().split('\n')
      const exempt = generated.includes(path) || path.endsWith('fixtures.ts')
      return !exempt && (lines.length > budget.lines || lines.some(line => line.length > budget.width))
    },
    planted: [
      ['referrals/store.ts', `${'a\n'.repeat(201)}`],
      ['referrals/views.ts', 'x'.repeat(121)],
    ],
  },
  {
    says: 'a function fits on one screen',
    breaks: file =>
      !generated.includes(file.path) && functionLengths(file).some(each => each > budget.function),
    planted: [
      ['referrals/store.ts', `export function long() {\n${'  one()\n'.repeat(41)}}\n`],
      ['referrals/views.ts', `const long = (one: string) => {\n${'  one()\n'.repeat(41)}}\n`],
      [
        'referrals/actions.ts',
        `export const a = {\n  async run({ tx }) {\n${'    one()\n'.repeat(41)}  },\n}\n`,
      ],
    ],
  },
  {
    says: 'a function takes at most four things, then one object',
    breaks: file => parameterCounts(file).some(each => each > budget.parameters),
    planted: [
      ['referrals/store.ts', 'export function five(a: A, b: B, c: C, d: D, e: E) {'],
      ['referrals/store.ts', 'const five = async (\n  a: A,\n  b: B,\n  c: C,\n  d: D,\n  e: E,\n) => 1'],
    ],
  },
  {
    says: 'an index is a page of names',
    breaks: ({ layer, text }) => layer === 'index' && text.trimEnd().split('\n').length > budget.index,
    planted: [['referrals/index.ts', 'a\n'.repeat(41)]],
  },
  {
    says: 'nothing is exported unnamed',
    breaks: file => /\bexport \*/.test(code(file)) || /\bexport default\b/.test(code(file)),
    planted: [
      ['referrals/index.ts', "export * from './offer.ts'"],
      ['referrals/offer.ts', 'export default {}'],
    ],
  },
  {
    says: 'a file is called by a word of the domain, in small letters',
    breaks: ({ path }) => {
      const words = path.replace(/\.ts$/, '').split('/')
      return words.some(word => forbiddenFiles.test(word) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word))
    },
    planted: [
      ['referrals/utils.ts', ''],
      ['referrals/helpers/offer.ts', ''],
      ['services/referral.ts', ''],
      ['referrals/offerLetter.ts', ''],
    ],
  },
  {
    says: 'nothing is named for handling, managing or helping',
    breaks: file => forbiddenNames.test(code(file)),
    planted: [
      ['referrals/offer.ts', 'export const offerHelper = 1'],
      ['referrals/offer.ts', 'export function processOffer() {}'],
      ['referrals/offer.ts', 'export class OfferManager {}'],
    ],
  },
  {
    says: 'nothing is left to do, and nothing is of any type',
    breaks: file =>
      /\b(TODO|FIXME|XXX|HACK)\b/.test(file.text) || /(:|\bas|<|\|) ?any\b(?! \w)/.test(code(file)),
    planted: [
      ['referrals/offer.ts', '// TODO: later'],
      ['referrals/offer.ts', 'const offer = sent as any'],
      ['referrals/offer.ts', 'const offers: any[] = []'],
    ],
  },
]

/** As the formatter lays them out: from the line that opens a function to the brace at the same depth. */
function functionLengths({ text }: File): number[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const depth =
      /^( *)(?:(?:export )?(?:async )?function\b|(?:export )?const \w+ = .*=> \{$|(?:override |async )*\w+\(.*\) \{$|\): .*\{$|\) => \{$)/.exec(
        line,
      )?.[1]
    if (depth === undefined || /^ *(if|for|while|switch|suite|test)\b/.test(line)) return []
    const end = lines.findIndex((each, i) => i > at && new RegExp(`^${depth}\\}[,)]*$`).test(each))
    return end < 0 ? [lines.length - at] : [end - at + 1]
  })
}

const declared = /(?:\bfunction \w*(?:<[^>]*>)?|= (?:async )?(?:<[^(]*>)?)\(([^()]*)\)(?::[^=]*)?(?: =>| \{)/g
const parameterCounts = (file: File): number[] =>
  [...code(file).matchAll(declared)].map(
    ([, list = '']) =>
      flattened(list)
        .split(',')
        .filter(each => each.trim()).length,
  )

/** Without what is inside braces and brackets, which may hold commas of their own. */
function flattened(list: string): string {
  const without = list.replace(/\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\]/g, '')
  return without === list ? list : flattened(without)
}

/** Entries of a module's folder, tests apart; a folder counts as one. */
export const crowded = (files: readonly File[], most = 20): string[] => {
  const entries = new Map<string, Set<string>>()
  const deep: string[] = []
  for (const { path, module, layer } of files) {
    if (!withoutNouns.includes(module)) entries.set(module, (entries.get(module) ?? new Set()).add(layer))
    if (path.split('/').length > 3) deep.push(path)
  }
  return [...deep, ...[...entries].filter(([, held]) => held.size > most).map(([module]) => module)]
}
