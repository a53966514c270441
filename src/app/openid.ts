/** Signing in with an organisation's own identity provider: OpenID Connect, authorization code with PKCE. */

import * as openid from 'openid-client'
import {
  type Database,
  type Person,
  type Tx,
  atTheGate,
  findPersonByEmail,
  findPersonBySubject,
  keepSignIn,
  linkPerson,
  recordSigning,
  takeSignIn,
  whomNamed,
} from '#access'
import type { PlainDate } from '#shared/dates'

export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends people back to: our own address. */
  readonly returnTo: string
}

/** Null where no provider is configured. Everything but the secret may be seen. */
export function providerFrom(settings: NodeJS.ProcessEnv, address: string): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings
  if (!issuer || !clientId || !clientSecret) return null
  return { issuer, clientId, clientSecret, returnTo: new URL('/sign-in/return', address).href }
}

/** A provider on this machine may speak plain HTTP; no other may. */
const discover = ({ issuer, clientId, clientSecret }: Provider) => {
  const { protocol, hostname } = new URL(issuer)
  const local = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const execute = [openid.enableNonRepudiationChecks, ...(local ? [openid.allowInsecureRequests] : [])]
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 })
}

/** Null where the provider does not answer: that is its fault, and not the reader's. */
const reach = (provider: Provider) => discover(provider).catch(() => null)

export type Leaving = { readonly to: string; readonly state: string }

/** Where to send the browser, having kept what will be needed when it comes back; null while nobody answers there. */
export async function beginSignIn(
  database: Database,
  provider: Provider,
  next: string,
): Promise<Leaving | null> {
  const config = await reach(provider)
  if (!config) return null
  const verifier = openid.randomPKCECodeVerifier()
  const state = openid.randomState()
  const nonce = openid.randomNonce()
  await atTheGate(database, tx => keepSignIn(tx, { state, verifier, nonce, next }))
  const to = openid.buildAuthorizationUrl(config, {
    redirect_uri: provider.returnTo,
    scope: 'openid email profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { to: to.href, state }
}

export type Returned = { readonly person: Person; readonly next: string }

/** Who came back; undefined where the provider's word does not hold, or names nobody who may sign in. */
export async function finishSignIn(
  database: Database,
  provider: Provider,
  { url, state, today }: { url: string; state: string; today: PlainDate },
): Promise<Returned | undefined> {
  const kept = await atTheGate(database, tx => takeSignIn(tx, state))
  if (!kept) return undefined
  const config = await reach(provider)
  if (!config) return undefined
  const claims = await claimsOf(config, new URL(new URL(url, provider.returnTo).search, provider.returnTo), {
    pkceCodeVerifier: kept.verifier,
    expectedState: state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  }).catch(() => undefined)
  if (!claims) return undefined
  const person = await whoIs(database, claims, today)
  return person && { person, next: kept.next }
}

type Claims = {
  readonly iss: string
  readonly sub: string
  readonly email?: unknown
  readonly email_verified?: unknown
}

/** What the provider says of a person, where it chooses to say it: OpenID Connect Core 1.0, 5.4. */
async function claimsOf(
  config: openid.Configuration,
  from: URL,
  checks: openid.AuthorizationCodeGrantChecks,
): Promise<Claims | undefined> {
  const tokens = await openid.authorizationCodeGrant(config, from, checks)
  const claims = tokens.claims()
  if (!claims || 'email' in claims || !config.serverMetadata().userinfo_endpoint) return claims
  const told = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { iss: claims.iss, sub: claims.sub, email: told.email, email_verified: told.email_verified }
}

/** Whoever is known here but may not sign in has that recorded. */
const whoIs = (database: Database, claims: Claims, today: PlainDate): Promise<Person | undefined> =>
  atTheGate(database, async tx => {
    const person = await whoMaySignIn(tx, claims, today)
    if (!person) await recordRefusal(tx, claims)
    return person
  })

/** Known by the provider's own name for them; the first time, by an email address that it has verified. */
async function whoMaySignIn(tx: Tx, claims: Claims, today: PlainDate): Promise<Person | undefined> {
  const known = await findPersonBySubject(tx, claims.iss, claims.sub, today)
  if (known) return known
  if (typeof claims.email !== 'string' || claims.email_verified !== true) return undefined
  const invited = await findPersonByEmail(tx, claims.email, today)
  if (!invited) return undefined
  await linkPerson(tx, invited.id, claims.iss, claims.sub)
  return findPersonBySubject(tx, claims.iss, claims.sub, today)
}

async function recordRefusal(tx: Tx, { iss: issuer, sub: subject, email }: Claims): Promise<void> {
  const named = await whomNamed(tx, { issuer, subject, email: typeof email === 'string' ? email : null })
  if (named) await recordSigning(tx, named, { action: 'session.start', refused: true })
}
