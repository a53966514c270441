/** Signing in with an organisation's own account, as one browser goes to the provider and comes back. */

import assert from 'node:assert/strict'
import { after, before, suite } from 'node:test'
import { openSite } from '#app'
import { type TestDatabase, openTestDatabase } from './database.ts'
import { type IdentityProvider, openIdentityProvider, passThrough } from './identity-provider.ts'
import { today } from './people.ts'

export const returnTo = 'https://nearhome.example/sign-in/return'

type Site = Awaited<ReturnType<typeof openSite>>
type Answer = Awaited<ReturnType<Site['inject']>>
export type Door = {
  readonly opened: () => TestDatabase
  readonly provider: () => IdentityProvider
  readonly site: () => Site
  readonly leave: (next?: string) => Promise<{ to: URL; cookie: string; started: Answer }>
  readonly comeBack: (url: URL | string, cookie: string) => Promise<Answer>
  readonly signIn: (next?: string) => Promise<Answer>
}

export const sessionIn = (answer: Pick<Answer, 'cookies'>) =>
  answer.cookies.find(({ name, value }) => name === '__Host-nearhome' && value !== '')

export function assertRefused(answer: Answer): void {
  assert.equal(answer.statusCode, 403)
  assert.match(answer.body, /could not be signed in/)
  assert.equal(sessionIn(answer), undefined)
}

export function atTheDoor(title: string, claims: (door: Door) => void): void {
  suite(title, () => {
    let opened: TestDatabase
    let provider: IdentityProvider
    let site: Awaited<ReturnType<typeof openSite>>

    before(async () => {
      opened = await openTestDatabase('embedded')
      provider = await openIdentityProvider(returnTo)
      const { database } = opened
      const clock = { today: () => today, now: () => new Date() }
      site = await openSite({
        database,
        ...clock,
        secure: true,
        provider: { ...provider, returnTo },
        demonstration: false,
      })
    })
    after(async () => {
      await site?.close()
      await provider?.close()
      await opened?.close()
    })

    /** To the provider and back, as one browser. */
    const leave = async (next = '/account') => {
      const started = await site.inject({ url: `/sign-in/start?next=${encodeURIComponent(next)}` })
      const [away] = started.cookies.filter(({ name }) => name.endsWith('nearhome-signing-in'))
      return { to: new URL(started.headers.location!), cookie: `${away?.name}=${away?.value}`, started }
    }
    const comeBack = (url: URL | string, cookie: string) => {
      const { pathname, search } = new URL(url)
      return site.inject({ url: pathname + search, headers: { cookie } })
    }
    const signIn = async (next?: string) => {
      const { to, cookie } = await leave(next)
      return comeBack(await passThrough(to.href, returnTo), cookie)
    }
    claims({ opened: () => opened, provider: () => provider, site: () => site, leave, comeBack, signIn })
  })
}
