import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rig } from '../../../support/rig.ts'
import { readRequests, run } from './rep.ts'

const TRACES = '../shared/traces/csapp/classic'

/** Peak requested bytes by final heap: first, next, best fit. */
const UTILIZATION: readonly (readonly [string, number, number, number])[] = [
  ['amptjp-bal.rep', 0.9918, 0.9109, 0.9918],
  ['cccp-bal.rep', 0.9948, 0.9176, 0.9948],
  ['cp-decl-bal.rep', 0.9927, 0.9519, 0.994],
  ['expr-bal.rep', 0.9956, 0.9664, 0.9968],
  ['coalescing-bal.rep.gz', 0.6648, 0.6648, 0.6648],
  ['random-bal.rep', 0.9233, 0.9109, 0.9623],
  ['random2-bal.rep', 0.9154, 0.8935, 0.9502],
  ['binary-bal.rep.gz', 0.5493, 0.5493, 0.5493],
  ['binary2-bal.rep.gz', 0.5132, 0.5132, 0.5132],
  ['realloc-bal.rep.gz', 0.2656, 0.2663, 0.3142],
  ['realloc2-bal.rep.gz', 0.3386, 0.4514, 0.304],
  ['short1-bal.rep', 0.6619, 0.6619, 0.6619],
  ['short2-bal.rep', 0.8935, 0.8935, 0.8935],
]

describe('CS:APP textbook', () => {
  it('begins with a prologue, one free chunk of 4096 bytes and an epilogue', () => {
    const { process, allocator, notation } = rig('csapp-first-fit')
    expect(process.programBreak).toBe(process.brkStart + 16 + 4096)
    expect(notation()).toBe('top(4096)')
    expect(allocator.malloc(1)).toBe(process.brkStart + 16)
    expect(notation()).toBe('[16] top(4080)')
    expect(allocator.malloc(0)).toBe(0)
  })

  it('grows by 4096 bytes, or by the request if that is larger', () => {
    const { process, allocator, notation } = rig('csapp-first-fit')
    allocator.malloc(4000)
    allocator.malloc(1000)
    expect(notation()).toBe('[4008] [1008] top(3176)')
    expect(allocator.malloc(5000) - process.brkStart).toBe(16 + 4008 + 1008)
    expect(notation()).toBe('[4008] [1008] [5008] top(3176)')
  })

  describe.skipIf(!existsSync(TRACES))('on the classic traces', () => {
    for (const [file, ...expected] of UTILIZATION) {
      it(`${file}: the utilization of the book's algorithm`, () => {
        const requests = readRequests(`${TRACES}/${file}`)
        const measured = ['first', 'next', 'best'].map((placement) => {
          const textbook = rig(`csapp-${placement}-fit`)
          const { process } = textbook
          const { peak } = run(textbook, requests)
          expect(textbook.problems()).toEqual([])
          return Number((peak / (process.programBreak - process.brkStart)).toFixed(4))
        })
        expect(measured).toEqual(expected)
      })
    }
  })
})
