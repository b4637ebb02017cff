import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../src/engine/session/index.ts'
import { ran } from '../../support/scenarios.ts'

// Operations from 0: the break moves at 0, 1, 2 and 5; 4 splits; 6 is a double free.
const session = ran(['a 0 100', 'a 1 16', 'a 2 3000', 'F 0', 'a 3 24', 'a 4 200', 'F 0', 'f 3'], {
  options: { coalescing: 'never' },
})

function all(condition: Condition, backwards = false): number[] {
  const found: number[] = []
  for (let from = backwards ? 8 : -1; ; ) {
    from = session.find([condition], from, backwards)
    if (from < 0) return found
    found.push(from)
  }
}

describe('run to next', () => {
  it('an operation', () => expect(all({ kind: 'operation', operation: 3 })).toEqual([3]))
  it('a call by its number', () => expect(all({ kind: 'call', number: 3 })).toEqual([2]))
  it('a size', () => expect(all({ kind: 'size', atLeast: 200 })).toEqual([2, 5]))
  it('a move of the break', () => expect(all({ kind: 'break' })).toEqual([0, 1, 2, 5]))
  it('a finding', () => expect(all({ kind: 'finding' })).toContain(6))
  it('the same backwards', () => expect(all({ kind: 'break' }, true)).toEqual([5, 2, 1, 0]))
  it('fragmentation that passes a value', () => {
    const holes = ran(['a 0 64', 'a 1 16', 'a 2 64', 'a 3 16', 'f 0', 'f 2'])
    expect(holes.find([{ kind: 'fragmentation', above: 0.4 }], -1, false)).toBe(5)
    expect(holes.find([{ kind: 'fragmentation', above: 0.9 }], -1, false)).toBe(-1)
  })
  it('whatever of several comes first', () => {
    const conditions: Condition[] = [{ kind: 'size', atLeast: 200 }, { kind: 'finding' }]
    expect(session.find(conditions, 2, false)).toBe(5)
  })
})
