/** Why a return that was loaded cannot be undone: what has been added since, of whom, and what to do instead. */

/** How many of the children have each thing that no return tells; none of a thing is left unsaid. */
export type BuiltOn = {
  readonly names: number
  readonly costs: number
  readonly homes: number
  readonly assessments: number
  /** A request or a placement is kept of one of them. */
  readonly requests: boolean
}

const mostNamed = 10

export function whyNotUndone(numbers: readonly string[], built: BuiltOn): string {
  const why = `Since this return was loaded, ${changes(numbers, built)}`
  return `Nothing has been undone. ${why}. Undoing it would lose that. ${instead}`
}

const instead =
  'To put the return right, load a corrected one for the same year: it changes what differs, and keeps what was added'

function changes(
  numbers: readonly string[],
  { names, costs, homes, assessments, requests }: BuiltOn,
): string {
  const said = [
    names > 0 && 'names',
    costs > 0 && 'weekly costs',
    homes > 0 && 'homes on the register',
    assessments > 0 && 'assessments',
    requests && 'requests for a home or placements',
  ].filter(each => each !== false)
  const whom = whose(numbers)
  return said.length === 0
    ? `the record of ${whom} has been changed`
    : `${listed(said)} have been added for ${whom}`
}

function whose(numbers: readonly string[]): string {
  if (numbers.length === 0) return 'some of these children'
  if (numbers.length === 1) return `child ${numbers[0]}`
  const named = numbers.slice(0, mostNamed).join(', ')
  const more = numbers.length > mostNamed ? ` and ${numbers.length - mostNamed} more` : ''
  return `${numbers.length} children (${named}${more})`
}

const listed = (words: readonly string[]): string =>
  words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
