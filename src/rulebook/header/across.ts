/** Rules across the files: every child is in the Header once, by the same day of birth everywhere. */

import { ofTool } from '../ground.ts'
import { isFilled, positions, where } from '../questions.ts'
import type { Kind, RowOf } from '../row.ts'
import { type Flags, type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { sexNow } from './sex.ts'

const source = 'A check of the tools that councils use; not a rule of DfE'

type File = Exclude<Kind, 'Header' | 'SWEpisodes' | 'DoLo'>
type Given = Readonly<Record<Kind, Table<Kind>>>

const absent: readonly (readonly [code: string, file: File])[] = [
  ['INT01', 'AD1'],
  ['INT02', 'PlacedAdoption'],
  ['INT03', 'Episodes'],
  ['INT04', 'Missing'],
  ['INT05', 'OC2'],
  ['INT06', 'OC3'],
  ['INT07', 'PrevPerm'],
  ['INT08', 'Reviews'],
  ['INT09', 'UASC'],
]

const notInHeader = ([code, file]: (typeof absent)[number]): Rule =>
  rule({
    code,
    ground: ofTool,
    says: `A child in ${file} is not in the Header.`,
    fix: 'Add the child to the Header, or correct CHILD.',
    source,
    columns: ['CHILD'],
    needs: ['Header', file],
    example: { Header: ['CHILD=a'], [file]: ['CHILD=a', '! CHILD=b'] },
    run: given => {
      const { Header, [file]: table } = given as unknown as Given
      return { [file]: where(table, ({ CHILD }) => CHILD !== '' && !Header.has(CHILD)) } as Flags
    },
  })

type Dated = Exclude<File, 'Episodes'>
const born: readonly (readonly [code: string, file: Dated])[] = [
  ['INT11', 'AD1'],
  ['INT12', 'PlacedAdoption'],
  ['INT13', 'Missing'],
  ['INT14', 'OC2'],
  ['INT15', 'OC3'],
  ['INT16', 'PrevPerm'],
  ['INT17', 'Reviews'],
  ['INT18', 'UASC'],
]

const bornOtherwise = ([code, file]: (typeof born)[number]): Rule =>
  rule({
    code,
    ground: ofTool,
    says: `The date of birth in ${file} differs from the Header.`,
    fix: 'Find out which is right, and correct DOB in the other file.',
    source,
    columns: ['DOB'],
    needs: ['Header', file],
    example: {
      Header: ['CHILD=a, DOB=01/05/2012', 'CHILD=b, DOB=01/05/2012'],
      [file]: ['CHILD=a, DOB=01/05/2012', '! CHILD=b, DOB=05/01/2012', 'CHILD=c, DOB=01/05/2012'],
    },
    run: given => {
      const { Header, [file]: table } = given as unknown as Given & Record<Dated, Table<Dated>>
      return {
        [file]: where(table as Table<Dated>, row => {
          const told = Header.of(row.CHILD) as readonly RowOf<'Header'>[]
          const known = told.filter(each => isFilled(each, 'DOB'))
          return isFilled(row, 'DOB') && known.length > 0 && !known.some(each => isSame(each, row))
        }),
      } as Flags
    },
  })

type Born = { readonly DOB: number | null; readonly written: { readonly DOB: string | null } }
const isSame = (a: Born, b: Born): boolean =>
  a.DOB !== null && b.DOB !== null ? a.DOB === b.DOB : a.written.DOB === b.written.DOB

const alone: readonly (readonly [code: string, file: Kind])[] = [
  ['INT31', 'AD1'],
  ['INT32', 'Header'],
  ['INT33', 'OC2'],
  ['INT34', 'OC3'],
  ['INT35', 'PrevPerm'],
  ['INT36', 'UASC'],
]

const twice = ([code, file]: (typeof alone)[number]): Rule =>
  rule({
    code,
    ground: ofTool,
    says: `A child has more than one row in ${file}.`,
    fix: 'Keep the row that is right.',
    source,
    columns: ['CHILD'],
    needs: [file],
    example: { [file]: ['! CHILD=a', 'CHILD=b', '! CHILD=a'] },
    run: given => {
      const { [file]: table } = given as unknown as Given
      return {
        [file]: [...table.byChild.values()].filter(rows => rows.length > 1).flatMap(positions),
      } as Flags
    },
  })

export const across: readonly Rule[] = [
  rule({
    code: 'EPI',
    ground: ofTool,
    says: 'The child has no episodes in this return, so many rules cannot look at the child.',
    fix: "Add the child's episodes, or remove the child; a care leaver needs none.",
    severity: 'query',
    source,
    columns: ['CHILD'],
    needs: ['Header'],
    uses: ['Episodes', 'OC3'],
    example: { Header: ['CHILD=a', '! CHILD=b', 'CHILD=c'], Episodes: ['CHILD=a'], OC3: ['CHILD=c'] },
    run: ({ Header, Episodes, OC3 }) => ({
      Header: where(Header, ({ CHILD }) => !Episodes?.has(CHILD) && !OC3?.has(CHILD)),
    }),
  }),
  ...absent.map(notInHeader),
  ...born.map(bornOtherwise),
  rule({
    code: 'INT21',
    ground: ofTool,
    says: 'The sex in UASC differs from the Header.',
    fix: 'Find out which is right, and correct SEX in the other file.',
    source,
    columns: ['SEX'],
    needs: ['Header', 'UASC'],
    example: { Header: ['CHILD=a, SEX=M', 'CHILD=b, SEX=M'], UASC: ['CHILD=a, SEX=M', '! CHILD=b, SEX=F'] },
    run: ({ Header, UASC }) => ({
      UASC: where(UASC, ({ CHILD, SEX }) => {
        const known = Header.of(CHILD).filter(each => each.SEX !== null)
        return SEX !== null && known.length > 0 && !known.some(each => sexNow(each.SEX) === sexNow(SEX))
      }),
    }),
  }),
  ...alone.map(twice),
  rule({
    code: 'NoE',
    ground: ofTool,
    says: "Care began before this year, and the child has no episodes in last year's return.",
    fix: "Correct DECOM or CHILD, or bring last year's return that has the child.",
    source,
    columns: ['DECOM'],
    needs: ['Episodes', 'Episodes_last'],
    example: {
      Episodes: ['CHILD=a, DECOM=31/03/2026', '! CHILD=b, DECOM=31/03/2026', 'CHILD=c, DECOM=01/04/2026'],
      Episodes_last: ['CHILD=a, DECOM=31/03/2026'],
    },
    run: ({ Episodes, Episodes_last, start }) => ({
      Episodes: where(
        Episodes,
        ({ CHILD, DECOM }) => DECOM !== null && DECOM < start && !Episodes_last.has(CHILD),
      ),
    }),
  }),
]
