/** People and their roles as pages, for the co-operative's administrator. */

import { type Role, roles } from '#access'
import { inWords } from '#shared/dates'
import { confirmPage } from '#web/confirm'
import { filterPanel } from '#web/filters'
import { backLink } from '#web/govuk'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import { longTable } from '#web/tables'
import type { ListedPeople } from '../actions/people.ts'
import { type Member, type Organisation, hasAccess, rolesFor } from '../member.ts'
import * as paths from '../paths.ts'

const rolesInWords = (held: readonly Role[]) => held.map(role => roles[role].says).join(', ') || 'None'

export const peoplePage = (listed: ListedPeople, viewer: Viewer): Page => ({
  title: 'People',
  wide: true,
  body: html`<h1 class="govuk-heading-l">People</h1>
    <p class="govuk-body"><a class="govuk-link" href="${paths.addingPersonPath}">Add a person</a></p>
    ${filterPanel(viewer, [{ name: 'name', label: 'Name of a person or organisation' }])}
    ${longTable({
      caption: 'People who take part',
      rows: listed.members,
      columns: [
        {
          heading: 'Name',
          cell: ({ id, name }) => html`<a class="govuk-link" href="${paths.personPath(id)}">${name}</a>`,
        },
        { heading: 'Organisation', cell: ({ organisationName }) => organisationName },
        { heading: 'Roles', cell: member => rolesInWords(member.roles) },
        { heading: 'Access', cell: member => (hasAccess(member, viewer.today) ? 'Yes' : 'Ended') },
      ],
      empty: 'Nobody has a name like this.',
    })}
    ${paging(viewer, listed)}`,
})

export const personPage = (member: Member, { today }: Viewer): Page => ({
  title: member.name,
  body: html`${backLink({ href: paths.peoplePath, text: 'All people' })}
    <h1 class="govuk-heading-l">${member.name}</h1>
    ${summary([
      { name: 'Organisation', value: member.organisationName },
      { name: 'Email', value: member.email },
      { name: 'Roles', value: rolesInWords(member.roles) },
      { name: 'Access', value: member.until ? `Ends on ${inWords(member.until)}` : 'No end' },
    ])}
    ${hasAccess(member, today) && changes(member)}`,
})

const changes = ({ id, roles: held }: Member): Html =>
  html`<ul class="govuk-list">
    <li><a class="govuk-link" href="${paths.personRolesPath(id)}">Give a role</a></li>
    ${held.length > 0 && html`<li><a class="govuk-link" href="${paths.roleEndingPath(id)}">End a role</a></li>`}
    <li><a class="govuk-link" href="${paths.accessEndingPath(id)}">End access</a></li>
  </ul>`

type RoleQuestion = { readonly title: string; readonly submit: string; readonly from: readonly Role[] }

const rolePage = (member: Member, viewer: Viewer, { title, submit, from }: RoleQuestion): Page => ({
  title,
  body: form({
    action: viewer.path,
    submit,
    cancel: paths.personPath(member.id),
    body: questions(viewer).radios({
      name: 'role',
      label: title,
      asHeading: true,
      choices: from.map(role => ({ value: role, text: roles[role].says })),
    }),
  }),
})

export const givingRolePage = (member: Member, viewer: Viewer): Page =>
  rolePage(member, viewer, {
    title: `Which role is ${member.name} given?`,
    submit: 'Give the role',
    from: rolesFor(member.kind).filter(role => !member.roles.includes(role)),
  })

export const endingRolePage = (member: Member, viewer: Viewer): Page =>
  rolePage(member, viewer, {
    title: `Which of ${member.name}’s roles ends today?`,
    submit: 'End the role',
    from: member.roles,
  })

export const endingAccessPage = (member: Member, { path }: Viewer): Page =>
  confirmPage({
    title: `End ${member.name}’s access?`,
    body: html`<p>They are signed out at once, and may not sign in again. What they did stays on record.</p>`,
    action: path,
    confirm: 'End access',
    cancel: paths.personPath(member.id),
    cancelText: 'Keep it',
  })

export function addingPersonPage(organisations: readonly Organisation[], viewer: Viewer): Page {
  const ask = questions(viewer)
  const roleChoices = Object.entries(roles).map(([value, { says }]) => ({ value, text: says }))
  return {
    title: 'Add a person',
    body: html`<h1 class="govuk-heading-l">Add a person</h1>
      ${form({
        action: viewer.path,
        submit: 'Add',
        cancel: paths.peoplePath,
        body: [
          ask.text({ name: 'name', label: 'Name' }),
          ask.text({
            name: 'email',
            label: 'Email address',
            hint: 'As their organisation’s own sign-in knows it',
            type: 'email',
          }),
          ask.select({
            name: 'organisation',
            label: 'Organisation',
            choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
          }),
          ask.radios({ name: 'role', label: 'Role', choices: roleChoices }),
        ],
      })}`,
  }
}
