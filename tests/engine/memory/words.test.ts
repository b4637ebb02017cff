import { describe, expect, test } from 'vitest'
import {
  FaultSignal,
  PROT_EXEC,
  PROT_NONE,
  PROT_READ,
  PROT_WRITE,
  UNMAPPED,
  Words,
} from '../../../src/engine/memory/index.ts'
import { FAR, smallMemory, TestMemory, WINDOW } from './support.ts'

describe.each([
  ['in the window', WINDOW],
  ['outside the window', FAR],
])('words %s', (_where, base) => {
  test('are little-endian', () => {
    const memory = smallMemory()
    memory.store64Halves(base + 8, 0x44332211, 0x88776655)
    expect([0, 1, 7].map((i) => memory.load8(base + 8 + i))).toEqual([0x11, 0x22, 0x88])
    expect(memory.load16(base + 9)).toBe(0x3322)
    expect(memory.load32(base + 12)).toBe(0x88776655)
    expect(memory.load64(base + 8)).toBe(0x88776655 * 2 ** 32 + 0x44332211)
  })

  test.each([1, 2, 3, 4, 5, 6, 7])('at %i bytes past a word', (shift) => {
    const memory = smallMemory()
    const at = base + 64 + shift
    memory.store16(at, 0xbeef)
    expect(memory.load16(at)).toBe(0xbeef)
    memory.store32(at, 0xdeadbeef)
    expect(memory.load32(at)).toBe(0xdeadbeef)
    memory.store64(at, 0x1234_5678_9abc)
    expect(memory.load64(at)).toBe(0x1234_5678_9abc)
    expect(memory.load8(at - 1)).toBe(0)
    expect(memory.load8(at + 8)).toBe(0)
  })

  test('across the edge of a page', () => {
    const memory = smallMemory()
    for (const size of [2, 4, 8] as const) {
      for (let before = 1; before < size; before++) {
        const at = base + 4096 - before
        store(memory, size, at, 0x01020304)
        expect(load(memory, size, at)).toBe(size === 2 ? 0x0304 : 0x01020304)
      }
    }
  })

  test('store the low bits of what does not fit', () => {
    const memory = smallMemory()
    memory.store64(base, -2)
    expect([memory.load32(base), memory.load32(base + 4)]).toEqual([0xfffffffe, 0xffffffff])
    memory.store64(base + 1, -1)
    expect(memory.load8(base + 8)).toBe(0xff)
    memory.store32(base, 2 ** 33 + 5)
    expect(memory.load32(base)).toBe(5)
    memory.store8(base, 0x1ff)
    expect(memory.load8(base)).toBe(0xff)
  })

  test('fresh pages read as zeros, and count as resident once written', () => {
    const memory = smallMemory()
    expect(memory.load64(base)).toBe(0)
    expect([memory.pageFaults, memory.residentPages]).toEqual([1, 0])
    memory.load32(base + 4000)
    memory.store8(base + 1, 1)
    memory.store8(base + 2, 1)
    expect([memory.pageFaults, memory.residentPages]).toEqual([2, 1])
  })

  test('a load beyond the last page faults', () => {
    const memory = smallMemory()
    expect(memory.load32(base + 4 * 4096)).toBe(-1)
    expect(memory.fault).toEqual({ kind: 'unmapped', access: 'read', address: base + 4 * 4096, size: 4 })
    expect(memory.load8(base - 1)).toBe(-1)
    expect(memory.fault).toEqual({ kind: 'unmapped', access: 'read', address: base - 1, size: 1 })
  })

  test('a word that runs over the edge names the first byte beyond it', () => {
    const memory = smallMemory()
    const end = base + 4 * 4096
    expect(memory.load64(end - 3)).toBe(-1)
    expect(memory.fault).toEqual({ kind: 'unmapped', access: 'read', address: end, size: 8 })
    expect(memory.load32(base - 2)).toBe(-1)
    expect(memory.fault).toMatchObject({ address: base - 2, size: 4 })
  })

  test('a store that faults in its second page changes nothing', () => {
    const memory = smallMemory()
    const end = base + 4 * 4096
    for (const size of [2, 4, 8] as const) {
      expect(store(memory, size, end - 1, 0xffffffff)).toBe(false)
      expect(memory.fault).toEqual({ kind: 'unmapped', access: 'write', address: end, size })
    }
    expect(memory.load8(end - 1)).toBe(0)
  })

  test('permissions: what x86 pages allow', () => {
    const memory = new TestMemory()
    memory
      .map(base, 1, PROT_NONE)
      .map(base + 4096, 1, PROT_READ)
      .map(base + 8192, 1, PROT_EXEC)
    expect([memory.load8(base), memory.fault?.kind]).toEqual([-1, 'forbidden'])
    expect(memory.load8(base + 4096)).toBe(0)
    expect(memory.store8(base + 4096, 1)).toBe(false)
    expect(memory.fault).toEqual({ kind: 'forbidden', access: 'write', address: base + 4096, size: 1 })
    expect(memory.load8(base + 8192)).toBe(0)
    expect(memory.allows(base + 8192, 'execute')).toBe(true)
    expect(memory.allows(base + 4096, 'write')).toBe(false)
  })

  test('a change of permissions is seen at once, both ways', () => {
    const memory = smallMemory()
    memory.store32(base, 7)
    memory.map(base, 1, PROT_READ)
    expect([memory.load32(base), memory.store32(base, 8)]).toEqual([7, false])
    memory.map(base, 1, PROT_NONE)
    expect(memory.load32(base)).toBe(-1)
    memory.map(base, 1, PROT_READ | PROT_WRITE)
    expect([memory.store32(base, 9), memory.load32(base)]).toEqual([true, 9])
    memory.map(base, 1, UNMAPPED)
    expect(memory.load32(base)).toBe(-1)
    memory.map(base, 1)
    expect(memory.load32(base)).toBe(0)
  })
})

test('addresses that no process has are unmapped, whatever their low bits', () => {
  const memory = smallMemory()
  memory.store32(FAR, 1)
  for (const address of [FAR + 2 ** 47, FAR + 2 ** 56, -8, -(2 ** 52), 0x41414141 * 2 ** 32, 0]) {
    expect(memory.load32(address), String(address)).toBe(-1)
    expect(memory.store32(address, 1), String(address)).toBe(false)
    expect(memory.fault).toMatchObject({ kind: 'unmapped', address })
  }
})

test('the fault stays until it is cleared', () => {
  const memory = smallMemory()
  memory.load8(16)
  memory.load8(WINDOW)
  expect(memory.fault?.address).toBe(16)
  memory.clearFault()
  expect(memory.fault).toBeNull()
})

test('beyond the budget of pages an access is exhausted, and pages given back count no more', () => {
  const memory = new TestMemory(2).map(WINDOW, 2).map(FAR, 2)
  memory.store8(WINDOW, 1)
  memory.load8(FAR)
  expect(memory.store8(FAR + 4096, 1)).toBe(false)
  expect(memory.fault).toMatchObject({ kind: 'exhausted', address: FAR + 4096 })
  expect(memory.store8(FAR, 1)).toBe(true)
  memory.discard(WINDOW, WINDOW + 4096)
  expect(memory.store8(FAR + 4096, 1)).toBe(true)
})

test('the kernel may map something where an access missed', () => {
  const memory: TestMemory = new TestMemory(undefined, (address) => {
    if (address >= FAR) memory.map(address - (address % 4096), 1)
    return address >= FAR
  })
  expect(memory.store8(FAR + 5, 1)).toBe(true)
  expect(memory.store8(FAR - 5, 1)).toBe(false)
})

test('a watcher sees every access once, and nothing after it is taken off', () => {
  const memory = smallMemory()
  const seen: string[] = []
  memory.load32(WINDOW)
  memory.store32(FAR, 1)
  memory.watch((access, address, size) =>
    seen.push(`${access} ${address - WINDOW < 2 ** 28 ? 'window' : 'far'} ${size}`),
  )
  memory.load32(WINDOW)
  memory.store64(FAR, 1)
  memory.fill(WINDOW, 1, 9000)
  memory.copy(FAR, WINDOW, 16)
  memory.peek32(WINDOW)
  memory.watch(null)
  memory.load8(WINDOW)
  expect(seen).toEqual([
    'read window 4',
    'write far 8',
    'write window 9000',
    'read window 16',
    'write far 16',
  ])
})

test('the window is reserved for what begins in it, and for nothing else', () => {
  const memory = new TestMemory()
  const before = memory.flatWindow().u8.length
  memory.reserveWindow(FAR, FAR + 2 ** 20)
  expect(memory.flatWindow().u8.length).toBe(before)
  memory.reserveWindow(WINDOW + before, WINDOW + before + 2 ** 20)
  expect(memory.flatWindow().u8.length).toBeGreaterThanOrEqual(before + 2 ** 20)
})

test('Words end the operation at a fault', () => {
  const words = new Words(smallMemory())
  words.store32(WINDOW, 5)
  expect(words.load32(WINDOW)).toBe(5)
  const calls = [
    () => words.load8(0),
    () => words.load32(0),
    () => words.load64(0),
    () => words.store8(0, 1),
    () => words.store32(0, 1),
    () => words.store64(0, 1),
    () => words.fill(0, 1, 1),
    () => words.copy(0, WINDOW, 1),
  ]
  for (const call of calls) expect(call).toThrow(FaultSignal)
})

function store(memory: TestMemory, size: 2 | 4 | 8, at: number, value: number): boolean {
  if (size === 2) return memory.store16(at, value)
  return size === 4 ? memory.store32(at, value) : memory.store64(at, value)
}

function load(memory: TestMemory, size: 2 | 4 | 8, at: number): number {
  if (size === 2) return memory.load16(at)
  return size === 4 ? memory.load32(at) : memory.load64(at)
}
