import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DataModel } from '../../../../src/engine/workload/c/source.ts'
import { hasGcc, hasGcc32 } from '../../../support/gcc.ts'
import { differences, outputsHere } from '../../../support/random-c/judge.ts'
import { randomProgram } from '../../../support/random-c/program.ts'

/*
 * Random programs: expressions, conversions, layouts, control flow. `npx tsx tests/support/random-c/run.ts` judges as
 * many as one likes; here are the first hundred, by gcc where it is present, and by what gcc's build printed anywhere.
 */

const COUNT = 100

/** SHA-256 of what gcc 12's builds of the first hundred print. */
const RECORDED: Readonly<Record<DataModel, string>> = {
  lp64: '77dc794b91c49ed1ff74a4ce1d9825f0a45c36c67ee8377f12f04e8301838a7c',
  ilp32: '9bf68e1754651ecd756956cd71f8a43f622e6321e12b89b229113bc234e056d3',
}

const programs = (model: DataModel) =>
  Array.from({ length: COUNT }, (_, i) => randomProgram(`p${i + 1}`, model, i + 1))

describe.each(['lp64', 'ilp32'] as const)('random programs in %s', (model) => {
  test('print what gcc’s builds of them printed', () => {
    const outputs = [...outputsHere(programs(model), model)]
    expect(outputs).toHaveLength(COUNT)
    const hash = createHash('sha256').update(JSON.stringify(outputs)).digest('hex')
    expect(hash).toBe(RECORDED[model])
  })

  test.skipIf(!(model === 'lp64' ? hasGcc() : hasGcc32()))(
    'print what gcc’s builds print',
    () => {
      expect(differences(programs(model), model)).toEqual([])
    },
    60_000,
  )
})
