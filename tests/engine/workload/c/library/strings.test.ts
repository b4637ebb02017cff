import { describe, expect, it } from 'vitest'
import { FaultSignal } from '../../../../../src/engine/memory/index.ts'
import { Caller } from './calls.ts'

describe('functions on strings', () => {
  it('measure, across the end of a page too', () => {
    const c = new Caller()
    expect(c.long('strlen', c.put(0, ''))).toBe(0)
    expect(c.long('strlen', c.put(4090, 'across two pages'))).toBe(16)
    expect(c.long('strnlen', c.put(0, 'hello'), 3)).toBe(3)
  })

  it('compare as bytes without a sign, with the difference as result', () => {
    const c = new Caller()
    expect(c.int('strcmp', c.put(0, 'abc'), c.put(16, 'abd'))).toBe(-1)
    expect(c.int('strcmp', c.put(0, '\xff'), c.put(16, 'a'))).toBe(0xff - 97)
    expect(c.int('strncmp', c.put(0, 'abcX'), c.put(16, 'abcY'), 3)).toBe(0)
    expect(c.int('strcasecmp', c.put(0, 'HeLLo'), c.put(16, 'hEllO'))).toBe(0)
    expect(c.int('memcmp', c.put(0, 'a\0b'), c.put(16, 'a\0c'), 3)).toBe(-1)
  })

  it('search', () => {
    const c = new Caller()
    const text = c.put(0, 'a needle in hay')
    expect(c.long('strchr', text, 101)).toBe(text + 3)
    expect(c.long('strrchr', text, 101)).toBe(text + 7)
    expect(c.long('strchr', text, 0)).toBe(text + 15)
    expect(c.long('strstr', text, c.put(100, 'in'))).toBe(text + 9)
    expect(c.long('strstr', text, c.put(100, ''))).toBe(text)
    expect(c.long('strstr', text, c.put(100, 'pin'))).toBe(0)
    expect(c.long('strpbrk', text, c.put(100, 'xyl'))).toBe(text + 6)
    expect(c.long('strspn', text, c.put(100, ' aen'))).toBe(5)
    expect(c.long('strcspn', text, c.put(100, 'd'))).toBe(5)
    expect(c.long('memchr', text, 105, 5)).toBe(0)
  })

  it('copy, and pad', () => {
    const c = new Caller()
    const to = c.put(200, '..........')
    expect(c.long('strcpy', to, c.put(0, 'abc'))).toBe(to)
    expect(c.peek(to, 6)).toBe('abc\0..')
    expect(c.long('stpcpy', to, c.put(0, 'xy'))).toBe(to + 2)
    c.long('strncpy', to, c.put(0, 'q'), 4)
    expect(c.peek(to, 5)).toBe('q\0\0\0.')
    c.long('strcat', to, c.put(0, 'rs'))
    expect(c.text(to)).toBe('qrs')
    c.long('strncat', to, c.put(0, 'tuvw'), 2)
    expect(c.text(to)).toBe('qrstu')
  })

  it('fault where a string runs into nothing', () => {
    const c = new Caller()
    c.process.memory.fill(c.base + 65536 - 16, 97, 16)
    const run = () => c.long('strlen', c.base + 65536 - 16)
    expect(run).toThrow(FaultSignal)
    expect(() => c.long('memcpy', 0, c.base, 8)).toThrow(FaultSignal)
    expect(c.long('memcpy', 0, 0, 0)).toBe(0)
  })

  it('tell the checker the lengths that are really read and written', () => {
    const told: string[] = []
    const tell =
      (kind: string) =>
      (call: string, address: number, ...rest: number[]) =>
        told.push(`${call} ${kind} ${address - c.base} ${rest.at(-1)}`)
    const c: Caller = new Caller({
      checks: {
        reads: tell('reads'),
        writes: tell('writes'),
        copies: tell('copies'),
        overlaps: tell('overlaps'),
      },
    })
    c.long('strcpy', c.base + 100, c.put(0, 'abc'))
    c.long('memcpy', c.base + 4, c.base, 8)
    c.long('memmove', c.base + 4, c.base, 8)
    expect(told).toEqual([
      'strcpy reads 0 4',
      'strcpy writes 100 4',
      'memcpy overlaps 4 8',
      'memcpy copies 4 8',
      'memmove copies 4 8',
    ])
  })
})
