/** Rules of who adopts: their number, sex and legal status must agree. */

import { carriedOut } from '../ground.ts'
import { codes, isOneOf, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'

const single = codes('M1 F1')
const couples = codes('MM FF MF')

type Agreeing = {
  readonly code: string
  readonly status: string
  readonly who: string
  readonly sexes: string
}

/** Whoever has this legal status is of these sexes; a blank is not. */
function mustBe({ code, status, who, sexes }: Agreeing): Rule {
  const right = codes(sexes)
  const inWords = [...right].join(' or ')
  return rule({
    code,
    ground: carriedOut,
    says: `The legal status is that of ${who}, but the sex of who adopts is not ${inWords}.`,
    fix: `Enter ${inWords} in SEX_ADOPTR, or correct LS_ADOPTR.`,
    columns: ['LS_ADOPTR', 'SEX_ADOPTR'],
    needs: ['AD1'],
    example: {
      AD1: [
        ...[...right].map(sex => `LS_ADOPTR=${status}, SEX_ADOPTR=${sex}`),
        `! LS_ADOPTR=${status}, SEX_ADOPTR=M1`,
        `LS_ADOPTR=L0, SEX_ADOPTR=M1`,
      ],
    },
    run: ({ AD1 }) => ({
      AD1: where(AD1, row => row.LS_ADOPTR === status && !isOneOf(row.SEX_ADOPTR, right)),
    }),
  })
}

export const adopters: readonly Rule[] = [
  rule({
    code: '511',
    ground: carriedOut,
    says: 'How many adopt does not agree with their sex.',
    fix: 'Enter M1 or F1 for one adopter in SEX_ADOPTR, MM, FF or MF for two, or correct NB_ADOPTR.',
    columns: ['NB_ADOPTR', 'SEX_ADOPTR'],
    needs: ['AD1'],
    example: {
      AD1: [
        'NB_ADOPTR=2, SEX_ADOPTR=MF',
        'NB_ADOPTR=1, SEX_ADOPTR=F1',
        '! NB_ADOPTR=2, SEX_ADOPTR=F1',
        '! NB_ADOPTR=1, SEX_ADOPTR=MF',
        'NB_ADOPTR=2, SEX_ADOPTR=',
      ],
    },
    run: ({ AD1 }) => ({
      AD1: where(
        AD1,
        ({ NB_ADOPTR, SEX_ADOPTR }) =>
          (NB_ADOPTR === '2' && isOneOf(SEX_ADOPTR, single)) ||
          (NB_ADOPTR === '1' && isOneOf(SEX_ADOPTR, couples)),
      ),
    }),
  }),
  rule({
    code: '514',
    ground: carriedOut,
    says: 'The legal status is that of a single adopter, but the sex is that of a couple.',
    fix: 'Enter M1 or F1 in SEX_ADOPTR, or correct LS_ADOPTR.',
    columns: ['LS_ADOPTR', 'SEX_ADOPTR'],
    needs: ['AD1'],
    example: {
      AD1: [
        'LS_ADOPTR=L0, SEX_ADOPTR=F1',
        '! LS_ADOPTR=L0, SEX_ADOPTR=MF',
        'LS_ADOPTR=L11, SEX_ADOPTR=MF',
        'LS_ADOPTR=L0, SEX_ADOPTR=',
      ],
    },
    run: ({ AD1 }) => ({
      AD1: where(AD1, row => row.LS_ADOPTR === 'L0' && isOneOf(row.SEX_ADOPTR, couples)),
    }),
  }),
  mustBe({ code: '517', status: 'L3', who: 'an unmarried man and woman', sexes: 'MF' }),
  mustBe({ code: '518', status: 'L4', who: 'an unmarried couple of one sex', sexes: 'MM FF' }),
  mustBe({ code: '519', status: 'L2', who: 'civil partners', sexes: 'MM FF MF' }),
  mustBe({ code: '520', status: 'L11', who: 'a married man and woman', sexes: 'MF' }),
  mustBe({ code: '524', status: 'L12', who: 'a married couple of one sex', sexes: 'MM FF' }),
]
