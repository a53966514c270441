/** Who takes part, what they have agreed to share, and the record of what was done. */

import { governanceRoutes } from './pages.ts'

export { governanceRoutes }
export { type Agreement, type AgreementId, sharedParts } from './agreement.ts'
export { accountPath, agreementPath, agreementsPath, auditPath, peoplePath, personPath } from './paths.ts'

export const governanceActions = governanceRoutes.map(({ action }) => action)
export { type Watched, watchAgreements } from './watching.ts'
export { listAgreements } from './store/agreements.ts'
export { countPeople, type PeopleCounted } from './store/counting.ts'
