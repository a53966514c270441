/** Code sets and geography: what the country has agreed to call things, and where its places are. */

export { absences, type AbsenceCode } from './codes/absence.ts'
export { ageBandOf, ageBands, type AgeBand } from './codes/age-band.ts'
export { careNeedGroups, careNeeds, type CareNeedCode, type CareNeedGroup } from './codes/care-need.ts'
export { changeReasons, type ChangeReasonCode } from './codes/change-reason.ts'
export {
  type Code,
  type CodeSet,
  codesIn,
  collectionYearOf,
  isCodeOf,
  isLive,
  labelOf,
} from './codes/code-set.ts'
export { endReasons, type EndReasonCode } from './codes/end-reason.ts'
export { episodeReasons, type EpisodeReasonCode } from './codes/episode-reason.ts'
export { ethnicities, type EthnicityCode } from './codes/ethnicity.ts'
export { legalStatuses, type LegalStatusCode } from './codes/legal-status.ts'
export { categoriesOfNeed, type CategoryOfNeedCode } from './codes/need.ts'
export { groupOfKind, groupOfPlacement, isUnregistered, kindOfPlacement } from './codes/placement-kind.ts'
export { placementGroups, placementKinds, unregisteredCodes } from './codes/placement-kind.ts'
export type { PlacementGroup, PlacementKind } from './codes/placement-kind.ts'
export { placementProviders, type PlacementProviderCode } from './codes/placement-provider.ts'
export { placementTypes, type PlacementTypeCode } from './codes/placement-type.ts'
export { pupilNumberGaps, type PupilNumberGapCode } from './codes/pupil-number.ts'
export { codeSetOfColumn, returnFiles, type ReturnFile, type ReturnFileName } from './codes/return-files.ts'
export { reviewParticipations, type ReviewParticipationCode } from './codes/review.ts'
export { sexes, type SexCode } from './codes/sex.ts'
export { wellbeingGaps, type WellbeingGapCode } from './codes/wellbeing.ts'
export { kindOn, trustOn, type Area, type Authority, type AuthorityKind, type Hub } from './authority.ts'
export { commands as referenceCommands, type Command } from './cli.ts'
export { areaOf, areaOfDistrict, authorities, authorityByCode, southEast } from './files.ts'
export { neighboursOf, outwardCodes, positionOf, regionMap } from './files.ts'
export { milesBetween, type Position } from './position.ts'
export { normalisePostcode, outwardCodeOf, sectorOf } from './postcode.ts'
export type { MapArea, Point, RegionMap } from './region-map.ts'
export { findPostcodes, hasPostcodes, type PlacedPostcode } from './store.ts'
