import { expect, test } from 'vitest'
import { at, ran } from '../../support/scenarios.ts'

test('a search beyond twenty thousand visits is told in one step', () => {
  const lines = Array.from({ length: 20_500 }, (_, i) => `a ${i} 16`)
  const session = ran(lines)
  const last = session.moment(at(20_500))
  // request, the visits kept, one step for the rest, and fail, grow, mark, return
  expect(last.steps).toBe(1 + 20_000 + 1 + 4)
  const note = session.moment(at(20_500, 20_002))
  expect(note.step.sentence).toBe('First fit looks at 499 more chunks in the same way.')
  expect(last.stepList.map((step) => step.kind).slice(-5)).toEqual(['note', 'fail', 'grow', 'mark', 'return'])
})

test('each step has the system calls made for it', () => {
  const moment = ran(['a 0 100']).moment(at(1))
  expect(moment.stepList.map((step) => step.kind)).toEqual(['request', 'fail', 'grow', 'mark', 'return'])
  expect(ran(['a 0 100']).moment(at(1, 2)).syscalls).toEqual([])
  expect(ran(['a 0 100']).moment(at(1, 3)).syscalls).toHaveLength(1)
})
