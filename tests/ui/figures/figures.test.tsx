// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { linkHash } from '../../../src/share/index.ts'
import { start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'
import { traceScenario } from '../../support/scenarios.ts'

const SCENARIO: Scenario = { ...traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40']), title: 'Three blocks' }

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []
afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens the page at the third operation, and its figures. */
async function visitFigures(): Promise<{ test: TestLab; user: ReturnType<typeof userEvent.setup> }> {
  const test = testLab()
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, linkHash({ scenario: SCENARIO, position: { operation: 2, step: 99 }, view: {} }).text)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('tab', { name: 'Figures' }))
  await screen.findByText('After operation 3: heap 216 B')
  return { test, user }
}

const chart = () => screen.getByRole('slider', { name: /^Where each byte goes/ })
const reading = () => chart().getAttribute('aria-valuetext')

describe('the figures', () => {
  it('say where each byte goes at the operation on the screen', async () => {
    await visitFigures()
    expect(reading()).toBe(
      'Operation 3: requested 50 B, tags 16 B, rounding 14 B, split remainder 0 B, holes 128 B, top 0 B, other 8 B',
    )
    expect(screen.getByRole('button', { name: /^holes 128/ })).toBeTruthy()
    await screen.findByRole('img', { name: /^Sizes of blocks. 32–63 bytes asked for: 0 freed, 1 live/ })
  })

  it('are read with the arrow keys, in all charts at once; Enter goes there', async () => {
    const { test, user } = await visitFigures()
    chart().focus()
    await user.keyboard('{ArrowLeft}')
    expect(reading()).toMatch(/^Operation 2: requested 150 B/)
    expect(screen.getByRole('slider', { name: /^Bytes/ }).getAttribute('aria-valuetext')).toMatch(
      /^Operation 2/,
    )
    expect(test.lab.store.getState().position.operation).toBe(2)
    await user.keyboard('{Escape}')
    expect(reading()).toMatch(/^Operation 3/)
    await user.keyboard('{Home}{Enter}')
    await waitFor(() => expect(test.lab.store.getState().moment?.position.operation).toBe(0))
    await user.keyboard('{End}')
    expect(reading()).toMatch(/^Operation 4: requested 90 B/)
  })

  it('light up the chunks of a part on the map, and put the light out', async () => {
    const { test, user } = await visitFigures()
    await user.click(screen.getByRole('button', { name: /^holes/ }))
    const chip = await screen.findByText(/^Lit up/)
    await waitFor(() => expect(chip.textContent).toBe('Lit up: holes, 128 bytes in 1 chunk'))
    expect(screen.getByRole('tab', { name: 'Heap' }).getAttribute('aria-selected')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(test.lab.store.getState().moment?.inspected?.size).toBe(128))
    await user.click(screen.getByRole('button', { name: 'Put out' }))
    expect(screen.queryByText(/^Lit up/)).toBeNull()
  })

  it('light up what they tell of, not a step before it', async () => {
    const { test, user } = await visitFigures()
    await user.keyboard('{Home}')
    await waitFor(() => expect(test.lab.store.getState().moment?.position).toEqual({ operation: 0, step: 0 }))
    await user.click(await screen.findByRole('button', { name: /^requested 100/ }))
    await waitFor(() =>
      expect(screen.getByText(/^Lit up/).textContent).toBe('Lit up: requested, 100 bytes in 1 chunk'),
    )
  })

  it('can be taken along', async () => {
    const { test, user } = await visitFigures()
    for (const format of ['CSV', 'JSON', 'SVG']) {
      await user.click(screen.getByRole('button', { name: 'Export the figures' }))
      await user.click(screen.getByRole('button', { name: new RegExp(`^${format}`) }))
    }
    await waitFor(() => expect(test.downloads).toHaveLength(3))
    const names = test.downloads.map(({ name }) => name).sort()
    expect(names).toEqual([
      'three-blocks-figures.csv',
      'three-blocks-figures.json',
      'three-blocks-figures.svg',
    ])
    const svg = test.downloads.find(({ name }) => name.endsWith('.svg'))!.text
    expect(svg).toContain('First fit · 4 operations · the line is at operation 3')
  })
})
