import { describe, expect, it } from 'vitest'
import { InputWait } from '../../../../../src/engine/workload/c/host.ts'
import { Caller } from './calls.ts'

const FILE = 1024
const BUFFER = 2048
const NEEDS_BUFFER = -2
const NEEDS_FLUSH = -3
const LINE_BUFFERED = 0x200

/** A FILE at a fixed place, as the C part would have made it. */
function stream(c: Caller, flags: number, descriptor: number, size: number): number {
  const at = c.base + FILE
  c.process.memory.store32(at, (0xfbad2000 | flags) >>> 0)
  c.process.memory.store64(at + 8 + 8 * 6, c.base + BUFFER)
  c.process.memory.store64(at + 8 + 8 * 7, c.base + BUFFER + size)
  c.process.memory.store32(at + 112, descriptor)
  return at
}

function put(c: Caller, file: number, text: string): number {
  return c.long('__stream_put', file, c.put(0, text), text.length)
}

describe('a stream that is written', () => {
  it('asks for a buffer before anything is lost, but not for nothing', () => {
    const c = new Caller()
    const file = stream(c, 0x84, 1, 16)
    c.process.memory.store64(file + 8 + 8 * 6, 0)
    expect(put(c, file, '')).toBe(0)
    expect(put(c, file, 'x')).toBe(NEEDS_BUFFER)
    expect(c.output).toBe('')
  })

  it('holds what fits a full buffer, and writes whole blocks past it', () => {
    const c = new Caller()
    const file = stream(c, 0x84, 1, 256)
    expect(put(c, file, 'a\n')).toBe(2)
    expect(c.output).toBe('')
    put(c, file, 'b'.repeat(600))
    expect(c.output.length).toBe(512)
    expect(c.int('__stream_flush', file)).toBe(0)
    expect(c.output).toBe(`a\n${'b'.repeat(600)}`)
  })

  it('is written line by line on a terminal', () => {
    const c = new Caller({ isTerminal: true })
    const file = stream(c, 0x84 | LINE_BUFFERED, 1, 1024)
    put(c, file, 'one\ntwo\nthr')
    expect(c.output).toBe('one\ntwo\n')
    put(c, file, 'ee\n')
    expect(c.output).toBe('one\ntwo\nthree\n')
  })

  it('goes straight through when it is unbuffered', () => {
    const c = new Caller()
    put(c, stream(c, 0x86, 2, 1), 'now')
    expect(c.output).toBe('now')
  })

  it('refuses when it is open for reading only', () => {
    const c = new Caller()
    expect(put(c, stream(c, 0x88, 0, 16), 'x')).toBe(-1)
    expect(c.errno).toBe(9)
  })
})

describe('a stream that is read', () => {
  it('gives what the input has, then the end', () => {
    const c = new Caller({ input: 'ab' })
    const file = stream(c, 0x88, 0, 16)
    expect(c.int('__stream_fill', file)).toBe(0)
    expect(c.peek(c.base + BUFFER, 2)).toBe('ab')
    expect(c.int('__stream_fill', file)).toBe(-1)
  })

  it('gives one line at a time on a terminal, and then waits', () => {
    const c = new Caller({ input: 'one\ntwo\n', inputEnds: false, isTerminal: true })
    const file = stream(c, 0x88, 0, 1024)
    c.int('__stream_fill', file)
    expect(c.state.inputRead).toBe(4)
    c.int('__stream_fill', file)
    expect(() => c.int('__stream_fill', file)).toThrow(InputWait)
    expect(c.state.inputRead).toBe(8)
  })

  it('is scanned across several reads', () => {
    const c = new Caller({ input: '  12\n 345 x', isTerminal: true })
    const file = stream(c, 0x88, 0, 1024)
    const pointers = c.list(128, c.base + 256, c.base + 260)
    expect(c.int('__stream_scan', file, c.put(0, '%d %d'), pointers, 0)).toBe(2)
    expect(c.process.memory.load32(c.base + 256)).toBe(12)
    expect(c.process.memory.load32(c.base + 260)).toBe(345)
    // The blank and the x wait in the buffer.
    expect(c.process.memory.load64(file + 16) - c.process.memory.load64(file + 8)).toBe(2)
  })

  it('leaves a scan that must wait as if it had not begun', () => {
    const c = new Caller({ input: '12', inputEnds: false })
    const file = stream(c, 0x88, 0, 1024)
    const pointers = c.list(128, c.base + 256)
    expect(() => c.int('__stream_scan', file, c.put(0, '%d'), pointers, 0)).toThrow(InputWait)
    expect(c.state.inputRead).toBe(0)
    expect(c.process.memory.load64(file + 8)).toBe(0)
  })

  it('has a line-buffered stdout flushed before it asks a person', () => {
    const c = new Caller({ input: '1\n', isTerminal: true })
    const file = stream(c, 0x88 | LINE_BUFFERED, 0, 1024)
    expect(c.int('__stream_scan', file, c.put(0, '%d'), c.list(128, c.base + 256), 1)).toBe(NEEDS_FLUSH)
    expect(c.int('__stream_scan', file, c.put(0, '%d'), c.list(128, c.base + 256), 0)).toBe(1)
  })
})

describe('printing from a program', () => {
  it('takes arguments from a va_list of words', () => {
    const c = new Caller()
    const bits = new BigInt64Array(new Float64Array([1.5]).buffer)[0]!
    const list = c.list(128, -5, c.put(64, 'text'), bits, 0x7fffn << 32n)
    const length = c.int('__buffer_print', c.base + 512, -1n, c.put(0, '%d %s %.2f %p'), list, 0)
    expect(c.text(c.base + 512)).toBe('-5 text 1.50 0x7fff00000000')
    expect(length).toBe(27)
  })

  it('cuts what does not fit, and counts it all the same', () => {
    const c = new Caller()
    expect(c.int('__buffer_print', c.base + 512, 4, c.put(0, 'abcdef'), c.list(128), 0)).toBe(6)
    expect(c.text(c.base + 512)).toBe('abc')
  })

  it('knows arguments of eight bytes in words of four', () => {
    const c = new Caller({ model: 'ilp32' })
    const at = c.base + 128
    const words = [7, 0x9abcdef0, 0x12345678, 9]
    for (const [i, word] of words.entries()) c.process.memory.store32(at + 4 * i, word)
    c.int('__buffer_print', c.base + 512, 0xffffffff, c.put(0, '%d %llx %ld'), at, 0)
    expect(c.text(c.base + 512)).toBe('7 123456789abcdef0 9')
  })
})
