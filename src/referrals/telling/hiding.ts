/** Takes out of free text whatever would tell a reader who the child is, and says what was taken. */

export type Hidden = {
  /** The child's names and those of brothers and sisters. */
  readonly names: readonly string[]
  readonly schools: readonly string[]
  readonly staff: readonly string[]
  /** Numbers by which a record knows the child. */
  readonly numbers: readonly string[]
}

export type Removed = { readonly what: string; readonly why: string; readonly question?: string }
export type Scrubbed = { readonly text: string; readonly removed: readonly Removed[] }

type Rule = { readonly pattern: RegExp; readonly instead: string; readonly why: string }

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** Kinds of thing that tell whoever the child is. A postcode sector tells too: only the district is left. */
const always: readonly Rule[] = [
  {
    pattern: /\b[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2}| \d)\b/gi,
    instead: '[postcode]',
    why: 'a postcode',
  },
  { pattern: /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/g, instead: '[date]', why: 'a date' },
  { pattern: /\b\d{4}-\d{2}-\d{2}\b/g, instead: '[date]', why: 'a date' },
  {
    pattern: new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})\\b(?:,? \\d{4})?`, 'gi'),
    instead: '[date]',
    why: 'a date',
  },
  { pattern: /\b(?:0|\+44 ?)\d(?: ?\d){8,9}\b/g, instead: '[telephone]', why: 'a telephone number' },
  { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, instead: '[email]', why: 'an email address' },
]

export function scrub(text: string, hidden: Hidden): Scrubbed {
  const removed: Removed[] = []
  let clean = text
  for (const { pattern, instead, why } of [...rulesFor(hidden), ...always]) {
    clean = clean.replace(pattern, what => {
      removed.push({ what, why })
      return instead
    })
  }
  return { text: clean, removed }
}

function rulesFor({ names, schools, staff, numbers }: Hidden): Rule[] {
  return [
    ...patterns(schools, [], '[school]', 'the name of a school'),
    ...patterns(schools.map(withoutKind), [], '[school]', 'the name of a school'),
    ...patterns(numbers, [], '[number]', 'a number of the child'),
    ...patterns(names, partsOfNames(names), '[name]', 'a name'),
    ...patterns(staff, partsOfNames(staff), '[member of staff]', 'the name of a member of staff'),
  ]
}

/** Longest first, so that a whole name goes before its parts. Two letters or fewer would blank out half of a page. */
function patterns(wholes: readonly string[], parts: readonly string[], instead: string, why: string): Rule[] {
  const words = [...new Set([...wholes, ...parts].map(word => word.trim()).filter(word => word.length > 2))]
  return words
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(word => ({ pattern: wholeWord(word), instead, why }))
}

/** Letters of any alphabet end a word, so that Zoë is found and Zoëtrope is not. */
const wholeWord = (word: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, 'giu')

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const partsOfNames = (names: readonly string[]) => names.flatMap(name => name.split(/\s+/))

/** A school is often written without saying that it is one. */
const withoutKind = (school: string) =>
  school.replace(/\s+(primary|secondary|junior|infant|high|academy|school|college)\b.*$/i, '')
