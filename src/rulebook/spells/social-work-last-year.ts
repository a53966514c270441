/** Rules that last year's open episode of social work goes on in this year's return: written, and never made live. */

import { carriedOut } from '../ground.ts'
import { type Rule, rule } from '../rule.ts'
import { type Work, inOrder } from './social-worker.ts'

const words = { SW_REASON: 'reason', SW_DECOM: 'first day', SW_ID: 'social worker' } as const

/** The open episode of last year's return is the first of this year's. */
function sameAsLast(code: string, column: keyof typeof words): Rule {
  const cells = {
    SW_REASON: ['LEFTRL', 'OTHERS'],
    SW_DECOM: ['01/05/2025', '02/05/2025'],
    SW_ID: ['SW01', 'SW02'],
  }[column]
  const valueOf = (row: Work): string | null => (column === 'SW_DECOM' ? row.written.SW_DECOM : row[column])
  return rule({
    code,
    ground: carriedOut,
    says: `The ${words[column]} of the episode of social work that went on last year differs.`,
    fix: `Correct ${column} in this return or the last.`,
    live: null,
    columns: [column],
    needs: ['SWEpisodes', 'SWEpisodes_last'],
    example: {
      SWEpisodes: [`CHILD=a, ${column}=${cells[0]}`, `! CHILD=b, ${column}=${cells[1]}`],
      SWEpisodes_last: [`CHILD=a, ${column}=${cells[0]}`, `CHILD=b, ${column}=${cells[0]}`],
    },
    run: ({ SWEpisodes, SWEpisodes_last }) => ({
      SWEpisodes: inOrder(SWEpisodes).flatMap(([first]) => {
        const open = SWEpisodes_last.of(first!.CHILD).find(({ written }) => written.SW_DEC === null)
        return open && valueOf(open) !== valueOf(first!) ? [first!.at] : []
      }),
    }),
  })
}

export const socialWorkLastYear: readonly Rule[] = [
  sameAsLast('SW16aSTG2', 'SW_REASON'),
  sameAsLast('SW16bSTG2', 'SW_DECOM'),
  sameAsLast('SW16cSTG2', 'SW_ID'),
]
