import { expect, test } from 'vitest'
import type { Ending } from '../../../../src/engine/session/index.ts'
import { endingLine, splitAtByte } from '../../../../src/ui/source/output/model.ts'

test.each<[Partial<Ending>, string]>([
  [{ kind: 'exit', status: 0 }, 'exited with status 0'],
  [{ kind: 'fault' }, 'killed by SIGSEGV (Segmentation fault)'],
  [{ kind: 'abort', signal: 'SIGABRT' }, 'killed by SIGABRT (Aborted)'],
  [{ kind: 'signal', signal: 'SIGFPE' }, 'killed by SIGFPE (Floating point exception)'],
  [{ kind: 'signal', signal: 'SIGODD' }, 'killed by SIGODD'],
  [{ kind: 'input' }, 'waits for input'],
  [{ kind: 'budget', message: 'Too long.' }, 'Too long.'],
])('%j is told as: %s', (ending, line) => {
  expect(endingLine({ operation: 0, kind: 'exit', message: '', ...ending })).toBe(line)
})

test('what has been read ends between characters', () => {
  expect(splitAtByte('ab', 0)).toEqual(['', 'ab'])
  expect(splitAtByte('äb', 2)).toEqual(['ä', 'b'])
  expect(splitAtByte('äb', 1)).toEqual(['', 'äb'])
  expect(splitAtByte('€😀', 99)).toEqual(['€😀', ''])
})
