/** Ofsted’s list as it might come in September, with all that may be wrong with it, and again in October. */

const headings =
  'URN,Provision type,Registration status,Setting name,Sector,Places,Local authority,Postcode,' +
  'Overall experiences and progress,Last inspection date,Organisation name,Organisation URN,Weather'
type Row = readonly [urn: string, ...rest: string[]]
const childrens = (urn: string, ...rest: string[]): Row => [urn, 'Children\u2019s home', 'Active', ...rest]
export const september: readonly Row[] = [
  childrens(
    'SC500001',
    'Bramble House',
    'Private',
    '4',
    'Reading',
    'RG1 4AB',
    'Good',
    '11/02/2026',
    'Rowan Care',
    'SC900002',
  ),
  childrens('SC500002', '', 'Private', '3', 'Kent', '', 'Not yet inspected', '', 'Teasel Care', 'SC900009'),
  childrens(
    'SC500003',
    '',
    'Private',
    '2',
    'Bracknell Forest',
    '',
    'Outstanding',
    '',
    'Teasel Care',
    'SC900009',
  ),
  childrens(
    'SC500004',
    'Council Home',
    'Local authority',
    '5',
    'Reading',
    'RG2 0AA',
    'Good',
    '01/03/2026',
    'Reading',
    '',
  ),
  childrens('SC500005', 'Far Home', 'Private', '5', 'Leeds', 'LS1 1AA', 'Good', '', 'Far Care', 'SC900010'),
  [
    'SC500006',
    'Independent fostering agency',
    'Active',
    'An office',
    'Private',
    '0',
    'Reading',
    '',
    '',
    '',
    '',
    '',
  ],
  childrens('nonsense', 'Ugly', 'Private', '4', 'Reading', '', 'Good', '', '', ''),
  childrens('SC500008', 'Nowhere', 'Private', '4', 'Atlantis', '', 'Good', '', '', ''),
  childrens('SC500009', 'Many', 'Private', 'many', 'Reading', '', 'Good', '', '', ''),
]
export const listOf = (rows: readonly Row[]) =>
  [headings, ...rows.map(row => [...row, 'Rain'].join(','))].join('\r\n')
export const fileOf = (
  text: string,
  encode = (each: string): Uint8Array => new TextEncoder().encode(each),
) => ({
  files: [{ name: 'ofsted.csv', content: encode(text) }],
})

/** One home changed, one resigned, one gone, one as it was. */
export const october: readonly Row[] = [
  childrens(
    'SC500001',
    'Bramble House',
    'Private',
    '3',
    'Reading',
    'RG1 4AB',
    'Requires improvement to be good',
    '09/09/2026',
    'Rowan Care',
    'SC900002',
  ),
  [
    'SC500003',
    'Children\u2019s home',
    'Resigned',
    '',
    'Private',
    '2',
    'Bracknell Forest',
    '',
    'Outstanding',
    '',
    'Teasel Care',
    'SC900009',
  ],
  september[3]!,
]
