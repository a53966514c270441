/** Pages that anybody may read, signed in or not. */

import type { FastifyInstance } from 'fastify'
import { asHtml } from '#web/answering'
import { layout } from '#web/layout'
import { aboutPages } from './views/about.ts'

export function addAbout(server: FastifyInstance): void {
  for (const [path, page] of Object.entries(aboutPages)) {
    const text = layout(null, page).text
    server.get(path, async (_, reply) => reply.type(asHtml).send(text))
  }
}
