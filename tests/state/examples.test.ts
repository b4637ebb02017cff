import { afterEach, expect, it } from 'vitest'
import { findExample } from '../../src/scenarios/index.ts'
import { openExample } from '../../src/state/index.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'

let test: TestLab

afterEach(() => test.lab.client.close())

it.each([
  ['at a step of a call', 'first-look', 'char *d = malloc(40);', 'split'],
  ['at a statement of one of its files', 'linked-blocks', 'b->size = n;', 'statement'],
  ['at an operation', 'ostep-homework', 'ptr[3] = Alloc(8)', 'choose'],
  ['at its end', 'hunt-null', 'b->used = 0;', 'end'],
  ['before its last statement', 'hunt-lost', '}', 'before'],
  ['after a call of the kernel', 'the-break', 'char *b = sbrk(100);', 'return'],
])('an example opens %s', async (_, id, text, kind) => {
  test = testLab()
  await openExample(test.lab, findExample(id)!)
  await until(() => !test.lab.waiting && test.lab.store.getState().moment !== null)
  const { moment, position } = test.lab.store.getState()
  expect(moment).toMatchObject({ text, position, step: { kind } })
})
