import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import { Replay } from '../../../src/engine/session/replay.ts'
import { Run } from '../../../src/engine/session/run.ts'
import { TraceMachine } from '../../../src/engine/session/trace-machine.ts'
import { generateTrace, readTrace, type Trace, traceText } from '../../../src/engine/workload/index.ts'
import { digest } from '../../support/digest.ts'
import { traceScenario } from '../../support/scenarios.ts'

/** A run and a replay of it, with checkpoints as often as they come. */
function runAndReplay(trace: Trace, allocator: string, budget = 1 << 28): { run: Run; replay: Replay } {
  const scenario = traceScenario(traceText(trace), { allocator })
  const run = new Run(scenario, trace, budget)
  while (!run.complete) run.advance(500)
  const machine = new TraceMachine(scenario, trace, run.history)
  return { run, replay: new Replay(machine, run.checkpoints) }
}

/** Digests of the process before operations 0, every, 2 × every …, by plain execution. */
function digests(trace: Trace, allocator: string, every: number): Map<number, string> {
  const machine = new TraceMachine(traceScenario(traceText(trace), { allocator }), trace)
  machine.start()
  const found = new Map<number, string>()
  while (!machine.finished) {
    if (machine.operation % every === 0) found.set(machine.operation, digest(machine.process))
    machine.execute()
  }
  return found
}

describe('a replay', () => {
  for (const { id } of CATALOG) {
    it(`of ${id} holds the same bytes wherever it is sent, in any order`, () => {
      const trace = generateTrace('uniform', 5, { operations: 3000 })
      const expected = digests(trace, id, 100)
      const { replay, run } = runAndReplay(trace, id)
      const places = [...expected.keys()].filter((operation) => operation < run.done)
      fc.assert(
        fc.property(fc.constantFrom(...places), fc.nat(12), (operation, step) => {
          replay.goTo(operation)
          expect(digest(replay.machine.process)).toBe(expected.get(operation))
          replay.goToStep(operation, step)
          replay.goTo(operation)
          expect(digest(replay.machine.process)).toBe(expected.get(operation))
        }),
        { seed: 3, numRuns: 12 },
      )
    })
  }

  it('stays right when checkpoints are thinned to almost none', () => {
    const trace = generateTrace('swiss-cheese', 1, { operations: 8000 })
    const expected = digests(trace, 'best-fit', 500)
    const { replay, run } = runAndReplay(trace, 'best-fit', 1 << 16)
    expect(run.checkpoints.count).toBeLessThan(6)
    for (const operation of [7500, 0, 3000, 2500, 7000]) {
      replay.goTo(operation)
      expect(digest(replay.machine.process)).toBe(expected.get(operation))
    }
  })

  it('tells an operation with the same steps however often it is asked', () => {
    const { replay } = runAndReplay(generateTrace('bimodal', 2, { operations: 400 }), 'explicit-lifo')
    const first = [10, 200, 399].map((operation) => replay.transcriptOf(operation))
    replay.goTo(0)
    expect([399, 200, 10].map((operation) => replay.transcriptOf(operation))).toEqual(first.reverse())
  })

  it('stops in the middle of an operation with the bytes of that moment', () => {
    const { replay } = runAndReplay(readTrace('a 0 100\na 1 16\nf 0\na 2 40\n'), 'first-fit')
    const split = replay.transcriptOf(3).findIndex(({ step }) => step.kind === 'split')
    const sizes: number[][] = [split, split + 1].map((step) => {
      replay.goToStep(3, step)
      const seen: number[] = []
      replay.machine.allocator.walk((_chunk, size, state) => {
        if (state !== 4) seen.push(size)
        return true
      })
      return seen
    })
    expect(sizes).toEqual([
      [128, 32],
      [64, 64, 32],
    ])
  })
})
