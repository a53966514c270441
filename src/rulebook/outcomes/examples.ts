/** Episodes for examples of the year from April 2026: a child looked after for all of it, and one who was not. */

export const allYear = (child: string): string => `CHILD=${child}, DECOM=10/06/2024, RNE=S, LS=C2`

export const broken = (child: string): string => `CHILD=${child}, DECOM=10/06/2026, RNE=S, LS=C2`
