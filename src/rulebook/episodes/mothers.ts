/** Rules of girls in care who are mothers, and of when their children were born. */

import { agreed, carriedOut } from '../ground.ts'
import { historyOf, respite } from '../history.ts'
import { isAfter, isFilled, isOneOf, positions } from '../questions.ts'
import type { Episode, Header } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Setting } from '../return.ts'
import type { Table } from '../table.ts'
import { isFemale } from '../header/sex.ts'

/** Whether the child is in care for more than short breaks; a legal status is read in either case of letter. */
export const isInCare = (episodes: Table<'Episodes'>, child: string): boolean =>
  episodes.of(child).some(({ LS }) => !isOneOf(LS?.toUpperCase(), respite))

const statuses: readonly Rule[] = [
  rule({
    code: '207',
    ground: carriedOut,
    says: "The child was a mother in last year's return, and is not in this.",
    fix: 'Enter 1 in MOTHER, or tell DfE what was wrong last year.',
    columns: ['MOTHER'],
    needs: ['Header', 'Header_last'],
    uses: ['Episodes'],
    example: {
      Header: ['CHILD=a, MOTHER=1', '! CHILD=b, MOTHER=0', '! CHILD=c', 'CHILD=d, MOTHER=0', 'CHILD=e'],
      Header_last: [
        'CHILD=a, MOTHER=1',
        'CHILD=b, MOTHER=1',
        'CHILD=c, MOTHER=1',
        'CHILD=d',
        'CHILD=e, MOTHER=1',
      ],
      Episodes: ['CHILD=a, LS=C2', 'CHILD=b, LS=C2', 'CHILD=c, LS=C2', 'CHILD=d, LS=C2'],
    },
    // MOTHER is not asked of a care leaver, nor of a child who has short breaks only.
    run: ({ Header, Header_last, Episodes }) => ({
      Header: positions(
        Header.rows.filter(
          ({ CHILD, MOTHER }) =>
            MOTHER !== '1' &&
            Header_last.first(CHILD)?.MOTHER === '1' &&
            (Episodes === undefined || isInCare(Episodes, CHILD)),
        ),
      ),
    }),
  }),
  rule({
    code: '393',
    ground: carriedOut,
    says: 'Whether the girl in care is a mother is not answered.',
    fix: 'Enter 1 in MOTHER if she is, or 0.',
    columns: ['MOTHER', 'SEX'],
    needs: ['Header', 'Episodes'],
    example: {
      Header: ['CHILD=a, SEX=F, MOTHER=0', '! CHILD=b, SEX=F', 'CHILD=c, SEX=M', 'CHILD=d, SEX=F'],
      Episodes: ['CHILD=a, LS=C2', 'CHILD=b, LS=C2', 'CHILD=c, LS=C2', 'CHILD=d, LS=V4'],
    },
    run: ({ Header, Episodes }) => ({
      Header: positions(
        Header.rows.filter(
          ({ CHILD, SEX, MOTHER }) => isFemale(SEX) && MOTHER === null && isInCare(Episodes, CHILD),
        ),
      ),
    }),
  }),
  rule({
    code: '607',
    ground: agreed,
    says: 'The girl left care in the year, and whether she is a mother is not answered.',
    fix: 'Enter 1 in MOTHER if she is, or 0.',
    columns: ['MOTHER', 'SEX', 'DEC', 'REC', 'LS'],
    needs: ['Header', 'Episodes'],
    example: {
      Header: ['CHILD=a, SEX=F, MOTHER=0', '! CHILD=b, SEX=F', 'CHILD=c, SEX=M', 'CHILD=d, SEX=F'],
      Episodes: [
        'CHILD=a, LS=C2, DEC=01/06/2026, REC=E4A',
        '! CHILD=b, LS=C2, DEC=01/06/2026, REC=E4A',
        'CHILD=c, LS=C2, DEC=01/06/2026, REC=E4A',
        'CHILD=d, LS=V3, DEC=01/06/2026, REC=E4A',
      ],
    },
    run: ({ Header, Episodes, ...year }) => {
      const silent = Header.rows.filter(({ SEX, MOTHER }) => isFemale(SEX) && MOTHER === null)
      const left = silent.filter(({ CHILD }) => Episodes.of(CHILD).some(each => isExit(each, year)))
      return {
        Header: positions(left),
        Episodes: positions(
          left.flatMap(({ CHILD }) => Episodes.of(CHILD).filter(each => isExit(each, year))),
        ),
      }
    },
  }),
]

const isExit = ({ LS, DEC, REC }: Episode, { start, end }: Pick<Setting, 'start' | 'end'>): boolean =>
  REC !== null && REC !== 'X1' && !isOneOf(LS, respite) && DEC !== null && DEC >= start && DEC <= end

const births: Rule = rule({
  code: '625',
  ground: agreed,
  says: "The mother's child was born after the end of the year, or after the mother left care.",
  fix: 'Correct MC_DOB, or clear MOTHER and MC_DOB: only births before she left care are asked.',
  columns: ['MC_DOB', 'DEC'],
  needs: ['Header', 'Episodes'],
  example: {
    Header: [
      'CHILD=a, MC_DOB=31/03/2027',
      '! CHILD=b, MC_DOB=01/04/2027',
      '! CHILD=c, MC_DOB=02/06/2026',
      'CHILD=d, MC_DOB=01/06/2026',
    ],
    Episodes: [
      'CHILD=a, DECOM=01/05/2025',
      '! CHILD=b, DECOM=01/05/2025',
      '! CHILD=c, DECOM=01/05/2025, DEC=01/06/2026, REC=E4A',
      'CHILD=d, DECOM=01/05/2025, DEC=01/06/2026, REC=E4A',
    ],
  },
  run: ({ Header, Episodes, end }) => {
    const found = Header.rows.flatMap(child => {
      const last = lastToEnd(Episodes, child)
      if (!last || !isFilled(child, 'MC_DOB')) return []
      return isAfter(child.MC_DOB, end) || isAfter(child.MC_DOB, last.DEC) ? [{ child, last }] : []
    })
    return {
      Header: positions(found.map(({ child }) => child)),
      Episodes: positions(found.map(({ last }) => last)),
    }
  },
})

/** One that has not ended, or the one that ended last. */
function lastToEnd(episodes: Table<'Episodes'>, { CHILD }: Header): Episode | undefined {
  let last: Episode | undefined
  for (const each of historyOf(episodes, CHILD)) {
    if (each.written.DEC === null) return each
    if (!last || (each.DEC ?? -Infinity) > (last.DEC ?? -Infinity)) last = each
  }
  return last
}

export const mothers: readonly Rule[] = [...statuses, births]
