import { describe, expect, it } from 'vitest'
import { runC } from '../../../../src/engine/workload/c/run.ts'
import type { DataModel } from '../../../../src/engine/workload/c/source.ts'
import { corpusPrograms, expectedOf, readRecord, toRecorded } from '../../../support/corpus.ts'
import { buildAndRun, hasGcc, hasGcc32 } from '../../../support/gcc.ts'

const programs = corpusPrograms()
const record = readRecord()
const MODELS: readonly DataModel[] = ['lp64', 'ilp32']

describe.each(MODELS)('the corpus in %s', (model) => {
  it.each(programs.map((program) => [program.id, program] as const))('%s does as with gcc', (id, program) => {
    const { diagnostics, ...outcome } = runC({
      files: program.files,
      input: program.input,
      model,
      terminal: false,
    })
    expect({ ...toRecorded(outcome), errors: errorsOf(diagnostics) }).toEqual({
      ...expectedOf(record, id, model),
      errors: [],
    })
  })
})

describe('the record of the corpus', () => {
  it('has every program, and no other', () => {
    expect(Object.keys(record).sort()).toEqual(programs.map((program) => program.id))
  })

  const models = MODELS.filter((model) => (model === 'lp64' ? hasGcc() : hasGcc32()))
  it.skipIf(models.length === 0)('is what gcc says about a sample', { timeout: 120_000 }, () => {
    for (const { id, files, input } of sample(20)) {
      for (const model of models) {
        expect([id, model, toRecorded(buildAndRun(files, { model, input }))]).toEqual([
          id,
          model,
          expectedOf(record, id, model),
        ])
      }
    }
  })
})

function errorsOf(diagnostics: readonly string[]): string[] {
  return diagnostics.filter((line) => / error: /.test(line))
}

/** Some programs, spread over the groups, always the same. */
function sample(count: number) {
  return Array.from(
    { length: count },
    (_, i) => programs[Math.floor(((i + 0.37) * programs.length) / count)]!,
  )
}
