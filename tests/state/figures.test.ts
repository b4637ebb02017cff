import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import {
  exportFigures,
  figuresFileName,
  type LabState,
  lightUp,
  loadFigures,
  loadFiguresHere,
  openScenario,
} from '../../src/state/index.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { traceScenario } from '../support/scenarios.ts'

const SCENARIO = { ...traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40']), title: 'Three blocks, a hole' }

const running: TestLab[] = []
afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** A lab whose scenario has been run to its end. */
async function opened(scenario: Scenario): Promise<{ test: TestLab; state: () => LabState }> {
  const test = testLab()
  running.push(test)
  const state = () => test.lab.store.getState()
  await openScenario(test.lab, scenario)
  await until(() => state().info?.complete === true && state().moment !== null)
  return { test, state }
}

describe('figures', () => {
  it('are loaded for all that has been run, and for the moment', async () => {
    const { test, state } = await opened(SCENARIO)
    await loadFigures(test.lab)
    expect([...state().figures!.metrics.live]).toEqual([100, 150, 50, 90])
    await loadFiguresHere(test.lab)
    expect(state().figuresHere?.operation).toHaveLength(1)
    expect(state().blocks).toMatchObject({ operation: 0, blocks: 1, living: 1 })
    await openScenario(test.lab, SCENARIO)
    expect(state().figures).toBeNull()
  })

  it('light up a part: the map is shown, and the moment says which chunks make it up', async () => {
    const { test, state } = await opened(SCENARIO)
    test.lab.store.setState({ stageTab: 'figures', position: { operation: 2, step: 99 } })
    lightUp(test.lab, 'holes')
    await until(() => state().moment?.part !== null)
    expect(state()).toMatchObject({ stageTab: 'heap', lit: 'holes' })
    expect(state().moment?.part).toMatchObject({ part: 'holes', count: 1, bytes: 128 })
    lightUp(test.lab, null)
    await until(() => state().moment?.part === null)
  })
})

describe('figures as a file', () => {
  it('have a line for each operation in CSV, which adds up to the heap', async () => {
    const { test } = await opened(SCENARIO)
    await exportFigures(test.lab, 'csv')
    const [file] = test.downloads
    expect(file?.name).toBe('three-blocks-a-hole-figures.csv')
    const [head, ...lines] = file!.text.trimEnd().split('\n')
    expect(head).toMatch(/^operation,requested,tags,rounding,remainder,holes,top,other,heap,brk_heap,/)
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      const [, ...numbers] = line.split(',').map(Number)
      expect(numbers.slice(0, 7).reduce((sum, bytes) => sum + bytes, 0)).toBe(numbers[7])
    }
    expect(lines[3]).toMatch(/^4,90,/)
  })

  it('have the same in columns in JSON', async () => {
    const { test } = await opened(SCENARIO)
    await exportFigures(test.lab, 'json')
    const file = JSON.parse(test.downloads[0]!.text) as Record<string, unknown> & {
      columns: Record<string, number[]>
    }
    expect(file).toMatchObject({
      title: 'Three blocks, a hole',
      allocator: { id: 'first-fit' },
      operations: 4,
    })
    expect(file.columns['operation']).toEqual([1, 2, 3, 4])
    expect(file.columns['requested']).toEqual([100, 150, 50, 90])
    expect(file).not.toHaveProperty('note')
  })

  it('are thinned when there are more than 100,000, and say so', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 100_002 }, (_, i) => (i % 2 === 0 ? 'a 0 24' : 'f 0'))
    const { test } = await opened(traceScenario(lines))
    await exportFigures(test.lab, 'csv')
    const [note, , ...rows] = test.downloads[0]!.text.trimEnd().split('\n')
    expect(note).toContain('of every 2 of the 100002 operations')
    expect(rows).toHaveLength(50_001)
    expect(rows.at(-1)).toMatch(/^10000[12],/)
  })

  it('are called what the scenario is called', () => {
    expect(figuresFileName('Holes that nothing fits!', 'csv')).toBe('holes-that-nothing-fits-figures.csv')
    expect(figuresFileName('', 'png')).toBe('scenario-figures.png')
  })
})
