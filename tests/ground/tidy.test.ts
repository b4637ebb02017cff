import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDERS = ['src', 'tests', 'bench', 'scripts']

/** Ways to silence a check or to put work off. In two parts each, so that this file is not found. */
const UNWANTED = [
  ['biome', '-ignore'],
  ['@ts', '-ignore'],
  ['@ts', '-nocheck'],
  ['@ts', '-expect-error'],
  ['TO', 'DO'],
  ['FIX', 'ME'],
].map((parts) => parts.join(''))

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
).filter((path) => /\.(ts|tsx|mjs|css)$/.test(path))

test('no check is silenced and no work put off', () => {
  const found = FILES.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return UNWANTED.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`)
  })
  expect(found).toEqual([])
})
