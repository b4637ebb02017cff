import { expect, test } from 'vitest'
import { importerFor, isGzip, readTrace, rep } from '../../../../src/engine/workload/index.ts'
import { fixture, fixtureNames } from '../../../support/fixtures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each(['20000\n6\n12\n1\na 0 8', '6 12', '-1\n', '  \n1\n', 'a 0 16\n', 'f -1', 'b\n', ''])(
  'sniffs %j as .rep',
  (text) => {
    expect(rep.sniff(bytes(text))).toBe(true)
  },
)

test.each([
  '#include <stdio.h>\n',
  'int main',
  '= Start\n',
  'v 10400 3\n',
  'brk(NULL) = 0',
  '--1-- malloc(2)',
])('leaves %j to others', (text) => {
  expect(rep.sniff(bytes(text))).toBe(false)
})

test('what no importer knows is explained by the last one', () => {
  expect(importerFor(bytes('hello'))).toBe(rep)
  expect(readTrace('hello').error).toEqual({
    line: 1,
    column: 1,
    message: '"hello" is no operation; the letters are a c r m f F u t b w x',
  })
})

test('gzip is known by its first bytes', () => {
  expect(fixtureNames('rep').filter((name) => isGzip(fixture(`rep/${name}`)))).toEqual(['gzip.rep'])
})

test('progress is bytes and operations', () => {
  const reader = rep.open()
  expect(reader.push(bytes('1\n1\n2\n1\na 0 8\nf'))).toBe(true)
  expect([reader.position, reader.operations]).toEqual([15, 1])
  expect(reader.push(bytes(' 0\nq'))).toBe(true)
  expect(reader.push(bytes('\n'))).toBe(false)
  expect(reader.push(bytes('a 1 8\n'))).toBe(false)
  expect(reader.finish().length).toBe(2)
})
