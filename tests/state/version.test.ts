import { afterEach, describe, expect, it } from 'vitest'
import {
  dismissNewVersion,
  openScenario,
  seek,
  setOption,
  share,
  start,
  takeNewVersion,
  tellNewVersion,
} from '../../src/state/index.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { traceScenario } from '../support/scenarios.ts'

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

function begin(...wishes: Parameters<typeof testLab>): TestLab {
  const made = testLab(...wishes)
  running.push(made)
  return made
}

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).moment !== null)

async function opened(): Promise<TestLab> {
  const test = begin()
  await openScenario(test.lab, traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40']))
  await settled(test)
  return test
}

describe('a new version of the page', () => {
  it('is told of until it is waved aside', async () => {
    const test = await opened()
    expect(stateOf(test).newVersion).toBe(false)
    tellNewVersion(test.lab)
    expect(stateOf(test).newVersion).toBe(true)
    dismissNewVersion(test.lab)
    expect(stateOf(test).newVersion).toBe(false)
    expect(test.reloads).toBe(0)
  })

  it('opens with the work and the place in it', async () => {
    const test = await opened()
    setOption(test.lab, 'alignment', '32')
    await settled(test)
    seek(test.lab, { operation: 2, step: 1 })
    await settled(test)
    takeNewVersion(test.lab)
    expect(test.reloads).toBe(1)

    const after = begin({ kept: test.kept })
    await start(after.lab, '')
    await settled(after)
    expect(stateOf(after).scenario).toEqual(stateOf(test).scenario)
    expect(stateOf(after).position).toEqual({ operation: 2, step: 1 })
  })

  it('is not led back to where a link stands', async () => {
    const test = await opened()
    await share(test.lab)
    seek(test.lab, { operation: 3, step: 0 })
    await settled(test)
    takeNewVersion(test.lab)
    expect(test.hashes.at(-1)).toBe('')
  })
})
