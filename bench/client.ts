/** So many askers at once for so long, each asking again as soon as it is answered, over connections kept open. */

import { Agent, request } from 'node:http'
import type { Samples } from './samples.ts'

export type Asked = {
  readonly samples: Samples
  readonly errors: number
  readonly perSecond: number
  readonly bytes: number
}
type Answer = { readonly status: number; readonly bytes: number }
export type Load = {
  readonly at: string
  readonly cookie: string
  readonly askers: number
  readonly seconds: number
}

export async function askFor(path: string, { at, cookie, askers, seconds }: Load): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: askers })
  const samples: number[] = []
  let [errors, bytes] = [0, 0]
  const began = performance.now()
  const until = began + seconds * 1000
  const asker = async () => {
    while (performance.now() < until) {
      const asked = performance.now()
      const answer = await ask(`${at}${path}`, agent, cookie)
      samples.push(performance.now() - asked)
      if (answer.status !== 200) errors += 1
      bytes = answer.bytes
    }
  }
  await Promise.all(Array.from({ length: askers }, asker))
  const took = performance.now() - began
  agent.destroy()
  return { samples, errors, bytes, perSecond: (samples.length * 1000) / took }
}

const ask = (url: string, agent: Agent, cookie: string): Promise<Answer> =>
  new Promise(resolve => {
    const failed = () => resolve({ status: 0, bytes: 0 })
    const sent = request(url, { agent, headers: { cookie, accept: 'text/html' } }, response => {
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, bytes }))
      response.once('error', failed)
    })
    sent.once('error', failed)
    sent.end()
  })

/** By choosing an invented person, as in the demonstration; answers the cookie. */
export async function signInAs(at: string, person: string): Promise<string> {
  const answer = await fetch(`${at}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: at, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`could not sign in: ${answer.status}`)
  return cookie
}
