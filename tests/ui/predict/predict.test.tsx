// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { linkHash } from '../../../src/share/index.ts'
import { start, startComparing } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'

const HOLES: Scenario = {
  title: 'Holes',
  source: { kind: 'trace', name: 'h.rep', text: 'a 0 200\na 1 40\na 2 100\na 3 40\nf 0\nf 2\na 4 90\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

// The machine that tests may be busy; a person would wait too.
configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens the page with a link to the end of an operation, counted from 0. */
async function visit(operation: number, scenario = HOLES, predict = true): Promise<TestLab> {
  const test = testLab()
  running.push(test)
  render(<App lab={test.lab} />)
  const view: Record<string, boolean> = predict ? { predict } : {}
  await start(test.lab, linkHash({ scenario, position: { operation, step: 99 }, view }).text)
  await waitFor(() => expect(where()).toContain(`Operation ${operation + 1} of`))
  return test
}

const where = () => screen.getByText(/^Operation/).textContent
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const question = () => screen.findByRole('region', { name: 'Prediction' })

describe('a question about a place', () => {
  it('stands where the sentence stands, has the focus, and hides how many steps come', async () => {
    await visit(5)
    press('ArrowRight')
    const asked = await question()
    expect(asked.textContent).toContain('Where will the block of p[4] = malloc(90) land?')
    await waitFor(() => expect(document.activeElement).toBe(asked))
    expect(where()).toBe('Operation 7 of 7 · step 0')
    expect(asked.querySelector('[aria-live="polite"]')?.textContent).toContain('Where will the block')
  })

  it('is answered by the keys: there, told, and on', async () => {
    await visit(5)
    press('ArrowRight')
    const asked = await question()
    await waitFor(() => expect(document.activeElement).toBe(asked))
    press('ArrowRight')
    await within(asked).findByText(/The free chunk of 224 bytes at/)
    press('Enter')
    await screen.findByText('Right.')
    expect(asked.textContent).toContain('First fit has looked at 1 chunk. It takes the chunk at')
    expect(asked.textContent).toContain('1 of 1 right')
    expect(where()).toMatch(/step 0 of \d/)
    press('Enter')
    await waitFor(() => expect(where()).toContain('step 1'))
    expect(screen.queryByRole('region', { name: 'Prediction' })).toBeNull()
  })

  it('is answered by buttons, and tells what was wrong', async () => {
    const user = userEvent.setup()
    await visit(5)
    await user.click(screen.getByRole('button', { name: 'Step forward' }))
    await question()
    await user.click(screen.getByRole('button', { name: 'New memory from the kernel' }))
    const told = await question()
    expect(told.textContent).toContain('Not so.')
    expect(told.textContent).toContain('There is room in what the allocator has.')
    expect(told.textContent).toContain('0 of 1 right')
    await user.click(screen.getByRole('button', { name: /^Watch it/ }))
    await waitFor(() => expect(where()).toContain('step 1'))
  })

  it('is skipped by a key, and does not count', async () => {
    await visit(5)
    press('ArrowRight')
    await question()
    press('s')
    expect((await screen.findByText('The answer:')).parentElement?.textContent).not.toContain('right')
  })
})

describe('a question about the free list', () => {
  it('has answers with numbers, and marks the right one', async () => {
    await visit(4, { ...HOLES, allocator: { id: 'explicit-lifo', options: {} } })
    press('ArrowRight')
    const asked = await question()
    expect(asked.textContent).toContain('What will the free list be after free(p[2])?')
    const buttons = within(within(asked).getByRole('list')).getAllByRole('button')
    expect(buttons.length).toBeGreaterThan(1)
    press(String(buttons.length))
    await screen.findByText(/^(Right|Not so)\.$/)
    const right = within(asked).getByText(', which is right').parentElement
    expect(right?.textContent).toMatch(/^.*128 bytes at 0x[0-9a-f]+, then 224 bytes at/)
    press('ArrowRight')
    await waitFor(() => expect(where()).toContain('step 1'))
  })
})

describe('while a question is open', () => {
  /** Something is found at the operation asked about or behind it, and before it too. */
  const found = (text: string, id: string): Scenario => ({
    ...HOLES,
    source: { kind: 'trace', name: 'f.rep', text },
    allocator: { id, options: {} },
  })
  const BEFORE = 'a 0 200\na 1 40\na 2 100\na 3 40\nf 0\nf 0\n'

  it.each([
    ['place', 'first-fit', 'a 4 90\nf 1\nf 1\n', 'Where will the block'],
    ['list', 'explicit-lifo', 'f 2\nf 2\nf 2\n', 'What will the free list be'],
    ['merge', 'segregated', 'f 2\nf 2\nf 2\n', 'What becomes of the chunk'],
  ])('%s: nothing on the page tells what comes', async (_kind, id, rest, words) => {
    const { lab } = await visit(5, found(BEFORE + rest, id))
    await waitFor(() => expect(lab.store.getState().info?.complete).toBe(true))
    const findings = () => screen.getByRole('tab', { name: /^Findings/ })
    const all = lab.store.getState().info!.findingCount
    expect(findings().textContent).toBe(`Findings ${all}`)
    expect(screen.getByText('utilization')).toBeTruthy()
    press('ArrowRight')
    expect((await question()).textContent).toContain(words)
    expect(findings().textContent).toBe('Findings 1')
    fireEvent.click(findings())
    const list = screen.getByRole('tabpanel', { name: /^Findings/ })
    expect(await within(list).findAllByRole('button', { name: /· operation/ })).toHaveLength(1)
    expect(screen.queryByText('utilization')).toBeNull()
    fireEvent.click(screen.getByRole('tab', { name: 'Figures' }))
    await screen.findByText(/would give the answer away/)
    press('s')
    await screen.findByText('The answer:')
    expect(findings().textContent).toBe(`Findings ${all}`)
  })

  it('a comparison tells neither where they part nor how it ends', async () => {
    const { lab } = await visit(5)
    startComparing(lab, [{ id: 'best-fit', options: {} }])
    await screen.findByRole('table', { name: 'Whole run' })
    await screen.findByText(/First fit answers heap \+/)
    press('ArrowRight')
    await question()
    expect(screen.queryByRole('table', { name: 'Whole run' })).toBeNull()
    expect(screen.queryByText(/answers heap \+/)).toBeNull()
    press('s')
    await screen.findByText(/First fit answers heap \+/)
  })
})

describe('switching it', () => {
  it('goes by a key and by a button', async () => {
    const user = userEvent.setup()
    await visit(5, HOLES, false)
    const button = screen.getByRole('button', { name: 'Predict' })
    expect(button.getAttribute('aria-pressed')).toBe('false')
    press('q')
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('true'))
    await user.click(button)
    expect(button.getAttribute('aria-pressed')).toBe('false')
    press('ArrowRight')
    await waitFor(() => expect(where()).toContain('Operation 7 of 7 · step 1'))
  })

  it('tells its keys', async () => {
    await visit(5)
    press('?')
    await screen.findByRole('heading', { name: 'While a question is open' })
  })
})
