/** What every response carries and every request must show, whatever it asks. */

import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notAllowed } from '#shared/refusal'
import { answerRefusal } from './answering.ts'

/** Only our own files: no inline script or style, and no page of ours in another's frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';')

/** Helmet puts the same policy together anew for each answer, in half a millisecond: this one is a constant. */
export async function tellContentPolicy(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('content-security-policy', contentPolicy)
}

/** Helmet's other headers. */
export const secureHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: false,
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
