/** What every response carries and every request must show, whatever it asks. */

import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notAllowed } from '#shared/refusal'
import { answerRefusal } from './answering.ts'

/** Helmet's headers, narrowed to our own files: no inline script or style, and no page of ours in another's frame. */
export const secureHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
}

/** Another website may not act in a signed-in person's name. Browsers say where a request comes from. */
export async function refuseOtherSites(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin = '' } = request.headers
  const ours = site ? site === 'same-origin' || site === 'none' : URL.parse(origin)?.host === request.host
  if (!ours) answerRefusal(request, reply, notAllowed('This request did not come from our own pages'))
}
