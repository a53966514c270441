/** `returns rules`: the rules of a year, and one of them with its example. */

import {
  type Example,
  type Rule,
  groundInWords,
  groups,
  isLive,
  ruleByCode,
  rules,
  tablesIn,
} from '#rulebook'
import { Mistake, type Values } from '../command.ts'
import { yearInWords, yearOf } from './returns-files.ts'

export async function tellRules({ year, json }: Values, [code, ...more]: readonly string[]): Promise<number> {
  if (more.length > 0) throw new Mistake('Give the code of one rule, or none')
  if (code !== undefined) return explain(code, json === true)
  const wanted = year === undefined ? undefined : yearOf(year)
  const chosen = wanted === undefined ? rules : rules.filter(each => isLive(each, wanted))
  if (json) console.log(JSON.stringify(chosen.map(factsOf)))
  else console.log(listOf(new Set(chosen)))
  return 0
}

function explain(code: string, json: boolean): number {
  const rule = ruleByCode.get(code) ?? rules.find(each => each.code.toUpperCase() === code.toUpperCase())
  if (!rule) throw new Mistake(`There is no rule "${code}": bin/nearhome returns rules lists them`)
  console.log(json ? JSON.stringify({ ...factsOf(rule), example: rule.example }) : pageOf(rule))
  return 0
}

const factsOf = (rule: Rule) => {
  const { code, severity, says, fix, columns, needs, reaches, uses, source, ground, note } = rule
  const reads = { needs, reaches, uses }
  return {
    code,
    severity,
    says,
    fix,
    columns,
    ...reads,
    years: yearsOf(rule),
    source,
    ground,
    ...(note && { note }),
  }
}

function yearsOf({ live }: Rule): string[] {
  if (live === null) return []
  const all = Array.from({ length: live.until - live.from + 1 }, (_, i) => live.from + i)
  return all.map(yearInWords)
}

const spanOf = (rule: Rule): string => {
  const all = yearsOf(rule)
  return all.length === 0 ? 'never asked' : all.length === 1 ? all[0]! : `${all[0]} to ${all.at(-1)}`
}

const listOf = (chosen: ReadonlySet<Rule>): string =>
  groups
    .map(({ name, rules: own }) => [name, own.filter(each => chosen.has(each))] as const)
    .filter(([, own]) => own.length > 0)
    .flatMap(([name, own]) => [`\n${name} (${own.length})`, ...own.map(lineOf)])
    .concat(`\n${chosen.size} rules`)
    .join('\n')
    .trim()

const lineOf = (rule: Rule): string =>
  `  ${rule.code.padEnd(10)}${rule.severity.padEnd(7)}${spanOf(rule).padEnd(20)}${rule.says}`

function pageOf(rule: Rule): string {
  const { code, severity, says, fix, columns, source, ground, note, example } = rule
  const rows = tablesIn(example).flatMap(name => [
    `  ${name}`,
    ...example[name]!.map(row => `    ${shown(row)}`),
  ])
  const beside = [
    ...(example.providers?.map(row => `    ${row}`) ?? []),
    ...earlierIn(example),
    ...(example.postcodes
      ? [`    only these postcodes exist: ${example.postcodes.join(', ') || 'none'}`]
      : []),
  ]
  return [
    `Rule ${code} (${severity}, ${spanOf(rule)})`,
    says,
    `To put it right: ${fix}`,
    `It looks at ${columns.join(', ')}. Source: ${source}.`,
    `What decides: ${groundInWords(ground)}`,
    ...(rule.reaches.length > 0 ? [`It is not asked in full without ${rule.reaches.join(', ')}.`] : []),
    ...(note ? [note] : []),
    '',
    'For example, in which a row marked ! is flagged:',
    ...rows,
    ...beside,
  ].join('\n')
}

const earlierIn = ({ earlier = {} }: Example): string[] =>
  Object.entries(earlier).flatMap(([year, files]) =>
    Object.entries(files).flatMap(([name, rows]) => [
      `  ${name} of ${yearInWords(Number(year))}`,
      ...rows.map(row => `    ${shown(row)}`),
    ]),
  )

const shown = (row: string): string => (row.startsWith('!') ? row : `  ${row}`)
