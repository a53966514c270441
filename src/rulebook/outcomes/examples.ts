/** Rows for examples of the year from April 2026: children looked after for all of it or not, and a care leaver. */

export const allYear = (child: string): string => `CHILD=${child}, DECOM=10/06/2024, RNE=S, LS=C2`

export const broken = (child: string): string => `CHILD=${child}, DECOM=10/06/2026, RNE=S, LS=C2`

/** A care leaver with whom the authority is in touch. */
export const told = (child: string, born = '01/06/2009'): string =>
  `CHILD=${child}, DOB=${born}, IN_TOUCH=YES`
