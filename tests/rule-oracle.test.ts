/** Rules of the subtle kinds beside a second reading of their words, over thousands of small returns of chance. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  type EarlierReturn,
  type Kind,
  type Return,
  type TableName,
  askRule,
  isLive,
  providersFrom,
  ruleByCode,
  settingOf,
  tableFrom,
} from '#rulebook'
import { smallReturns } from './support/oracle/chance.ts'
import { ages, codeGroups, spans } from './support/oracle/episodes.ts'
import { beside, joins, offices } from './support/oracle/joins.ts'
import { past } from './support/oracle/past.ts'
import type { Sheets, SmallReturn, Verdict } from './support/oracle/rows.ts'

/** More for a long comparison by hand: `RULE_RETURNS=100000 node --test tests/rule-oracle.test.ts`. */
const returns = Number(process.env.RULE_RETURNS ?? 2000)

function asReturn({ year, now, last, earlier }: SmallReturn): Return {
  const tables = (sheets: Sheets, ending = '') =>
    Object.entries(sheets).map(([file, rows]) => [`${file}${ending}`, tableFrom(file as Kind, rows)])
  return {
    ...settingOf(year, 'E10000028'),
    providers: providersFrom(
      offices.map(each => ({ ...each, placeCodes: [], providerCodes: [], registrationEnded: null })),
    ),
    tables: Object.fromEntries([...tables(now), ...tables(last, '_last')]) as Return['tables'],
    earlier: Object.entries(earlier)
      .map(([of, sheets]) => ({
        year: Number(of),
        tables: Object.fromEntries(
          (['Header', 'Episodes', 'UASC'] as const).map(kind => [kind, tableFrom(kind, sheets[kind] ?? [])]),
        ) as EarlierReturn['tables'],
      }))
      .toSorted((a, b) => b.year - a.year),
  }
}

function flaggedBy(code: string, given: Return): string[] {
  const outcome = askRule(ruleByCode.get(code)!, given)
  assert.ok('flagged' in outcome, `${code}: ${JSON.stringify(outcome)}`)
  return (Object.keys(outcome.flagged) as TableName[])
    .flatMap(file => outcome.flagged[file]!.map(at => `${file} ${at}`))
    .toSorted()
}

suite('two readings of the words of a rule agree', () => {
  for (const [kind, verdicts] of Object.entries({
    past,
    spans,
    'groups of codes': codeGroups,
    ages,
    joins,
    beside,
  })) {
    test(`${kind}: ${Object.keys(verdicts).join(', ')}`, () => {
      const seen = new Set<string>()
      fc.assert(
        fc.property(smallReturns, small => {
          const given = asReturn(small)
          for (const [code, verdict] of Object.entries<Verdict>(verdicts)) {
            if (!isLive(ruleByCode.get(code)!, small.year)) continue
            const [ours, theirs] = [flaggedBy(code, given), [...new Set(verdict(small))].toSorted()]
            seen.add(`${code} ${theirs.length > 0}`)
            if (ours.join() !== theirs.join()) assert.deepEqual({ [code]: ours }, { [code]: theirs })
          }
        }),
        { numRuns: returns, seed: 903 },
      )
      const never = Object.keys(verdicts).flatMap(code =>
        [true, false].filter(answer => !seen.has(`${code} ${answer}`)).map(answer => `${code} ${answer}`),
      )
      assert.deepEqual(never, [], 'each rule flags something, and sometimes nothing')
    })
  }
})
