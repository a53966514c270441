/** Rules of care leavers beside the other files: adoption, health, and mothers. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { isAnyFilled, isFilled, positions } from '../questions.ts'
import { isFemale, isMale } from '../header/sex.ts'
import { type Rule, rule } from '../rule.ts'
import { isAnyTold, items } from './leaver.ts'
import { wasLookedAfter } from './leavers-without-episodes.ts'

const adoption = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const
const health = [
  'SDQ_SCORE',
  'SDQ_REASON',
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const

export const leaversAndOthers: readonly Rule[] = [
  rule({
    code: '134',
    ground: carriedOut,
    says: 'Somebody is told of both as a care leaver and as adopted in the year.',
    fix: 'Clear the items of OC3, or those of AD1.',
    columns: [...items, ...adoption],
    needs: ['AD1', 'OC3'],
    example: {
      AD1: ['! CHILD=a, DATE_INT=01/05/2026', 'CHILD=b, DATE_INT=01/05/2026', 'CHILD=c'],
      OC3: ['! CHILD=a, IN_TOUCH=YES', 'CHILD=b', 'CHILD=c, IN_TOUCH=YES'],
    },
    run: ({ AD1, OC3 }) => {
      const adopted = (child: string) => AD1.of(child).filter(row => isAnyFilled(row, adoption))
      const found = OC3.rows.filter(row => isAnyTold(row) && adopted(row.CHILD).length > 0)
      return { AD1: found.flatMap(({ CHILD }) => positions(adopted(CHILD))), OC3: positions(found) }
    },
  }),
  rule({
    code: '215',
    ground: agreed,
    says: 'Somebody is told of both as a care leaver and as looked after all year (OC2).',
    fix: 'Clear the items of OC3, or those of OC2.',
    columns: [...items, ...health],
    needs: ['OC2', 'OC3'],
    example: {
      OC2: ['! CHILD=a, TEETH_CHECK=1', 'CHILD=b', 'CHILD=c, TEETH_CHECK=1'],
      OC3: ['! CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=YES', 'CHILD=c'],
    },
    run: ({ OC2, OC3 }) => {
      const told = (child: string) => OC2.of(child).filter(row => isAnyFilled(row, health))
      const found = OC3.rows.filter(row => isAnyTold(row) && told(row.CHILD).length > 0)
      return { OC2: found.flatMap(({ CHILD }) => positions(told(CHILD))), OC3: positions(found) }
    },
  }),
  rule({
    code: '165',
    ground: byMessage('It says that the entry is invalid; we read both ways of writing SEX.'),
    says: 'Whether the child is a mother is not answered with 0 or 1, is answered for a boy, or is blank for a girl.',
    fix: 'Enter 0 or 1 in MOTHER for a girl looked after in the year, and leave it blank for a boy.',
    note:
      'The tool that councils use looks for SEX 1 and 2 and finds nobody since M and F took their place in 2024-25. ' +
      'We read both.',
    columns: ['SEX', 'MOTHER'],
    needs: ['Episodes', 'Header', 'OC3'],
    example: {
      Header: [
        'CHILD=a, SEX=F, MOTHER=0',
        '! CHILD=b, SEX=F',
        '! CHILD=c, SEX=M, MOTHER=0',
        '! CHILD=d, SEX=F, MOTHER=2',
        'CHILD=e, SEX=F',
      ],
      Episodes: [
        'CHILD=a, LS=C2, DECOM=01/05/2026',
        'CHILD=b, LS=C2, DECOM=01/05/2026',
        'CHILD=e, LS=V3, DECOM=01/05/2026',
      ],
      OC3: ['CHILD=a', '! CHILD=b', '! CHILD=c', '! CHILD=d', 'CHILD=e'],
    },
    run: ({ Episodes, Header, OC3, start }) => {
      const lookedAfter = wasLookedAfter(Episodes, start)
      const found = Header.rows.filter(row => {
        const { CHILD, SEX, MOTHER } = row
        if (!isFilled(row, 'MOTHER')) return isFemale(SEX) && lookedAfter.has(CHILD)
        return (MOTHER !== '0' && MOTHER !== '1') || isMale(SEX)
      })
      return { Header: positions(found), OC3: found.flatMap(({ CHILD }) => positions(OC3.of(CHILD))) }
    },
  }),
]
