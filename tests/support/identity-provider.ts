/** A real OpenID provider on this machine, where whoever comes is the person the test says. */

import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'

export type Claims = { readonly email?: string; readonly email_verified?: boolean }

export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The next to arrive, by the provider's own name for them, and what it says of them. */
  readonly willBe: (subject: string, claims: Claims) => void
  readonly close: () => Promise<void>
}

const client = { clientId: 'nearhome', clientSecret: 'a secret that only tests know' }

export async function openIdentityProvider(returnTo: string): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let arriving = 'nobody'
  const known = new Map<string, Claims>()
  const provider = new Provider(
    issuer,
    configuration(returnTo, known, () => provider),
  )
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const choosing = request.url?.startsWith('/choosing/')
    if (!choosing) return answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: arriving } })
  })
  return {
    issuer,
    ...client,
    willBe: (subject, claims) => {
      arriving = subject
      known.set(subject, claims)
    },
    close: () => closed(server),
  }
}

const configuration = (returnTo: string, known: ReadonlyMap<string, Claims>, provider: () => Provider) => ({
  clients: [
    {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: [returnTo],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a key that only tests know'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/choosing/${uid}` },
  pkce: { required: () => true },
  ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  findAccount: (_: unknown, subject: string) => ({
    accountId: subject,
    claims: () => ({ sub: subject, ...known.get(subject) }),
  }),
  /** Nobody is asked for consent: their organisation gave it. */
  loadExistingGrant: async ({ oidc }: Context) => {
    const grant = new (provider().Grant)({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/** Follows the provider's own redirects, keeping its cookies, until it sends the browser back to us. */
export async function passThrough(leaving: string, returnTo: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = leaving
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(pair => pair.join('=')).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0]!.split('=') as [string, string]
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider stopped at ${address}: ${answer.status} ${await answer.text()}`)
    address = new URL(next, address).href
    if (address.startsWith(returnTo)) return new URL(address)
  }
  throw new Error('the provider never sent anybody back')
}
