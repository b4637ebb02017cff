import { describe, expect, it, test } from 'vitest'
import { DEFAULT_FLAGS, parseArguments } from '../../../../src/engine/workload/ostep/index.ts'
import { parseInteger, repr } from '../../../../src/engine/workload/ostep/python.ts'

const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '))

describe('flags', () => {
  test.each([
    ['', {}],
    ['-n10', { operations: 10 }],
    ['-n 10', { operations: 10 }],
    ['--numOps=10', { operations: 10 }],
    ['--numOps 10', { operations: 10 }],
    ['--num 10', { operations: 10 }],
    ['-cCn3', { compute: true, coalesce: true, operations: 3 }],
    ['-A -0', { list: '-0' }],
    ['-a -1 -S 0x10 -b 010 -s 0b11', { alignment: -1, heapSize: 16, baseAddress: 8, seed: 3n }],
    ['word -c -- -q', { compute: true }],
    ['python3 ./malloc.py -p FIRST', { policy: 'FIRST' }],
    ['-p anything', { policy: 'anything' }],
  ])('%j', (line, changes) => {
    expect(parse(line)).toEqual({ kind: 'flags', flags: { ...DEFAULT_FLAGS, ...changes } })
  })
})

describe('complaints', () => {
  test.each([
    ['-q', 'no such option: -q'],
    ['--zz', 'no such option: --zz'],
    ['--s=1', 'ambiguous option: --s (--seed, --size?)'],
    ['-n', '-n option requires 1 argument'],
    ['--coal=1', '--coalesce option does not take a value'],
    ['-n 1x -h', "option -n: invalid integer value: '1x'"],
    ['--num=', "option --numOps: invalid integer value: ''"],
  ])('%j', (line, message) => {
    const text = `Usage: malloc.py [options]\n\nmalloc.py: error: ${message}\n`
    expect(parse(line)).toEqual({ kind: 'error', text })
  })

  it('give way to help that comes first', () => {
    expect(parse('-h -q').kind).toBe('help')
  })
})

describe('Python', () => {
  test.each([
    ['12', 10, 12n],
    [' -1_2\n', 10, -12n],
    ['010', 10, 10n],
    ['0x1F', 16, 31n],
    ['0o17', 8, 15n],
    ['089', 8, null],
    ['0x10', 10, null],
    ['1__2', 10, null],
    ['- 1', 10, null],
    ['', 10, null],
  ] as const)('int(%j, %i)', (text, radix, value) => {
    expect(parseInteger(text, radix)).toBe(value)
  })

  test.each([
    ['a', "'a'"],
    ["it's", `"it's"`],
    [`'"`, `'\\'"'`],
    ['\t\x01\\é\u2028\u{e0001}', `'\\t\\x01\\\\é\\u2028\\U000e0001'`],
  ])('repr(%j)', (text, written) => {
    expect(repr(text)).toBe(written)
  })
})
