/** The ways in which an input reaches a route: as a form, as a form with a file, as JSON, in an address. */

/** Twice over where it is a list, as a form sends it; a half of a pair of surrogates cannot be written in an address. */
const asForm = (input: Record<string, unknown>): string =>
  Object.entries(input)
    .flatMap(([name, value]) => [value].flat().map(each => `${encoded(name)}=${encoded(each)}`))
    .join('&')
export const encoded = (value: unknown): string =>
  encodeURIComponent(inWords(value).toWellFormed()).slice(0, 3_000)
/** As a browser sends a form with a file; one that holds nothing but what was typed. */
const asParts = (input: Record<string, unknown>): string => {
  const part = (name: string, value: unknown) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${inWords(value).toWellFormed()}\r\n`
  const file = `--x\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n${inWords(input)}\r\n`
  return [...Object.entries(input).map(([name, value]) => part(name, value)), file, '--x--'].join('')
}
const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

export const ways: readonly (readonly [type: string, write: (input: Record<string, unknown>) => string])[] = [
  ['multipart/form-data; boundary=x', asParts],
  ['application/json', JSON.stringify],
  ['application/x-www-form-urlencoded', asForm],
  ['application/json; charset=utf-16', JSON.stringify],
  ['application/x-www-form-urlencoded', asForm],
]
