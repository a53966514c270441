/** Rules of a child's pupil number (UPN) and other files, by what the episodes say. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { later, type Day } from '#shared/days'
import { type History, historiesOf, isRespite } from '../history.ts'
import { positions } from '../questions.ts'
import type { Episode, Kind } from '../row.ts'
import type { TableName } from '../return.ts'
import { type Rule, rule } from '../rule.ts'
import { isInCare } from './mothers.ts'

const numbers: readonly Rule[] = [
  rule({
    code: '210',
    ground: byMessage(
      'The coding contradicts itself. Short breaks do not count, as in DfE’s “looked after on 31 March”.',
    ),
    says: 'The pupil number is said to be not yet known (UN4), but the child has been in care for over a week.',
    fix: 'Enter the UPN; UN4 is for a child who came into care in the last week of the year.',
    columns: ['UPN', 'DECOM'],
    needs: ['Header', 'Episodes'],
    example: {
      Header: [
        'CHILD=a, UPN=UN4',
        '! CHILD=b, UPN=UN4',
        'CHILD=c, UPN=UN4',
        'CHILD=d, UPN=UN1',
        'CHILD=e, UPN=UN4',
      ],
      Episodes: [
        'CHILD=a, DECOM=24/03/2027, RNE=S',
        '! CHILD=b, DECOM=23/03/2027, RNE=S',
        'CHILD=c, DECOM=01/05/2026, RNE=S, DEC=01/06/2026, REC=E4A',
        'CHILD=d, DECOM=01/05/2026, RNE=S',
        'CHILD=e, DECOM=01/05/2026, RNE=S, LS=V3',
      ],
    },
    run: ({ Header, Episodes, end }) => {
      const histories = historiesOf(Episodes)
      const found = Header.rows.flatMap(child => {
        const first = child.UPN === 'UN4' ? startOfCareAt(histories.get(child.CHILD) ?? [], end) : undefined
        return first?.DECOM != null && first.DECOM < later(end, -7) ? [{ child, first }] : []
      })
      return {
        Header: positions(found.map(({ child }) => child)),
        Episodes: positions(found.map(({ first }) => first)),
      }
    },
  }),
  rule({
    code: '442',
    ground: agreed,
    says: 'The pupil number of the child in care is missing.',
    fix: 'Enter the UPN, or UN1 to UN5 for why there is none.',
    columns: ['UPN'],
    needs: ['Header', 'Episodes'],
    example: {
      Header: ['CHILD=a, UPN=UN1', '! CHILD=b', 'CHILD=c', 'CHILD=d'],
      Episodes: ['CHILD=a, LS=C2', 'CHILD=b, LS=C2', 'CHILD=c, LS=V3'],
    },
    run: ({ Header, Episodes }) => ({
      Header: positions(Header.rows.filter(({ CHILD, UPN }) => UPN === null && isInCare(Episodes, CHILD))),
    }),
  }),
]

/** The episode with which the care began that went on when the year ended. Short breaks do not count. */
function startOfCareAt(history: History, end: Day): Episode | undefined {
  const dated = history.filter(each => each.DECOM !== null && !isRespite(each))
  const last = dated.at(-1)
  if (!last || (last.written.DEC !== null && (last.DEC ?? end) <= end)) return undefined
  return dated.findLast(({ RNE }) => RNE === 'S') ?? dated[0]
}

/** What is asked of children in care, and not of a care leaver. */
const ofCare = [
  'Reviews',
  'UASC',
  'OC2',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
  'SWEpisodes',
  'DoLo',
] as const satisfies readonly Kind[]

const leavers: Rule = rule({
  code: '1012',
  ground: carriedOut,
  says: 'The care leaver had no episode in the year, but has rows in files that are of children in care.',
  fix: 'Take these rows out, or add the episodes of the child.',
  columns: ['CHILD'],
  needs: ['OC3', 'Episodes'],
  uses: ofCare,
  example: {
    OC3: ['CHILD=a', 'CHILD=b'],
    Episodes: ['CHILD=b'],
    Reviews: ['! CHILD=a', 'CHILD=b'],
    Missing: ['! CHILD=a', 'CHILD=c'],
  },
  run: ({ OC3, Episodes, ...files }) => {
    const found: { [N in TableName]?: number[] } = {}
    for (const kind of ofCare) {
      const rows: readonly { readonly at: number; readonly CHILD: string }[] = files[kind]?.rows ?? []
      found[kind] = positions(rows.filter(({ CHILD }) => OC3.has(CHILD) && !Episodes.has(CHILD)))
    }
    return found
  },
})

export const pupils: readonly Rule[] = [...numbers, leavers]
