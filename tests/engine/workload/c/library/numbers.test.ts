import { describe, expect, it } from 'vitest'
import { Caller } from './calls.ts'

const ERANGE = 34
const LONG_MAX = 2 ** 63

describe('numbers from text', () => {
  it('say where they end', () => {
    const c = new Caller()
    const text = c.put(0, '  -0x1fz')
    expect(c.long('strtol', text, c.base + 100, 0)).toBe(-31)
    expect(c.process.memory.load64(c.base + 100) - text).toBe(7)
    expect(c.long('strtol', c.put(0, 'none'), c.base + 100, 10)).toBe(0)
    expect(c.process.memory.load64(c.base + 100) - text).toBe(0)
  })

  it('stop at what a long holds, with ERANGE', () => {
    const c = new Caller()
    expect(c.long('strtol', c.put(0, '99999999999999999999'), 0, 10)).toBe(LONG_MAX)
    expect(c.errno).toBe(ERANGE)
    c.errno = 0
    expect(c.long('strtol', c.put(0, '-9223372036854775808'), 0, 10)).toBe(-LONG_MAX)
    expect(c.errno).toBe(0)
    expect(c.long('strtoul', c.put(0, '-1'), 0, 10)).toBe(-1)
    expect(c.errno).toBe(0)
  })

  it('know that a long may have four bytes', () => {
    const c = new Caller({ model: 'ilp32' })
    expect(c.long('strtol', c.put(0, '4000000000'), 0, 10)).toBe(2147483647)
    expect(c.errno).toBe(ERANGE)
    expect(c.int('atoi', c.put(0, '-17 apples'))).toBe(-17)
  })

  it('may be doubles', () => {
    const c = new Caller()
    expect(c.double('strtod', c.put(0, '2.5e-3abc'), c.base + 100)).toBe(0.0025)
    expect(c.double('strtod', c.put(0, '0x1.8p1'), 0)).toBe(3)
    expect(c.double('strtod', c.put(0, '1e999'), 0)).toBe(Infinity)
    expect(c.errno).toBe(ERANGE)
  })
})
