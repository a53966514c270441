/** An address and what was asked of it, with something changed. */

export type Asked = { readonly path: string; readonly query: Readonly<Record<string, string>> }
export type Changes = Readonly<Record<string, string | number | null | undefined>>

/** The same question with these changes; what is null or empty is no longer asked. */
export function addressWith({ path, query }: Asked, changes: Changes): string {
  const asked = Object.entries({ ...query, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  const search = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return search ? `${path}?${search}` : path
}
