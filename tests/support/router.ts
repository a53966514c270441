/** Every route that the running website answers, asked of its own router. */

import type { FastifyInstance } from 'fastify'

export type Answered = { readonly method: string; readonly path: string }

/** From the router's own tree, so that nothing can answer without being here. HEAD goes with each GET. */
export function routesOf(server: FastifyInstance): Answered[] {
  const parents: string[] = []
  return server
    .printRoutes()
    .split('\n')
    .flatMap(line => {
      const [, indent = '', name = '', methods = ''] =
        /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      if (!name) return []
      const depth = indent.length / 4
      parents.length = depth
      parents.push(name)
      const path = parents.join('')
      return methods.split(', ').flatMap(method => (method && method !== 'HEAD' ? [{ method, path }] : []))
    })
}

/** Each route as a person writes it: `GET /children/:child`. */
export const namesOf = (routes: readonly Answered[]): string[] =>
  routes.map(({ method, path }) => `${method} ${path}`).toSorted()
