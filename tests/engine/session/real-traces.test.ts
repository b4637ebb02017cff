import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import { readTrace } from '../../../src/engine/workload/index.ts'
import { follow } from '../../support/followed.ts'
import { optionGrid } from '../../support/gauntlet.ts'
import { traceScenario } from '../../support/scenarios.ts'
import { SHARED, traceFiles, unpacked } from '../../support/trace-files.ts'

/** Operations of each trace that are followed: enough to see growth and holes, little enough for every allocator. */
const OPERATIONS = 3000
/** The same for a preset, which is a family with other options: the family has been followed farther. */
const OF_A_PRESET = 600

// The homework's heap has 100 bytes, at addresses of its own; it is tried with homework.
const allocators = CATALOG.filter(({ factory }) => factory !== 'ostep')

const files = [
  ...traceFiles(join(import.meta.dirname, '../../fixtures/real')),
  ...traceFiles(join(import.meta.dirname, '../../fixtures/oracle')),
  ...traceFiles(join(SHARED, 'traces/csapp')),
  ...traceFiles(join(SHARED, 'traces/real')).filter((file) => !file.includes('1.65M')),
  ...traceFiles(join(SHARED, 'oracle/glibc-2.36')).filter((file) => !/misuse|long/.test(file)),
]

describe('recorded traces', () => {
  const traces = files.map((file) => ({ file, trace: readTrace(unpacked(file)) }))

  it('are there, also in a fresh clone', () => expect(files.length).toBeGreaterThan(5))

  it.each(allocators)('get right answers from $id', ({ id: allocator, factory }) => {
    const most = allocator === factory ? OPERATIONS : OF_A_PRESET
    for (const { file, trace } of traces) {
      if (trace.kind.some((kind) => kind === 5 || kind >= 9)) continue // breaks the rules on purpose
      const every = Math.max(1, Math.floor(Math.min(trace.length, most) / 40))
      const wrong = follow(traceScenario('', { allocator }), trace, most, every)
      expect(wrong, `${allocator} on ${basename(file)}`).toEqual([])
    }
  })

  // One entry of each family: presets only choose among the options that the grid goes through.
  const mixed = allocators.filter(({ id, factory }) => id === factory)

  it.each(mixed.map(({ id }) => id))('get right answers from %s whatever its options', (allocator) => {
    const spec = mixed.find(({ id }) => id === allocator)!
    for (const { file, trace } of traces.filter(({ file }) => file.includes('fixtures/real'))) {
      for (const options of optionGrid(spec, 6, 17)) {
        const wrong = follow(traceScenario('', { allocator, options }), trace, 600, 97)
        expect(wrong, `${allocator} ${JSON.stringify(options)} on ${basename(file)}`).toEqual([])
      }
    }
  })
})
