/** Small claims about rules, for tests: in this example the rule flags the rows marked `!`, and no others. */

import assert from 'node:assert/strict'
import { askRule } from './asking/checking.ts'
import { type Example, readExample } from './example.ts'
import { ruleByCode } from './rules.ts'

/** In the rule's newest year, unless the example names one. */
export function flags(code: string, example: Example): void {
  const rule = ruleByCode.get(code)
  assert.ok(rule, `There is no rule ${code}`)
  const { given, flags: expected } = readExample(example, rule.live?.until ?? 2027)
  const outcome = askRule(rule, given)
  assert.ok('flagged' in outcome, `Rule ${code}: ${JSON.stringify(outcome)}`)
  assert.deepEqual(outcome.flagged, expected, `Rule ${code}: ${rule.says}`)
}
