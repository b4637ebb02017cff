// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { linkHash } from '../../../src/share/index.ts'
import { start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'
import { traceScenario } from '../../support/scenarios.ts'

const SCENARIO: Scenario = {
  ...traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40'], { allocator: 'explicit-lifo' }),
  title: 'Three blocks',
}

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []
afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens the page at the end of the second operation, and what has changed. */
async function visit(): Promise<{ test: TestLab; user: ReturnType<typeof userEvent.setup> }> {
  const test = testLab()
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, linkHash({ scenario: SCENARIO, position: { operation: 1, step: 99 }, view: {} }).text)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('tab', { name: 'Changes' }))
  await screen.findByText(/^Nothing is pinned/)
  return { test, user }
}

const group = (name: string) => within(screen.getByRole('region', { name }))

describe('what has changed', () => {
  it('is told of the moment pinned by a key, and every step after it', async () => {
    const { test, user } = await visit()
    await user.keyboard('x')
    await screen.findByRole('heading', { name: 'This is the pinned moment.' })
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await screen.findByText(/^In between: 0 blocks allocated, 1 block freed \(100 bytes\)/)
    expect(group('Chunks').getByRole('button', { name: /in use 128 \(p\[0\]\) → free 128/ })).toBeTruthy()
    expect(group('Free list').getByRole('button', { name: /free 128 came in at place 1/ })).toBeTruthy()
    expect(group('Figures').getByRole('row', { name: /^Requested 150 B 50 B −100 B/ })).toBeTruthy()
    await user.click(group('Chunks').getByRole('button', { name: /free 128/ }))
    await waitFor(() => expect(test.lab.store.getState().moment?.inspected?.size).toBe(128))
    await user.keyboard('x')
    await screen.findByText(/^Nothing is pinned/)
  })

  it('has a mark on the map, and one of its own in the legend, while something is pinned', async () => {
    const { user } = await visit()
    await user.click(screen.getByRole('tab', { name: 'Heap' }))
    const legend = () => within(screen.getByRole('list', { name: 'What the patterns mean' }))
    expect(legend().queryByText('changed')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Pin' }))
    expect(legend().getByText('changed')).toBeTruthy()
    expect(screen.getByRole('slider', { name: /^Timeline/ }).getAttribute('aria-valuetext')).toBe(
      'Operation 2 of 4; pinned: operation 2',
    )
    await user.keyboard('x')
    expect(legend().queryByText('changed')).toBeNull()
  })

  it('is told the other way round of a moment before the pinned one', async () => {
    const { user } = await visit()
    await user.click(screen.getByRole('button', { name: 'Pin this moment' }))
    await screen.findByRole('heading', { name: 'This is the pinned moment.' })
    await user.keyboard('{Home}')
    await screen.findByRole('heading', { name: /^What is different here, against operation 2, .*later\.$/ })
    expect(group('Chunks').getAllByText(/^gone: was in use/)).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Go to the pin' }))
    await screen.findByRole('heading', { name: 'This is the pinned moment.' })
  })
})
