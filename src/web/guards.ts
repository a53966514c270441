/** What every response carries and every request must show, whatever it asks. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { notAllowed } from '#shared/refusal'
import { answerRefusal } from './answering.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const guarded = (reply: FastifyReply): FastifyReply => reply.headers(headers)

/** Set before anything can fail, so that an error carries them too. */
export async function secureHeaders(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  guarded(reply)
}

/** Another website may not act in a signed-in person's name. Browsers say where a request comes from. */
export async function refuseOtherSites(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin = '' } = request.headers
  const ours = site ? site === 'same-origin' || site === 'none' : URL.parse(origin)?.host === request.host
  if (!ours) answerRefusal(request, reply, notAllowed('This request did not come from our own pages'))
}
