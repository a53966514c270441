/** The pages of agreements, people, the record of access, and one's own account. */

import { type Route, ask, deed } from '#web/route'
import * as agreements from './actions/agreements.ts'
import * as people from './actions/people.ts'
import * as record from './actions/record.ts'
import * as paths from './paths.ts'
import * as agreementViews from './views/agreements.ts'
import * as peopleViews from './views/people.ts'
import * as recordViews from './views/record.ts'

const aboutAgreements: readonly Route[] = [
  ask(paths.agreementsPath, agreements.readAgreements, agreementViews.agreementsPage),
  ask(paths.drawingUpPath, agreements.prepareAgreement, agreementViews.drawingUpPage),
  deed(paths.drawingUpPath, agreements.drawUpAgreement, paths.agreementPath),
  ask(paths.agreementPath(':agreement'), agreements.readAgreement, agreementViews.agreementPage),
  ask(paths.signaturePath(':agreement'), agreements.considerSigning, agreementViews.signingPage),
  deed(paths.signaturePath(':agreement'), agreements.signForOrganisation, paths.agreementPath),
  ask(paths.agreementEndingPath(':agreement'), agreements.considerEnding, agreementViews.agreementEndingPage),
  deed(paths.agreementEndingPath(':agreement'), agreements.endEarly, paths.agreementPath),
]

const aboutPeople: readonly Route[] = [
  ask(paths.peoplePath, people.readPeople, peopleViews.peoplePage),
  ask(paths.addingPersonPath, people.preparePerson, peopleViews.addingPersonPage),
  deed(paths.addingPersonPath, people.addMember, paths.personPath),
  ask(paths.personPath(':person'), people.readPerson, peopleViews.personPage),
  ask(paths.personRolesPath(':person'), people.considerGiving, peopleViews.givingRolePage),
  deed(paths.personRolesPath(':person'), people.giveMemberRole, paths.personPath),
  ask(paths.roleEndingPath(':person'), people.considerEndingRole, peopleViews.endingRolePage),
  deed(paths.roleEndingPath(':person'), people.endMemberRole, paths.personPath),
  ask(paths.accessEndingPath(':person'), people.considerEndingAccess, peopleViews.endingAccessPage),
  deed(paths.accessEndingPath(':person'), people.endMemberAccess, paths.personPath),
]

const aboutTheRecord: readonly Route[] = [
  ask(paths.auditPath, record.readRecord, recordViews.recordPage, { csv: recordViews.recordFile }),
  ask(paths.verificationPath, record.verifyRecord, recordViews.verificationPage),
  ask(paths.accountPath, record.readAccount, recordViews.accountPage),
]

export const governanceRoutes = [...aboutAgreements, ...aboutPeople, ...aboutTheRecord]
