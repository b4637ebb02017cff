import { describe, expect, it, test } from 'vitest'
import { exactSize } from '../../../../src/engine/workload/index.ts'
import {
  DEFAULT_FLAGS,
  heapOptions,
  homeworkTrace,
  type OstepFlags,
  type OstepHeap,
} from '../../../../src/engine/workload/ostep/index.ts'

/** A heap that gives the next bytes as long as there are any of its 100, and takes none back. */
function endlessly(): OstepHeap {
  let next = 1000
  return {
    malloc: (size) => {
      if (next + size > 1100) return -1
      next += size
      return next - size
    },
    free: () => true,
  }
}

const homework = (changes: Partial<OstepFlags>) =>
  homeworkTrace({ ...DEFAULT_FLAGS, ...changes }, endlessly())

describe('a homework as a trace', () => {
  it('has a line for each operation', () => {
    const { trace, lines } = homework({ operations: 4 })
    expect(lines).toEqual(['ptr[0] = Alloc(3)', 'Free(ptr[0])', 'ptr[1] = Alloc(5)', 'Free(ptr[1])'])
    expect([...trace.kind]).toEqual([0, 4, 0, 4])
    expect([...trace.id]).toEqual([0, 0, 1, 1])
    expect([...trace.a]).toEqual([3, 0, 5, 0])
    expect([...trace.line]).toEqual([1, 2, 3, 4])
    expect(trace.error).toBeNull()
  })

  it('never frees what was not allocated', () => {
    const { trace, lines } = homework({ range: 100000, percentAlloc: 20, operations: 30, seed: 6n })
    expect(lines).toHaveLength(30)
    expect([...trace.kind].every((kind) => kind === 0)).toBe(true)
  })

  it('keeps the pointers of a list, and warns of frees that are skipped', () => {
    const { trace, lines } = homework({ list: '+10,-0,-0,-1' })
    expect(lines.slice(2)).toEqual(['Free(ptr[0])', 'Invalid Free: Skipping'])
    expect([...trace.kind]).toEqual([0, 5, 5])
    expect(trace.warnings).toMatchObject([{ line: 4, column: 1 }])
    expect(trace.error).toBeNull()
  })

  it('keeps sizes that no number holds', () => {
    const { trace } = homework({ list: '+12345678901234567890123' })
    expect(exactSize(trace, 0, 0)).toBe('12345678901234567890123')
  })

  test.each([
    ['+5,,+5', 'an item of the list is empty', 2],
    ['+5,5', 'an item of the list is +SIZE or -POINTER, not 5', 2],
    ['+5,+x', '+x holds no decimal number', 2],
    ['+200,+5,-0', 'ptr[0] holds nothing: its Alloc failed', 4],
    ['+5,+0', 'a block of 0 bytes has no bytes of its own; the lab stops here', 2],
    ['+-5', 'a block of -5 bytes has no bytes of its own; the lab stops here', 1],
  ])('stops where %s goes wrong', (list, message, line) => {
    expect(homework({ list }).trace.error).toEqual({ line, column: 1, message })
  })

  it('takes a size of 0 where the header makes a block of it', () => {
    expect(homework({ list: '+0,+0', headerSize: 4 }).trace).toMatchObject({ length: 2, error: null })
  })

  it('stops at a share of allocations that malloc.py refuses', () => {
    expect(homework({ percentAlloc: 0 }).trace.error?.message).toBe(
      'the percentage of allocations is above 0, not 0',
    )
  })
})

describe('the heap that flags ask for', () => {
  test.each([
    [{ policy: 'NEXT' }, 'the policy is one of BEST, WORST, FIRST, not NEXT'],
    [{ alignment: 0 }, 'the alignment is at least 1, or -1, not 0'],
  ])('%j', (changes, reason) => {
    expect(heapOptions({ ...DEFAULT_FLAGS, ...changes }).failure?.reason).toBe(reason)
  })

  it('has the options of the allocator', () => {
    expect(heapOptions(DEFAULT_FLAGS).options).toEqual({
      size: 100,
      base: 1000,
      headerSize: 0,
      alignment: -1,
      policy: 'BEST',
      order: 'ADDRSORT',
      coalesce: false,
    })
  })
})
