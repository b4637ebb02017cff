import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FREE, MALLOC, REALLOC, readTrace, type Trace } from '../../../../src/engine/workload/index.ts'
import { fixture, fixtureNames, hasShared, readBytes, SHARED } from '../../../support/fixtures.ts'

function counts(trace: Trace): string {
  const of = (kind: number) => trace.kind.filter((each) => each === kind).length
  return `${of(MALLOC)}/${of(REALLOC)}/${of(FREE)}`
}

describe('recordings', () => {
  test.each([
    ['ls-la', '3675/5/2315'],
    ['perl-hash', '6692/88/5841'],
    ['as-demo', '284/1/293'],
  ])('%s', (name, expected) => {
    const trace = readTrace(fixture(`real/${name}.rep.gz`))
    expect([counts(trace), trace.error]).toEqual([expected, null])
  })

  test.each(fixtureNames('oracle/glibc-2.36').filter((name) => name.endsWith('.rep.gz')))('%s', (name) => {
    const text = fixture(`oracle/glibc-2.36/${name}`)
    const trace = readTrace(text)
    const [, ids, operations] = new TextDecoder().decode(text).split('\n').map(Number)
    expect([trace.error, trace.length, trace.ids]).toEqual([null, operations, ids])
  })
})

describe.skipIf(!hasShared)('reference traces', () => {
  const rows = hasShared ? tableRows(readFileSync(join(SHARED, 'traces/csapp/README.md'), 'utf8')) : []

  test('the table is there', () => expect(rows.length).toBeGreaterThan(40))

  test.each(rows)('$file', ({ file, header, expected }) => {
    const trace = readTrace(readBytes(join(SHARED, 'traces/csapp', file)))
    expect([counts(trace), trace.error]).toEqual([expected, null])
    const numbers = header.split(' ').map(Number)
    const wanted = numbers.length === 4 ? numbers[2] : numbers[1]
    const told = trace.warnings.some(({ message }) => message.includes('counts other operations'))
    expect(told).toBe(wanted !== trace.length)
  })

  test.each(hasShared ? oracleTraces() : [])('%s', (path) => {
    const trace = readTrace(readBytes(path))
    expect([trace.error, trace.warnings.filter(({ message }) => message.includes('header'))]).toEqual([
      null,
      [],
    ])
  })

  test('1.65 million operations of python3', () => {
    const trace = readTrace(readBytes(join(SHARED, 'traces/real/python3-json-1.65M-ops.rep.gz')))
    expect([counts(trace), trace.error]).toEqual(['820899/12061/821646', null])
  })
})

function tableRows(readme: string): { file: string; header: string; expected: string }[] {
  return readme
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /\.rep(\.gz)?$/.test(cells[1] ?? ''))
    .map((cells) => ({ file: cells[1]!, header: cells[3]!, expected: cells[4]! }))
}

function oracleTraces(): string[] {
  return readdirSync(join(SHARED, 'oracle'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.rep(\.gz)?$/.test(name))
    .map((name) => join(SHARED, 'oracle', name))
}
