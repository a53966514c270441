/** Care leavers whose time in care may lie before the returns at hand: who is judged, who is not, and what is said. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { askRule } from '../asking/checking.ts'
import { type Example, readExample } from '../example.ts'
import { flags } from '../fixtures.ts'
import { ruleByCode } from '../rules.ts'

const partly = (code: string, example: Example): string | undefined => {
  const outcome = askRule(ruleByCode.get(code)!, readExample(example, 2027).given)
  assert.ok('flagged' in outcome, JSON.stringify(outcome))
  return outcome.partly
}

suite('care leavers whose care may lie before the returns at hand', () => {
  const told = (born: string, mark = '') => [`${mark}CHILD=a, DOB=${born}, IN_TOUCH=YES`]
  const empty = { Episodes: ['CHILD=z'], Episodes_last: ['CHILD=z'] }
  const more = { 2025: { Episodes: ['CHILD=z'] }, 2024: { Episodes: ['CHILD=z'] } }

  test('1002: who was 16 on the first day that is seen, or later, is judged', () => {
    flags('1002', { ...empty, OC3: told('01/04/2009', '! ') })
    flags('1002', { ...empty, OC3: told('31/03/2009') })
    flags('1002', { ...empty, earlier: more, OC3: told('31/03/2009', '! ') })
    flags('1002', { ...empty, earlier: more, OC3: told('01/04/2007', '! ') })
    flags('1002', { ...empty, earlier: more, OC3: told('31/03/2007') })
    flags('1002', { ...empty, OC3: told('', '! ') })
    flags('1002', { ...empty, Header: ['CHILD=a, DOB=31/03/2009'], OC3: told('') })
  })

  test('1002: an episode of any return clears the care leaver, and the others are counted', () => {
    flags('1002', {
      ...empty,
      earlier: { 2025: { Episodes: ['CHILD=a, DECOM=01/05/2024'] } },
      OC3: told('01/04/2009'),
    })
    assert.equal(partly('1002', { ...empty, OC3: told('01/04/2009') }), undefined)
    assert.match(
      partly('1002', { ...empty, OC3: told('31/03/2009') })!,
      /^1 care leaver was not judged.*01\/04\/2025/,
    )
    const two = [...told('31/03/2009'), 'CHILD=b, DOB=01/01/2005, IN_TOUCH=NO']
    assert.match(partly('1002', { ...empty, OC3: two })!, /^2 care leavers were not judged/)
  })

  test('1001: who came into care in a return that is not here is not judged', () => {
    const days = (first: string, mark = '') => ({
      Header: ['CHILD=a, DOB=01/06/2009'],
      Episodes: ['CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, RNE=P, REC=E4A'],
      Episodes_last: [`CHILD=a, DECOM=${first}`],
      OC3: [`${mark}CHILD=a, IN_TOUCH=YES`],
    })
    flags('1001', days('02/05/2026, DEC=01/06/2026, RNE=S, REC=X1', '! '))
    flags('1001', days('02/05/2026, DEC=01/06/2026, RNE=T, REC=X1'))
    flags('1001', days('01/04/2026, DEC=01/06/2026, RNE=S, REC=X1'))
    flags('1001', days('02/04/2026, DEC=01/06/2026, RNE=S, REC=X1', '! '))
    assert.match(partly('1001', days('02/05/2026, RNE=T'))!, /care began in a return that is not here/)
    assert.equal(partly('1001', days('02/05/2026, RNE=S')), undefined)
  })

  test('1001: an earlier return counts, and adoption makes nobody a care leaver', () => {
    const since = (Episodes: readonly string[], mark = '') => ({
      Header: ['CHILD=a, DOB=01/06/2009'],
      Episodes: ['CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, RNE=S, REC=E4A'],
      Episodes_last: ['CHILD=z'],
      earlier: { 2025: { Episodes } },
      OC3: [`${mark}CHILD=a, IN_TOUCH=YES`],
    })
    flags('1001', since(['CHILD=a, DECOM=01/06/2024, DEC=01/08/2024, RNE=S']))
    flags('1001', since(['CHILD=a, DECOM=01/06/2024, DEC=30/07/2024, RNE=S'], '! '))
    flags('1001', {
      Header: ['CHILD=a, DOB=01/06/2009', 'CHILD=b, DOB=01/06/2009'],
      Episodes: [
        'CHILD=a, DECOM=01/06/2024, DEC=01/07/2026, RNE=S, REC=E12',
        'CHILD=b, DECOM=01/06/2024, DEC=01/07/2026, RNE=S, REC=E8',
      ],
      OC3: ['! CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES'],
    })
  })
})
