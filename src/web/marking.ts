/** Protective markings: how carefully a file must be kept, said in its name, which goes wherever it goes. */

/**
 * The list to choose from, with what each is for. Government Security Classifications Policy (Cabinet Office, 2023):
 * nearly all that councils hold is OFFICIAL, and SENSITIVE is added where loss would do more than routine harm.
 */
export const markings = {
  OFFICIAL: 'Routine work in which nobody could be known: definitions, scorecards, reasons counted',
  'OFFICIAL-SENSITIVE-PERSONAL':
    'About children, carers or staff, or where they live; or counts so small that a child might be known by them',
} as const

export type Marking = keyof typeof markings

/** Of a file about children. */
export const aboutChildren = <File>(file: File) => ({
  ...file,
  marking: 'OFFICIAL-SENSITIVE-PERSONAL' as const,
})

/** `children.csv` becomes `children.OFFICIAL-SENSITIVE-PERSONAL.csv`: still a CSV file, and its content as it was. */
export function markedName(name: string, marking: Marking): string {
  const dot = name.lastIndexOf('.')
  return dot < 1 ? `${name}.${marking}` : `${name.slice(0, dot)}.${marking}${name.slice(dot)}`
}
