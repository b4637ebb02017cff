import { expect, it } from 'vitest'
import { Session } from '../../../../src/engine/session/session.ts'
import { type CorpusProgram, corpusPrograms } from '../../../support/corpus.ts'
import { findings } from './support.ts'

/** Programs that do what the lab tells of them: those that are killed, and one that uses what malloc_usable_size says. */
const RIGHTLY_TOLD =
  /^(endings\/|output\/(lines_crash|unbuffered)|system\/(mprotect|munmap_fault)|malloc\/usable_size)/

/** Some of the other programs of the corpus, spread over its groups. */
const sample = corpusPrograms()
  .filter(({ id }) => !RIGHTLY_TOLD.test(id))
  .filter((_, i) => i % 6 === 1)

function sessionOf({ files, input }: CorpusProgram, allocator: string): Session {
  return new Session({
    title: 'A program of the corpus',
    source: { kind: 'c', files, input, inputEnds: true, output: 'pipe' },
    allocator: { id: allocator, options: {} },
    process: {},
    run: {},
  }).runAll()
}

it.each(sample.map((program, i) => [program.id, program, i] as const))(
  '%s does nothing wrong',
  (_, program, i) => {
    const session = sessionOf(program, ['segregated', 'first-fit', 'buddy'][i % 3]!)
    expect(findings(session).map(({ message }) => message)).toEqual([])
  },
)
