// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { inspect, openScenario, playFromScratch, programOf, showHand } from '../../../src/state/index.ts'
import HandBar from '../../../src/ui/byhand/HandBar.tsx'
import { LabContext } from '../../../src/ui/context.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'

// The machine that tests may be busy; a person would wait too.
configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** The bar over a program that does nothing yet. */
async function begun(): Promise<TestLab> {
  const test = testLab()
  running.push(test)
  await playFromScratch(test.lab)
  render(
    <LabContext value={test.lab}>
      <HandBar />
    </LabContext>,
  )
  await screen.findByRole('button', { name: 'malloc' })
  return test
}

const size = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Size in bytes' })
const block = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Block' })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const text = ({ lab }: TestLab) => programOf(lab.store.getState())!.files[0]!.text
const writes = (test: TestLab, line: string) => waitFor(() => expect(text(test)).toContain(`  ${line}\n`))

describe('the bar', () => {
  it('has the focus in the size field', async () => {
    await begun()
    expect(document.activeElement).toBe(size())
  })

  it('does all of it with keys and buttons, and takes it back', async () => {
    const test = await begun()
    const empty = text(test)
    await userEvent.type(size(), '24{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 9 })
    await writes(test, 'char *p1 = malloc(24);')
    await waitFor(() => expect(block().value).toBe('p1'))
    await press('calloc')
    await writes(test, 'char *p2 = calloc(4, 24);')
    await waitFor(() => expect(block().value).toBe('p2'))
    await userEvent.selectOptions(block(), 'p1')
    await press('Write …')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Where it is written' }), 'end')
    expect(screen.getByRole('status').textContent).toBe(
      "memset(p1 + 24, 'A', 8); writes 8 bytes past its end.",
    )
    await press('Write')
    await writes(test, "memset(p1 + 24, 'A', 8);")
    await press('realloc')
    await writes(test, 'p1 = realloc(p1, 48);')
    await press('Undo')
    await waitFor(() => expect(text(test)).not.toContain('realloc('))
    await press('Redo')
    await writes(test, 'p1 = realloc(p1, 48);')
    for (let i = 0; i < 4; i++) {
      const before = text(test)
      await press('Undo')
      await waitFor(() => expect(text(test)).not.toBe(before))
    }
    expect(text(test)).toBe(empty)
  })

  it('chooses the block that is clicked on the map, or says why it cannot', async () => {
    const test = await begun()
    await press('malloc')
    await writes(test, 'char *p1 = malloc(100);')
    await waitFor(() => expect(block().value).toBe('p1'))
    const chosen = () => test.lab.store.getState().hand?.end
    await until(() => chosen()?.kind === 'program' && !test.lab.waiting)
    await userEvent.selectOptions(block(), '')
    const end = chosen()
    const address = end?.kind === 'program' ? end.blocks[0]!.chunk.address : 0
    inspect(test.lab, address)
    await waitFor(() => expect(block().value).toBe('p1'))
    inspect(test.lab, address + 4096)
    await screen.findByText(/no variable that main can name at its end points there/)
  })

  it('says why a text cannot be written on, and offers a copy', async () => {
    const test = await begun()
    await openScenario(test.lab, {
      title: 'Generated',
      source: { kind: 'generator', shape: 'uniform', seed: 1, params: { operations: 10 } },
      allocator: { id: 'first-fit', options: {} },
      process: {},
      run: {},
    })
    await screen.findByText(/come from a generator/)
    await press('Play on a copy as a trace')
    await screen.findByRole('button', { name: 'malloc' })
    await press('malloc')
    await waitFor(() => expect(test.lab.store.getState().info?.total).toBe(11))
  })

  it('is left with Escape', async () => {
    const test = await begun()
    fireEvent.keyDown(size(), { key: 'Escape' })
    expect(test.lab.store.getState().hand).toBeNull()
    expect(screen.queryByRole('region', { name: 'By hand' })).toBeNull()
    showHand(test.lab)
    await screen.findByRole('button', { name: 'malloc' })
  })
})
