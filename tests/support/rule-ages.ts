/** What each rule that speaks of an age says of it, written from its words: whom it flags, and on which day. */

import type { TableName } from '#rulebook'

/** Who is flagged: those who are younger on that day, who have their birthday on it, and so on. */
export type Side = 'younger' | 'younger or on it' | 'on it' | 'from it' | 'after it'
export type AgeDay = 'any' | 'any within the year' | 'first' | 'last' | 'first of last year' | 'school age'
export type AgeClaim = readonly [
  code: string,
  age: number | ((year: number) => number),
  flagged: Side,
  on: AgeDay,
  /** One row in each file, or more; `{born}` and `{on}` are days, `{always}` an episode of many years. */
  rows: { readonly [N in TableName]?: string | readonly string[] },
]

const always = { Episodes: 'DECOM=10/06/2010, RNE=S, LS=C2' } as const
const health = (cells: string) => ({ ...always, OC2: `DOB={born}, ${cells}` })
const leaver = (cells: string) => ({ ...always, OC3: `DOB={born}, ${cells}` })
const header = (cells: string) => ({ Header: `DOB={born}, ${cells}` })
const episode = (cells: string) => ({ Header: 'DOB={born}', Episodes: cells })
const left = (last: string) => `DECOM=01/05/2010, RNE=S, LS=C2, ${last}`
const until2024 = (age: number) => (year: number) => (year < 2024 ? age : 16)

export const ageClaims: readonly AgeClaim[] = [
  ['209', 4, 'from it', 'school age', header('UPN=UN1')],
  ['231', 11, 'younger', 'last', header('UASC=1')],
  ['351', 25, 'after it', 'first', header('SEX=M')],
  ['620', 11, 'younger', 'first', header('MOTHER=1')],
  ['352', 18, 'from it', 'any', episode('RNE=S, DECOM={on}')],
  ['358', 10, 'younger', 'any', episode('LS=J2, DECOM={on}')],
  ['359', 18, 'after it', 'last', episode('LS=C2')],
  ['370', until2024(15), 'younger', 'any', episode('PLACE=P2, DECOM={on}')],
  ['371', until2024(14), 'younger', 'any', episode('PLACE={supported}, DECOM={on}')],
  ['372', 10, 'younger', 'any', episode('PLACE=R5, DECOM={on}')],
  ['373', 4, 'younger', 'any', episode('PLACE=S1, DECOM={on}')],
  ['374', 14, 'younger', 'any', episode('PLACE=P3, DECOM={on}')],
  ['386', 18, 'from it', 'any', episode('REC=E12, DEC={on}')],
  ['387', 14, 'younger', 'any', episode('REC=E6, DEC={on}')],
  ['389', 16, 'younger', 'any', episode('REC=E7, DEC={on}')],
  ['407', 18, 'from it', 'any', episode('REC=E48, DEC={on}')],
  ['460', 18, 'younger', 'any', episode('REC=E17, DEC={on}')],
  [
    '234',
    10,
    'younger',
    'any',
    {
      Header: 'DOB={born}',
      Episodes: ['DECOM=01/05/2020, DEC={on}, REASON_PLACE_CHANGE=CUSTOD', 'DECOM={on}'],
    },
  ],
  ['440', 4, 'from it', 'any', { Reviews: 'DOB={born}, REVIEW={on}, REVIEW_CODE=PN0' }],
  ['441', 4, 'younger', 'any', { Reviews: 'DOB={born}, REVIEW={on}, REVIEW_CODE=PN3' }],
  ['304', 18, 'after it', 'any', { UASC: 'DOB={born}, DUC={on}' }],
  ['580', 18, 'on it', 'any', { Episodes: 'DEC={on}, REC=E4A', Missing: 'DOB={born}, MIS_END={on}' }],
  ['157', 4, 'from it', 'first', health('SDQ_REASON=SDQ1')],
  ['157', 17, 'younger', 'last', health('SDQ_REASON=SDQ1')],
  ['186', 4, 'from it', 'first', health('SDQ_SCORE=')],
  ['186', 17, 'younger', 'last', health('SDQ_SCORE=')],
  ['188', 4, 'younger', 'last', health('SDQ_SCORE=12')],
  ['189', 17, 'from it', 'first', health('SDQ_REASON=SDQ1')],
  ['197B', 4, 'younger', 'first', health('SDQ_SCORE=')],
  ['197B', 4, 'from it', 'last', health('SDQ_SCORE=')],
  ['197B', 17, 'younger', 'first', health('SDQ_SCORE=')],
  ['197B', 17, 'from it', 'last', health('SDQ_SCORE=')],
  ['542', 10, 'younger', 'last', health('CONVICTED=0')],
  ['543', 10, 'from it', 'last', health('CONVICTED=')],
  ['545', 5, 'younger', 'last', health('HEALTH_CHECK=')],
  ['546', 5, 'from it', 'last', health('HEALTH_CHECK=1')],
  ['347', 18, 'younger', 'last', leaver('ACCOM=T2')],
  ['391', 17, 'younger', 'last', leaver('IN_TOUCH=YES')],
  ['3001', 17, 'younger or on it', 'first', leaver('ACCOM=Z1')],
  ['3001', 17, 'from it', 'last', leaver('ACCOM=Z1')],
  ['1007', 17, 'from it', 'last', leaver('IN_TOUCH=YES')],
  ['1007', 19, 'younger', 'last', leaver('IN_TOUCH=YES')],
  [
    '1016',
    17,
    'after it',
    'any within the year',
    { OC3: 'DOB={born}, IN_TOUCH=YES', Episodes: left('DEC={on}, REC=E4A') },
  ],
  [
    '1016',
    18,
    'after it',
    'any within the year',
    { OC3: 'DOB={born}, IN_TOUCH=YES', Episodes: left('DEC={on}, REC=E4A') },
  ],
  [
    '1001',
    16,
    'younger or on it',
    'any',
    { Header: 'DOB={born}', OC3: 'IN_TOUCH=YES', Episodes: left('DEC={on}, REC=E4A') },
  ],
  [
    '1002',
    16,
    'younger or on it',
    'first of last year',
    { OC3: 'DOB={born}, IN_TOUCH=YES', Episodes: [], Episodes_last: [] },
  ],
]

/** They compare days of birth with one another or with the year, and no age is at issue. */
export const ofNoAge =
  '102 203 301 302 INT11 INT12 INT13 INT14 INT15 INT16 INT17 INT18 171 174 611 612 624 619 621 184 586 708'.split(
    ' ',
  )
