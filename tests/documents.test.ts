/** What the documents say of the code is true: every path they name is there, and so is every name they give it. */

import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')]

/** `src/...` and the like in code marks; a trailing slash is a folder. */
export const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|db|tests|docs|bin|data|bench)\/[\w./-]+)`/g)].map(match => match[1]!)

/** "`name` in `path`" and "`name`\n(`path`)": the file must hold the name. */
export const namesIn = (text: string): { name: string; path: string }[] =>
  [...text.matchAll(/`(\w+)`\)?\s+(?:in |\()`(src\/[\w./-]+\.ts)`/g)].map(([, name, path]) => ({
    name: name!,
    path: path!,
  }))

/** Where a document links to another. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(match => match[1]!)

for (const document of documents) {
  const text = readFileSync(document, 'utf8')

  test(`${document} names only paths that exist`, () => {
    assert.deepEqual(
      pathsIn(text).filter(path => !existsSync(path) && !existsSync(`${path}.ts`)),
      [],
    )
  })

  test(`${document} links only to what exists`, () => {
    const folder = document.split('/').slice(0, -1).join('/') || '.'
    assert.deepEqual(
      linksIn(text).filter(link => !existsSync(`${folder}/${link}`)),
      [],
    )
  })

  test(`${document} gives names that their files hold`, () => {
    const wrong = namesIn(text).filter(
      ({ name, path }) => existsSync(path) && !readFileSync(path, 'utf8').includes(name),
    )
    assert.deepEqual(wrong, [])
  })
}

test('a path that is not there, and a name that a file does not hold, are noticed', () => {
  assert.deepEqual(pathsIn('see `src/nowhere.ts`'), ['src/nowhere.ts'])
  assert.deepEqual(namesIn('`frobnicate` in `src/main.ts`'), [{ name: 'frobnicate', path: 'src/main.ts' }])
})
