import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OP } from '../../../../../src/engine/workload/c/bytecode.ts'

test('the numbers in the dispatch loop are those of the operations named above them', () => {
  const path = new URL('../../../../../src/engine/workload/c/vm/loop.ts', import.meta.url)
  const cases = [...readFileSync(path, 'utf8').matchAll(/^ *\/\/ ([A-Z0-9_]+)\n *case (\d+):/gm)]
  expect(cases.length).toBeGreaterThan(120)
  for (const [, name, number] of cases)
    expect([name, Number(number)]).toEqual([name, OP[name as keyof typeof OP]])
})
