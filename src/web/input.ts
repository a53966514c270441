/** What a request sent, as one plain object. The address wins over the form: it says what is asked about. */

import type { FastifyRequest } from 'fastify'
import { Refusal, invalid } from '#shared/refusal'

export type SentFile = { readonly name: string; readonly content: Uint8Array }
type Raw = Record<string, unknown>

export async function inputOf(request: FastifyRequest): Promise<Raw | Refusal> {
  const body: unknown = request.isMultipart() ? await partsOf(request) : request.body
  if (body instanceof Refusal) return body
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    return invalid({ message: 'Send one object with a name for each field' })
  }
  const input: Raw = { ...(request.query as Raw), ...(body as Raw), ...(request.params as Raw) }
  return isReadable(input)
    ? input
    : invalid({ message: 'Remove the characters that cannot be read, then send it again' })
}

async function partsOf(request: FastifyRequest): Promise<Raw | Refusal> {
  const fields: Raw = {}
  const files: SentFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      if (part.filename || content.length > 0) files.push({ name: part.filename, content })
    } else {
      fields[part.fieldname] =
        part.fieldname in fields ? [fields[part.fieldname], part.value].flat() : part.value
    }
  }
  return { ...fields, files }
}

/** PostgreSQL keeps no NUL, and no half of a surrogate pair. */
function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => isReadable(name) && isReadable(each))
}
