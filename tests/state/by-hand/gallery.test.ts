import { afterEach, describe, expect, it } from 'vitest'
import { GALLERY } from '../../../src/scenarios/index.ts'
import { actByHand } from '../../../src/state/actions/by-hand.ts'
import { blocksOf } from '../../../src/state/by-hand/state.ts'
import { openScenario, showHand, undo } from '../../../src/state/index.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'

/** Lessons whose programs do not come to the end of main, or have no text. */
const CLOSED: Readonly<Record<string, RegExp>> = {
  'the-break': /^The process died: .* where nothing is mapped.* Undo/,
  'guard-page': /^The process died: .* its page does not allow/,
  'hunt-null': /^The process died: .*SIGSEGV/,
  'hunt-wrap': /^The process died: .*SIGSEGV/,
  'hunt-stale': /^The process died: .*SIGSEGV/,
  'ostep-homework': /no text to write on/,
}

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

describe('every lesson can be played on by hand, or says why it cannot', () => {
  it.each(GALLERY.map((lesson) => [lesson.id, lesson.scenario] as const))('%s', async (id, scenario) => {
    const test = testLab()
    running.push(test)
    const { lab } = test
    const state = () => lab.store.getState()
    await openScenario(lab, scenario)
    showHand(lab)
    await until(() => state().info?.complete === true)
    const { done, ending } = state().info!
    await actByHand(lab, { kind: 'malloc', size: 8 })
    await until(() => state().info?.complete === true)
    if (CLOSED[id] !== undefined) {
      expect(state().hand?.problem).toMatch(CLOSED[id])
      expect(state().scenario).toBe(scenario)
      return
    }
    expect(state().hand?.problem).toBeNull()
    expect(state().info?.done).toBeGreaterThan(done + 1)
    expect(state().info?.ending?.kind).toBe(ending?.kind)
    const block = blocksOf(state().hand).find(({ name }) => name === state().hand?.chosen)
    // The bump allocator keeps no tags: all of its heap is one chunk.
    expect(block).toMatchObject(id === 'bump' ? { state: 'inside' } : { requested: 8, state: 'live' })
    await undo(lab)
    expect(state().scenario).toEqual(scenario)
  })
})
