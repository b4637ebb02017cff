import { describe, expect, it, test } from 'vitest'
import { commandWords, readHomework, withImplied } from '../../../src/engine/session/homework.ts'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { FREE, MALLOC } from '../../../src/engine/workload/index.ts'

describe('an OSTEP command line as a workload', () => {
  it('is drawn on the heap that its flags describe', () => {
    const { lines, trace } = readHomework('./malloc.py -n 4 -H 4 -s 0', {})
    expect(lines).toEqual(['ptr[0] = Alloc(3)', 'Free(ptr[0])', 'ptr[1] = Alloc(5)', 'Free(ptr[1])'])
    expect(trace.error).toBeNull()
  })

  it('is drawn on the heap of the scenario where that differs', () => {
    const small = readHomework('-n 20 -S 5000 -r 100 -s 1', { size: 1 })
    expect([...small.trace.kind].every((kind) => kind === MALLOC)).toBe(true)
    expect([...readHomework('-n 20 -S 5000 -r 100 -s 1', {}).trace.kind]).toContain(FREE)
  })

  test.each([
    ['-h', 'this asks for help; the homework needs flags'],
    ['-q', 'malloc.py: error: no such option: -q'],
    ['-p NEXT', 'the policy is one of BEST, WORST, FIRST, not NEXT'],
    ['-H -4', 'headerSize is between 0 and 4096'],
    ['-b 0', 'base is between 1 and 70368744177664'],
  ])('%s is an error', (args, message) => {
    expect(readHomework(args, {}).trace).toMatchObject({ length: 0, error: { message } })
  })

  it('drops the name of the program', () => {
    expect(commandWords(' python3 vm/malloc.py  -n 3 ')).toEqual(['-n', '3'])
  })

  it('means options of the allocator, which the scenario may overrule', () => {
    const scenario: Scenario = {
      title: 'homework',
      source: { kind: 'ostep', args: '-p FIRST -C' },
      allocator: { id: 'ostep', options: { policy: 'WORST' } },
      process: {},
      run: {},
    }
    expect(withImplied(scenario).allocator.options).toMatchObject({ policy: 'WORST', coalesce: true })
  })
})
