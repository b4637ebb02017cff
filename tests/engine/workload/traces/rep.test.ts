import { describe, expect, test } from 'vitest'
import { exactSize, operationText, readTrace, type Trace } from '../../../../src/engine/workload/index.ts'
import { fixture, fixtureNames } from '../../../support/fixtures.ts'

/** How each file of tests/fixtures/rep is read: its operations, then what is said of it. */
const READINGS: Readonly<Record<string, readonly [operations: string, ...said: string[]]>> = {
  'apple-double': [
    '',
    'error 1:1 this is the AppleDouble file that macOS puts beside a file (its name begins with "._"); it holds no trace',
  ],
  binary: ['', 'error 5:1 the byte 0x01 is no operation; the letters are a c r m f F u t b w x'],
  'blank-lines': [
    'a 0 24, a 1 100, f 0, f 1',
    '5:1 this line is blank; skipped',
    '8:1 this line is blank; skipped',
    '11:1 this line is blank; skipped',
  ],
  crlf: ['a 0 24, a 1 100, f 0, f 1', '1:4 the lines end in CR LF, as on Windows; read as line ends'],
  'cut-in-a-line': [
    'a 0 24, f 0',
    '7:4 the file ends in the middle of this line; left out',
    '2:1 the header counts other ids; the operations use 1',
    '3:1 the header counts other operations; there are 2',
  ],
  'cut-in-hex': [
    'a 0 24',
    '6:10 the file ends in the middle of this line; left out',
    '3:1 the header counts other operations; there are 1',
    '6:1 blocks still allocated at the end: 1',
  ],
  empty: ['', '1:1 the file has no operations'],
  'every-letter': [
    'a 0 24, c 1 10 8, m 2 64 100, r 0 48, u 0, t 4096, b, w 1 0 00ff, x 1 -4 8, F 1, r 3 5, f 0, f 2, f 3, f -1',
    '15:3 id 3 names no block; realloc of NULL is malloc',
    '19:3 free(NULL), which does nothing',
  ],
  'extra-field': ['a 0 24, f 0', '5:8 more follows than the operation has; skipped'],
  'free-null': ['f -1, a 0 8, f 0', '5:3 free(NULL), which does nothing'],
  'free-twice': ['a 0 8, f 0, f 0', '7:3 id 0 has been freed before'],
  'free-unknown': ['f 1, a 0 8, f 0', '5:3 id 1 was never allocated; this is free(NULL)'],
  gzip: ['', 'error 1:1 this is compressed with gzip; it must be unpacked first'],
  'header-2-lines': ['a 0 24, a 1 100, f 0, f 1'],
  'header-3-lines': ['a 0 24, a 1 100, f 0, f 1'],
  'header-beyond-2p53': ['a 0 24, a 1 100, f 0, f 1'],
  'header-missing': ['a 0 24, a 1 100, f 0, f 1'],
  'header-of-5-lines': [
    'a 0 24, a 1 100, f 0, f 1',
    '4:1 a header has 4 numbers, or 3 or 2 in some variants; this one has 5 and is ignored',
  ],
  'header-on-one-line': ['a 0 24, a 1 100, f 0, f 1'],
  'header-only': ['', '4:1 the file has no operations'],
  'hex-not-a-digit': ['a 0 24', 'error 6:9 "x2" cannot be read as the next hexadecimal digit'],
  'hex-odd': ['a 0 24', 'error 6:10 the next hexadecimal digit is missing'],
  'id-beyond-the-table': [
    'a 0 24, a 1 100, f 0, f 1',
    '6:3 id 1 is not below the number of ids in the header; the table is made large enough',
  ],
  'id-negative': ['a 0 8', 'error 6:3 "-1" cannot be read as the id'],
  'id-overwritten': [
    'a 0 24, a 0 48, f 0',
    '6:3 id 0 still names a block; after this nothing does, and the block can no longer be freed',
  ],
  'id-reused': [
    'a 0 24, f 0, a 0 48, f 0',
    '7:3 id 0 is used again after its free; it now names another block',
  ],
  'id-too-large': ['a 0 8', 'error 6:3 the id is too large'],
  'ids-huge': [
    'a 2 24, a 1 24, a 3 48, f 2, f 1, f 3',
    '5:3 id 93824992231072 is large; such ids are numbered anew in order of first use',
    '5:3 id 93824992231072 is not below the number of ids in the header; the table is made large enough',
  ],
  'letter-glued': ['a 0 24', 'error 6:2 a blank should follow the letter of the operation'],
  'malloc-of-zero': ['a 0 0, f 0', '5:3 a malloc of 0 bytes; what it returns is up to the allocator'],
  misuse: ['a 0 24, a 1 24, w 0 -8 4100ff, x 1 0 8, F 0, F 0, f 1'],
  'no-final-newline': [
    'a 0 24, a 1 100, f 0, f 1',
    '8:4 the file ends without a line end; its last line is read as it is',
  ],
  'number-among-operations': [
    'a 0 24',
    'error 6:1 "17" is no operation; the letters are a c r m f F u t b w x',
  ],
  'offset-too-large': ['a 0 24', 'error 6:5 the offset is too large'],
  plain: ['a 0 24, a 1 100, f 0, f 1'],
  'realloc-first': ['r 0 64, f 0', '5:3 id 0 names no block; realloc of NULL is malloc'],
  'realloc-to-zero': ['a 0 64, r 0 0, f 0', '6:3 a realloc to 0 bytes; most allocators free the block'],
  'size-above-4-gib': [
    'a 0 8589934592, f 0',
    '5:5 more than 4 GiB; readers with 32-bit sizes take this for less',
  ],
  'size-beyond-2p53': [
    'a 0 84048675867312143, c 1 9007199254740993 8, f 0',
    '5:5 more than 2^53 bytes; kept exactly, and no address space has room for it',
    '6:5 more than 2^53 bytes; kept exactly, and no address space has room for it',
    '7:1 blocks still allocated at the end: 1',
  ],
  'size-beyond-2p64': ['a 0 8', 'error 6:5 the size is too large'],
  'size-missing-of-realloc': ['a 0 8', 'error 6:4 the size is missing'],
  'size-missing': [
    'a 0 0, f 0',
    '5:4 the size is missing; read as 0',
    '5:3 a malloc of 0 bytes; what it returns is up to the allocator',
  ],
  'size-negative': [
    'a 0 18446744073709551615, f 0',
    '5:5 a negative size; read as the unsigned 64-bit number that C makes of it',
  ],
  'size-not-a-number': ['a 0 8', 'error 6:5 "2k" cannot be read as the size'],
  'trailing-blanks': [
    'a 0 24, a 1 100, f 0, f 1',
    '6:9 blanks after the last field; skipped',
    '7:6 blanks after the last field; skipped',
    '8:5 blanks after the last field; skipped',
  ],
  unbalanced: ['a 0 24, a 1 100, f 0', '7:1 blocks still allocated at the end: 1'],
  'unknown-letter': ['a 0 24', 'error 6:1 "q" is no operation; the letters are a c r m f F u t b w x'],
  'wrong-counts': [
    'a 0 24, a 1 100, f 0, f 1',
    '2:1 the header counts other ids; the operations use 2',
    '3:1 the header counts other operations; there are 4',
  ],
}

const operations = (trace: Trace) => Array.from(trace.kind, (_, i) => operationText(trace, i)).join(', ')

function said(trace: Trace): string[] {
  const warnings = trace.warnings.map(({ line, column, message }) => `${line}:${column} ${message}`)
  const { error } = trace
  return error === null ? warnings : [...warnings, `error ${error.line}:${error.column} ${error.message}`]
}

describe('files of every kind', () => {
  test('all fixtures are in the table', () => {
    expect(fixtureNames('rep')).toEqual(Object.keys(READINGS).map((name) => `${name}.rep`))
  })

  test.each(Object.entries(READINGS))('%s', (name, [expected, ...messages]) => {
    const trace = readTrace(fixture(`rep/${name}.rep`))
    expect(operations(trace)).toBe(expected)
    expect(said(trace)).toEqual(messages)
    expect(trace.warningCount).toBe(trace.warnings.length)
  })
})

describe('columns', () => {
  const trace = readTrace(fixture('rep/every-letter.rep'))

  test('arguments lie in a and b', () => {
    expect(Array.from(trace.a)).toEqual([24, 10, 64, 48, 0, 4096, 0, 0, -4, 0, 5, 0, 0, 0, 0])
    expect(Array.from(trace.b)).toEqual([0, 8, 100, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0])
  })

  test('operations without a pointer have id -1', () => {
    expect(Array.from(trace.id)).toEqual([0, 1, 2, 0, 0, -1, -1, 1, 1, 1, 3, 0, 2, 3, -1])
  })

  test('lines count from 1, header included', () => {
    expect(Array.from(trace.line.subarray(0, 3))).toEqual([5, 6, 7])
  })

  test('F may say how far from the block', () => {
    const inside = readTrace('1\n1\n3\n1\na 0 64\nF 0 16\nF 0 -8\n')
    expect([operations(inside), Array.from(inside.a)]).toEqual(['a 0 64, F 0 16, F 0 -8', [64, 16, -8]])
  })

  test('bytes to write are kept by operation', () => {
    expect([...trace.bytes]).toEqual([[7, Uint8Array.of(0, 255)]])
  })
})

describe('sizes beyond 2^53', () => {
  test('keep their exact value beside the nearest number', () => {
    const trace = readTrace(fixture('rep/size-beyond-2p53.rep'))
    expect(trace.a[0]).toBe(84048675867312140)
    expect(exactSize(trace, 0, 0)).toBe('84048675867312143')
    expect([exactSize(trace, 1, 0), exactSize(trace, 1, 1)]).toEqual(['9007199254740993', '8'])
  })

  test('a negative one wraps as size_t does', () => {
    const trace = readTrace('1\n1\n1\n1\na 0 -18446744073709551608\n')
    expect(exactSize(trace, 0, 0)).toBe('8')
    expect(trace.exact.size).toBe(0)
  })
})

describe('limits', () => {
  test('one operation too many stops the reading, the others stay', () => {
    const trace = readTrace('1\n2\n3\n1\na 0 8\na 1 8\nf 0\n', 2)
    expect(operations(trace)).toBe('a 0 8, a 1 8')
    expect(said(trace)).toEqual(['error 7:1 a trace may have 2 operations, and this line begins one more'])
  })

  test('a line without end is refused', () => {
    const trace = readTrace(new Uint8Array(3_000_000).fill(65))
    expect(said(trace)).toEqual([
      'error 1:1 a line of more than 1048576 bytes; this does not look like a trace',
    ])
  })

  test('a thousand warnings are kept, all are counted', () => {
    const trace = readTrace('f -1\n'.repeat(5000))
    expect(trace.warnings.length).toBe(1000)
    expect(trace.warningCount).toBe(5000)
  })

  test('large ids make no large table', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `a ${2 ** 50 + i * 64} 8\nf ${2 ** 50 + i * 64}\n`)
    const trace = readTrace(lines.join(''))
    expect(trace.ids).toBe(1000)
    expect(Array.from(trace.id.subarray(0, 4))).toEqual([0, 0, 1, 1])
  })

  test('a long trace keeps its own numbers', () => {
    const count = (1 << 20) + 1000
    let text = ''
    for (let id = 0; id < count; id++) text += `a ${id} 8\n`
    const trace = readTrace(text)
    expect(trace.ids).toBe(count)
    expect(trace.id.every((id, operation) => id === operation)).toBe(true)
  })
})
