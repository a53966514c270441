/** How a "no" is said over HTTP: one table from refusals to statuses, in the caller's own format. */

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalKind, invalid } from '#shared/refusal'
import { faultPage, refusalPage } from './layout.ts'

const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
}

export const asHtml = 'text/html; charset=utf-8'

export const wantsJson = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('application/json') ?? false

export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  show: (refusal: Refusal) => string = each => refusalPage(each).text,
  status = statusOf[refusal.kind],
): FastifyReply {
  const { kind, problems } = refusal
  reply.code(status).header('vary', 'accept').header('cache-control', 'no-store')
  if (wantsJson(request)) return reply.send({ kind, problems })
  return reply.type(asHtml).send(show(refusal))
}

/** Said when the reader could do something about it; anything else is ours. */
const readersOwn: Record<number, string> = {
  400: 'What was sent could not be read. Check it, then send it again',
  413: 'What was sent is too big. Send less at once',
  415: 'Send a form or JSON',
  429: 'Too many requests from you just now. Wait a minute, then try again',
}

/** A fault is ours, not the reader's: the log gets its name and place, and nothing that was sent. */
export function answerFault(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = fault.statusCode ?? 500
  const message = readersOwn[status] ?? (status < 500 ? readersOwn[400] : undefined)
  if (message) return answerRefusal(request, reply, invalid({ message }), undefined, status)

  console.error(
    `fault in ${request.method} ${request.routeOptions.url ?? 'an unknown route'}: ${placeOf(fault)}`,
  )
  reply.code(500).header('cache-control', 'no-store')
  if (wantsJson(request))
    return reply.send({ kind: 'fault', problems: [{ message: 'Sorry, something went wrong' }] })
  return reply.type(asHtml).send(faultPage().text)
}

/** A database's message may quote a row, so only its code and the place in our own code are told. */
function placeOf(fault: FastifyError): string {
  const where = fault.stack?.split('\n').filter(line => line.trimStart().startsWith('at ')) ?? []
  const constraint = (fault as { constraint?: string }).constraint ?? ''
  const said = fault.code ? `${fault.code} ${constraint}` : fault.message
  return [`${fault.name} ${said}`, ...where.slice(0, 8)].join('\n')
}
