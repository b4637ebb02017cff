// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { linkHash } from '../../src/share/index.ts'
import { openScenario, start } from '../../src/state/index.ts'
import { App } from '../../src/ui/App.tsx'
import { type TestLab, testLab } from '../support/lab.ts'

const SCENARIO: Scenario = {
  title: 'Three blocks',
  source: { kind: 'trace', name: 'three.rep', text: 'a 0 100\na 1 50\nf 0\na 2 40\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

vi.mock('../../src/ui/source/editing/Field.tsx', () => import('../support/plain-field.tsx'))

// The machine that tests may be busy; a person would wait too.
configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens the page as a person would: with a link, or on a first visit. */
async function visit(hash = '', wishes: Parameters<typeof testLab>[0] = {}): Promise<TestLab> {
  const test = testLab(wishes)
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, hash)
  await screen.findByText(/^Operation/)
  return test
}

function linkTo(scenario: Scenario, operation: number): string {
  return linkHash({ scenario, position: { operation, step: 1 }, view: {} }).text
}

/** "Operation 5 of 7 · step 4 of 6" as it stands on the page. */
const where = () => screen.getByText(/^Operation/).textContent
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more })

describe('the page', () => {
  it('begins with the first example, just before its split, and the tour', async () => {
    await visit()
    await waitFor(() => expect(where()).toContain('Operation 10 of 15 · step 3'))
    await screen.findByRole('dialog', { name: 'Tour, 1 of 5' })
    expect(screen.getByRole('button', { name: 'Scenario: A heap in seven lines' })).toBeTruthy()
    await waitFor(() =>
      expect(document.querySelector('.sentence')?.textContent).toContain('It takes the chunk'),
    )
  })

  it('steps with the arrow keys, and by operations with shift', async () => {
    await visit(linkTo(SCENARIO, 3))
    await waitFor(() => expect(where()).toMatch(/Operation 4 of 4 · step 1/))
    press('ArrowRight')
    await waitFor(() => expect(where()).toContain('step 2'))
    press('ArrowLeft')
    await waitFor(() => expect(where()).toContain('step 1'))
    press('ArrowLeft', { shiftKey: true })
    await waitFor(() => expect(where()).toContain('Operation 3'))
    press('Home')
    await waitFor(() => expect(where()).toMatch(/Operation 1 of 4 · step 0/))
    press('PageDown')
    await waitFor(() => expect(where()).toContain('step 1'))
  })

  it('leaves keys alone while somebody types', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 3))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await screen.findByRole('textbox', { name: 'Trace' })
    await user.keyboard('{ArrowLeft}{Home} ')
    expect(where()).toMatch(/Operation 4 of 4 · step 1/)
    expect((screen.getByRole('textbox', { name: 'Trace' }) as HTMLTextAreaElement).value).toContain(' ')
  })

  it('tells the map in words', async () => {
    await visit(linkTo(SCENARIO, 3))
    const heading = await screen.findByText(/^Chunks on the map/)
    const list = heading.nextElementSibling as HTMLElement
    await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(2))
    expect(list.textContent).toContain('p[1], 50 asked for')
  })

  it('marks the line that runs', async () => {
    await visit(linkTo(SCENARIO, 2))
    await waitFor(() => expect(document.querySelector('[aria-current="step"]')?.textContent).toBe('3f 0'))
  })

  it('shows its keys on ? and closes the dialog', async () => {
    await visit(linkTo(SCENARIO, 0))
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull())
  })
})

describe('choosing', () => {
  it('picks an allocator and runs again at the same operation', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 3))
    await user.click(screen.getByRole('button', { name: /^Allocator/ }))
    await user.click(screen.getByRole('button', { name: /^Best fit/ }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Allocator: Best fit' })).toBeTruthy())
    await waitFor(() => expect(where()).toContain('Operation 4 of 4'))
  })

  it('changes an option, and says why one is not allowed', async () => {
    const user = userEvent.setup()
    const { lab } = await visit(linkTo(SCENARIO, 3))
    await user.click(screen.getByRole('button', { name: /^Allocator/ }))
    await user.selectOptions(screen.getByLabelText('Alignment'), '32')
    await waitFor(() => expect(lab.store.getState().scenario?.allocator.options).toEqual({ alignment: '32' }))
    const split = screen.getByLabelText('Split from')
    await user.clear(split)
    await user.type(split, '13')
    expect(await screen.findByText('split is a multiple of 8')).toBeTruthy()
    await user.clear(split)
    await user.type(split, '64{Enter}')
    await waitFor(() =>
      expect(lab.store.getState().scenario?.allocator.options).toEqual({ alignment: '32', split: 64 }),
    )
    await user.click(screen.getByRole('button', { name: /^Reset to/ }))
    await waitFor(() => expect(lab.store.getState().scenario?.allocator.options).toEqual({}))
  })

  it('opens an example from the gallery', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 0))
    await user.click(screen.getByRole('button', { name: /^Scenario/ }))
    await user.click(screen.getByRole('button', { name: /^Lessons/ }))
    await user.click(await screen.findByRole('button', { name: /The four cases of free/ }))
    await screen.findByRole('button', { name: 'Scenario: The four cases of free' })
    expect(await screen.findByRole('region', { name: 'What to look at' })).toBeTruthy()
  })
})

describe('editing', () => {
  it('says where a line is wrong and keeps what was typed', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 0))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const field = screen.getByRole('textbox', { name: 'Trace' }) as HTMLTextAreaElement
    await user.clear(field)
    await user.type(field, 'a 0 10{Enter}q 1 2')
    await user.click(screen.getByRole('button', { name: 'Run' }))
    expect(await screen.findByText(/^Line 2, column \d/)).toBeTruthy()
    expect((screen.getByRole('textbox', { name: 'Trace' }) as HTMLTextAreaElement).value).toBe(
      'a 0 10\nq 1 2',
    )
  })

  it('runs a trace with Ctrl+Enter and goes back to the lines', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 0))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const field = screen.getByRole('textbox', { name: 'Trace' })
    await user.clear(field)
    await user.type(field, 'a 0 10{Enter}f 0')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(where()).toContain('of 2'))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Trace' })).toBeNull())
  })
})

describe('trouble', () => {
  it('says that the worker died, and comes back to the same moment', async () => {
    const test = await visit(linkTo(SCENARIO, 3))
    await waitFor(() => expect(where()).toContain('step 1'))
    test.kill('Out of memory.')
    expect((await screen.findByRole('alert')).textContent).toContain('started again. Out of memory.')
    await waitFor(() => expect(where()).toMatch(/Operation 4 of 4 · step 1/))
  })

  it('says why a link cannot be opened, and opens something all the same', async () => {
    await visit(`${linkTo(SCENARIO, 3).slice(0, -6)}AAAAAA`)
    expect((await screen.findByRole('alert')).textContent).toContain('This link cannot be opened')
    expect(where()).toContain('Operation')
  })

  it('shows the lines of a trace that cannot be read, and why', async () => {
    const test = await visit(linkTo(SCENARIO, 0))
    const source = { kind: 'trace', name: 'bad.rep', text: 'hello\nworld\n' } as const
    await openScenario(test.lab, { ...SCENARIO, source })
    expect((await screen.findByRole('alert')).textContent).toContain('Line 1, column 1')
    expect(await screen.findByText('world')).toBeTruthy()
  })

  it('offers a file where a link would be too long', async () => {
    const user = userEvent.setup()
    const sizes = Array.from({ length: 9000 }, (_, i) => `a ${i} ${(i * 7919) % 9973}`).join('\n')
    const test = await visit(linkTo(SCENARIO, 0))
    await openScenario(test.lab, {
      ...SCENARIO,
      source: { kind: 'trace', name: 'long.rep', text: `${sizes}\n` },
    })
    await waitFor(() => expect(where()).toContain('of 9,000'))
    await user.click(screen.getByRole('button', { name: 'Share' }))
    const dialog = await screen.findByRole('dialog', { name: 'Share this moment' })
    await user.click(within(dialog).getByRole('button', { name: 'Download the file' }))
    expect(test.downloads[0]?.name).toBe('three-blocks.heaplab.json')
  })

  it('goes to the line whose number is clicked', async () => {
    const user = userEvent.setup()
    await visit(linkTo(SCENARIO, 0))
    await user.click(await screen.findByTitle('Go to line 3'))
    await waitFor(() => expect(where()).toContain('Operation 3 of 4'))
  })

  it('says above the map that the heap is damaged', async () => {
    const test = await visit(linkTo(SCENARIO, 0))
    const text = `a 0 24\na 1 24\nw 0 0 ${'41'.repeat(41)}\nf 1\n`
    await openScenario(test.lab, { ...SCENARIO, source: { kind: 'trace', name: 'over.rep', text } })
    press('End')
    expect((await screen.findByText('The heap is damaged.')).closest('p')?.textContent).toContain('checker')
  })
})
