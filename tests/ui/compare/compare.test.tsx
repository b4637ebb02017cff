// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { openScenario, stopComparing } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'

/** First fit takes the larger hole at the end, best fit the other. */
const HOLES = trace('a 0 200\na 1 16\na 2 80\na 3 16\nf 0\nf 2\na 4 72\n')

function trace(text: string): Scenario {
  return scenarioOf({ kind: 'trace', name: 'x.rep', text })
}

function scenarioOf(source: Scenario['source']): Scenario {
  return {
    title: 'Holes',
    source,
    allocator: { id: 'first-fit', options: {} },
    process: {},
    run: { leaks: false },
  }
}

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) {
    stopComparing(lab)
    lab.client.close()
  }
})

async function comparing(scenario: Scenario, ...names: string[]): Promise<TestLab> {
  const user = userEvent.setup()
  const test = testLab()
  running.push(test)
  render(<App lab={test.lab} />)
  await openScenario(test.lab, scenario)
  fireEvent.keyDown(document.body, { key: 'v' })
  await screen.findByRole('heading', { name: 'Compare' })
  const view = screen.getByRole('region', { name: 'Comparison' })
  for (const name of names) {
    const add = within(view).queryByRole('button', { name: 'Add an allocator' })
    if (add !== null) await user.click(add)
    const list = await within(view).findByRole('list', { name: 'Allocators to compare with' })
    await user.click(within(list).getAllByRole('button', { name: new RegExp(`^${name}`) })[0]!)
  }
  return test
}

describe('the comparison', () => {
  it('invites to choose an allocator, and shows both heaps and where they part', async () => {
    const { lab } = await comparing(HOLES, 'Best fit')
    const line = await screen.findByText('Operation 7: First fit answers heap + 16, Best fit heap + 272.')
    for (const name of ['First fit', 'Best fit'])
      await within(screen.getByRole('article', { name })).findByText(/^operation/)
    expect(line.closest('li')?.textContent).toContain('They part company.')
    await userEvent.click(screen.getByRole('button', { name: 'Go to operation 7' }))
    await waitFor(() =>
      expect(screen.getByRole('article', { name: 'Best fit' }).textContent).toContain('operation 7'),
    )
    expect(lab.store.getState().position.operation).toBe(6)
  })

  it('tells a chunk of a rival, and looks closer: the allocators change places', async () => {
    const { lab } = await comparing(HOLES, 'Best fit')
    await userEvent.click(await screen.findByRole('button', { name: 'Go to operation 7' }))
    const rival = () => within(screen.getByRole('article', { name: 'Best fit' }))
    await waitFor(() =>
      expect(screen.getByRole('article', { name: 'Best fit' }).textContent).toContain('operation 7'),
    )
    fireEvent.keyDown(rival().getByRole('img', { name: /^Heap map of Best fit/ }), { key: 'Enter' })
    const card = within(await rival().findByRole('region', { name: 'Chunk' }))
    expect(card.getByText(/96 bytes, in use, p\[4\], 72 asked for\./)).toBeTruthy()
    fireEvent.click(card.getByRole('button', { name: 'Chunk after' }))
    expect(card.getByText(/in use, p\[3\]/)).toBeTruthy()
    fireEvent.click(card.getByRole('button', { name: 'Chunk before' }))
    const { position } = lab.store.getState()
    fireEvent.click(card.getByRole('button', { name: 'Look closer' }))
    await waitFor(() => expect(lab.store.getState().scenario?.allocator.id).toBe('best-fit'))
    await waitFor(() => expect(lab.store.getState().moment?.inspected?.requested).toBe(72))
    expect(lab.store.getState().position.operation).toBe(position.operation)
    expect(lab.store.getState().comparison?.rivals.map(({ allocator }) => allocator.id)).toEqual([
      'first-fit',
    ])
    await screen.findByText('Operation 7: Best fit answers heap + 272, First fit heap + 16.')
  })

  it('says in words what is best', async () => {
    await comparing(HOLES, 'Best fit')
    const table = await screen.findByRole('table', { name: 'Whole run' })
    const row = (name: string) => within(table).getByRole('row', { name: new RegExp(`^${name}`) })
    await waitFor(() => expect(row('Probes per call, most').textContent).toContain('best'))
    expect(row('Failed calls').textContent).not.toContain('best')
  })

  it('takes an allocator out, and leaves', async () => {
    const { lab } = await comparing(HOLES, 'Best fit', 'Next fit')
    await userEvent.click(await screen.findByRole('button', { name: 'Take Next fit out' }))
    expect(screen.queryByRole('article', { name: 'Next fit' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Leave/ }))
    expect(screen.queryByRole('region', { name: 'Comparison' })).toBeNull()
    expect(lab.rivals.size).toBe(0)
    await screen.findByRole('tab', { name: 'Heap' })
  })

  it('changes the options of one', async () => {
    await comparing(HOLES, 'Best fit')
    await userEvent.click(await screen.findByRole('button', { name: 'Options of Best fit' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Placement' }), 'first')
    await screen.findByText('First fit and First fit never part: 7 calls, all answered alike.')
  })

  it('says why a program with a malloc of its own is not compared', async () => {
    const text = '#include <stdlib.h>\nvoid *malloc(size_t n) { return 0; }\nint main(void) { return 0; }\n'
    await comparing(scenarioOf({ kind: 'c', files: [{ name: 'own.c', text }], input: '' }))
    await screen.findByText(/^This program brings its own malloc/)
    expect(screen.queryByRole('list', { name: 'Allocators to compare with' })).toBeNull()
  })

  it('tells of a worker that stopped, and starts another', async () => {
    const test = await comparing(HOLES, 'Best fit')
    await screen.findByText('Operation 7: First fit answers heap + 16, Best fit heap + 272.')
    test.kill('no memory')
    await screen.findByText('Its worker stopped: no memory.')
    await userEvent.click(screen.getByRole('button', { name: 'Start it again' }))
    await waitFor(() => expect(screen.queryByText('Its worker stopped: no memory.')).toBeNull())
    await screen.findByText('Operation 7: First fit answers heap + 16, Best fit heap + 272.')
  })
})
