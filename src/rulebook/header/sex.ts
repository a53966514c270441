/** SEX as the return has written it: 1 and 2 until 2023-24, M, F and U since. */

export const isMale = (sex: string | null | undefined): boolean => sex === 'M' || sex === '1'
export const isFemale = (sex: string | null | undefined): boolean => sex === 'F' || sex === '2'

/** The newer code of an older: two years' returns are compared across the change. */
export function sexNow(sex: string | null): string | null {
  if (sex === '1') return 'M'
  return sex === '2' ? 'F' : (sex?.toUpperCase() ?? null)
}
