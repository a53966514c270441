/** What the invented region is made to resemble: the published national picture, each share with its source. */

/** How surely we know a share: read in the source, or remembered and so approximate. */
export type Certainty = 'read' | 'approximate'

export type Share = {
  readonly about: string
  readonly share: number
  /** How far the invented region may stray from it. */
  readonly give: number
  readonly source: string
  readonly certainty: Certainty
}

const lookedAfter =
  'DfE, Children looked after in England including adoptions, 2025 release, at 31 March 2025'
const location = 'DfE, Children looked after: a focus on placement location, at 31 March 2024'
const stability = 'DfE, Stability measures for children looked after in England, 2024'
const near = (about: string, share: number, give: number, source = lookedAfter): Share => ({
  about,
  share,
  give,
  source,
  certainty: 'approximate',
})

/** By placement type. The region's own unregistered share is a round figure near 669 of 81,770 (1 September 2025). */
export const placements = {
  foster: near('in foster care (U1 to U6)', 0.67, 0.03),
  kin: near('with a relative or friend who fosters (U1 to U3)', 0.17, 0.03),
  homes: near("in a children's home (K2)", 0.1, 0.025),
  supported: near('in supported accommodation (K3; H5 and P2 before 28 October 2023)', 0.085, 0.025),
  parents: near('with their own parents (P1)', 0.065, 0.025),
  adoption: near('placed for adoption (A3 to A6)', 0.025, 0.015),
  unregistered: {
    about: 'in a home that is not registered (Z)',
    share: 0.008,
    give: 0.007,
    source: "Children's Commissioner for England: 669 children on 1 September 2025, of 81,770 looked after",
    certainty: 'read',
  } satisfies Share,
} as const

/** By completed years of age. */
export const ages = {
  under1: near('under 1', 0.05, 0.02),
  oneToFour: near('1 to 4', 0.14, 0.03),
  fiveToNine: near('5 to 9', 0.18, 0.03),
  tenToFifteen: near('10 to 15', 0.37, 0.04),
  sixteenAndOver: near('16 and over', 0.26, 0.04),
} as const

export const otherShares = {
  boys: near('boys', 0.57, 0.03),
  asylum: near('unaccompanied asylum-seeking', 0.08, 0.025),
  over20Miles: near('placed over 20 miles from home, where the distance is known', 0.21, 0.04, location),
  outOfArea: near("placed outside their own authority's area", 0.44, 0.06, location),
  careOrder: near('under a full care order (C2)', 0.58, 0.08),
  threePlacements: near('with three or more placements in the year', 0.1, 0.03, stability),
} as const

/**
 * Children looked after for each 10,000 under 18, by authority: rounded, remembered from the 2024 release and so
 * approximate. They only set the sizes of the invented authorities beside each other.
 */
export const rates: Readonly<Record<string, number>> = {
  E06000036: 48, // Bracknell Forest
  E06000043: 78, // Brighton and Hove
  E06000060: 42, // Buckinghamshire
  E10000011: 62, // East Sussex
  E10000014: 65, // Hampshire
  E06000046: 105, // Isle of Wight
  E10000016: 58, // Kent
  E06000035: 70, // Medway
  E06000042: 54, // Milton Keynes
  E10000025: 54, // Oxfordshire
  E06000044: 82, // Portsmouth
  E06000038: 68, // Reading
  E06000039: 50, // Slough
  E06000045: 92, // Southampton
  E10000030: 38, // Surrey
  E06000037: 46, // West Berkshire
  E10000032: 50, // West Sussex
  E06000040: 36, // Windsor and Maidenhead
  E06000041: 34, // Wokingham
}

/** Children looked after for each 10,000 under 18 in England at 31 March 2025 (the same release; read). */
export const nationalRate = 67
