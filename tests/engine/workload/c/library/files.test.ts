import { describe, expect, it } from 'vitest'
import { mapsText } from '../../../../../src/engine/kernel/index.ts'
import { Caller } from './calls.ts'

const O_RDONLY = 0
const O_RDWR = 2
const O_CREAT = 0o100
const O_APPEND = 0o2000

function open(c: Caller, path: string, flags: number): number {
  return c.int('__open', c.put(0, path), flags)
}

describe('toy files', () => {
  it('are made, written and read again', () => {
    const c = new Caller()
    const file = open(c, 'notes.txt', O_RDWR | O_CREAT)
    expect(file).toBe(3)
    expect(c.long('write', file, c.put(100, 'hello'), 5)).toBe(5)
    expect(c.long('lseek', file, 1, 0)).toBe(1)
    expect(c.long('read', file, c.base + 200, 100)).toBe(4)
    expect(c.peek(c.base + 200, 4)).toBe('ello')
    expect(c.long('read', file, c.base + 200, 100)).toBe(0)
    expect(c.int('close', file)).toBe(0)
    expect(c.int('close', file)).toBe(-1)
    expect(c.errno).toBe(9)
  })

  it('are appended to', () => {
    const c = new Caller()
    const first = open(c, './log', O_RDWR | O_CREAT)
    c.long('write', first, c.put(100, 'one'), 3)
    const second = open(c, 'log', O_RDWR | O_APPEND)
    c.long('write', second, c.put(100, 'two'), 3)
    expect(String.fromCharCode(...c.state.files.get('log')!)).toBe('onetwo')
  })

  it('tell what is wrong', () => {
    const c = new Caller()
    expect(open(c, 'missing', O_RDONLY)).toBe(-1)
    expect(c.errno).toBe(2)
    expect(open(c, '/etc/passwd', O_RDWR | O_CREAT)).toBe(-1)
    expect(c.errno).toBe(13)
    expect(c.long('read', 99, c.base, 1)).toBe(-1)
    expect(c.long('write', 1, 16, 4)).toBe(-1)
    expect(c.errno).toBe(14)
    expect(c.process.memory.fault).toBeNull()
  })

  it('include the process’s own map', () => {
    const c = new Caller()
    const file = open(c, '/proc/4242/maps', O_RDONLY)
    const length = c.long('read', file, c.base + 4096, 32768)
    expect(c.peek(c.base + 4096, length)).toBe(mapsText(c.process))
    c.int('__shell', c.put(0, 'cat /proc/self/maps | grep "stack"'))
    expect(c.output).toMatch(/^7f.*\[stack\]\n$/)
  })

  it('give random bytes that are the same in every run', () => {
    const read = (size: number) => {
      const c = new Caller()
      const file = open(c, '/dev/urandom', O_RDONLY)
      for (let done = 0; done < 24; done += size) c.long('read', file, c.base + 100 + done, size)
      return c.peek(c.base + 100, 24)
    }
    expect(read(24)).toBe(read(3))
  })

  it('leave an unknown command to a shell that does not find it', () => {
    const c = new Caller()
    expect(c.int('__shell', c.put(0, 'ls -l'))).toBe(127 << 8)
    expect(c.output).toBe('sh: 1: ls: not found\n')
  })
})
