/** Where agreements, people and the record of access are found. */

import type { PersonId } from '#access'
import type { AgreementId } from './agreement.ts'

export const agreementsPath = '/agreements'
export const drawingUpPath = '/agreements/new'
export const agreementPath = (agreement: AgreementId | ':agreement') => `/agreements/${agreement}`
export const signaturePath = (agreement: AgreementId | ':agreement') => `/agreements/${agreement}/signature`
export const agreementEndingPath = (agreement: AgreementId | ':agreement') =>
  `/agreements/${agreement}/ending`

export const peoplePath = '/people'
export const addingPersonPath = '/people/new'
export const personPath = (person: PersonId | ':person') => `/people/${person}`
export const personRolesPath = (person: PersonId | ':person') => `/people/${person}/roles`
export const roleEndingPath = (person: PersonId | ':person') => `/people/${person}/role-ending`
export const accessEndingPath = (person: PersonId | ':person') => `/people/${person}/ending`

export const auditPath = '/audit'
export const verificationPath = '/audit/verification'
export const accountPath = '/account'
