/** Commands about the house itself: bringing its tables up to date, and listing its routes. */

import { roles } from '#access'
import type { Command } from '../command.ts'
import { migrate, openAsOwner } from '../database.ts'
import { routes } from '../routes.ts'
import { openRoutes } from '../sign-in.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  says: 'Brings the tables up to date, as their owner (DATABASE_OWNER_URL, or DATABASE_URL).',
  options: { json: { type: 'boolean', says: 'prints the migrations as JSON' } },
  async run({ json }) {
    const database = await openAsOwner()
    try {
      const done = await migrate(database)
      console.log(
        json ? JSON.stringify({ migrations: done }) : done.join('\n') || 'The tables are up to date.',
      )
      return 0
    } finally {
      await database.destroy()
    }
  },
}

export const routesCommand: Command = {
  name: 'routes',
  says: 'Lists every route, the action it asks, the permission it needs and the roles that have it.',
  options: { json: { type: 'boolean', says: 'prints the routes as JSON' } },
  async run({ json }) {
    const listed = routes.map(({ method, path, action }) => ({
      method,
      path,
      action: action.name,
      permission: action.permission,
      roles: Object.entries(roles)
        .filter(([, facts]) => (facts.permissions as readonly string[]).includes(action.permission))
        .map(([role]) => role),
    }))
    if (json) console.log(JSON.stringify({ routes: listed, open: openRoutes }))
    else
      for (const { method, path, permission } of listed)
        console.log(`${method.padEnd(5)}${path}  ${permission}`)
    if (!json) for (const [route, why] of Object.entries(openRoutes)) console.log(`${route}  open: ${why}`)
    return 0
  },
}
