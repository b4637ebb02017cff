// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { linkHash } from '../../../src/share/index.ts'
import { inspect, pointTo, setInspectorTab, start } from '../../../src/state/index.ts'
import { LabContext } from '../../../src/ui/context.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'
import { traceScenario } from '../../support/scenarios.ts'

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []
beforeEach(() => {
  // Without a layout nothing has a height, and a list of which only what is seen is made would be empty.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Four blocks, of which the first and the third are freed; then one that fits into the third. */
const HOLES = ['a 0 24', 'a 1 16', 'a 2 100', 'a 3 16', 'f 0', 'f 2', 'a 4 100']

async function visit(lines: readonly string[], allocator: string, operation: number, step = 99) {
  const test = testLab()
  running.push(test)
  render(
    <LabContext value={test.lab}>
      <Inspector />
    </LabContext>,
  )
  const scenario = traceScenario(lines, { allocator })
  await start(test.lab, linkHash({ scenario, position: { operation, step }, view: {} }).text)
  const state = () => test.lab.store.getState()
  await waitFor(() => expect(state().moment?.position.operation).toBe(operation))
  return { lab: test.lab, state, user: userEvent.setup() }
}

describe('a chunk under the glass', () => {
  it('has its tags bit by bit', async () => {
    await visit(HOLES, 'segregated', 6)
    const words = await screen.findByRole('list', { name: 'Words of the chunk' })
    const [header] = within(words).getAllByText('0x0000000000000081')
    expect(header!.closest('.word')!.textContent).toContain('size0x80128 bytesbits 4–63')
    expect(header!.closest('.word')!.textContent).toContain('in use1yesbit 0')
  })

  it('lights up the bytes of a word, by pointer and by keys, and the word of a byte', async () => {
    const { user } = await visit(HOLES, 'segregated', 6)
    const name = await screen.findByRole('button', { name: 'header' })
    const lit = () => [...document.querySelectorAll('.hex .is-lit')].map((run) => run.textContent).join(' | ')
    expect(lit()).toBe('')
    fireEvent.focus(name)
    const header = '81 00 00 00 00 00 00 00 | ........'
    expect(lit()).toBe(header)
    fireEvent.blur(name)
    expect(lit()).toBe('')
    await user.click(name)
    fireEvent.blur(name)
    expect(lit()).toBe(header)
    const byte = document.querySelector('.hex td span')!
    fireEvent.pointerOver(byte)
    expect(document.querySelector('.word.is-lit')?.textContent).toContain('header')
  })

  it('writes bytes as gdb does, remembers that, and copies it', async () => {
    const { state, user, lab } = await visit(HOLES, 'segregated', 6)
    const copy = vi.spyOn(lab.services, 'copy')
    await user.click(await screen.findByRole('radio', { name: 'x/gx' }))
    expect(state().hexForm).toBe('giant')
    const bytes = screen.getByRole('table', { name: 'Bytes of the chunk' })
    expect(within(bytes).getAllByRole('row')[0]!.textContent).toMatch(/0x0000000000000081/)
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(copy.mock.calls[0]![0]).toMatch(/^x\/16gx 0x[0-9a-f]+\n0x[0-9a-f]+:\t0x0000000000000081\t0x/)
  })

  it('tells who made it and what was there before, each a way to that moment', async () => {
    const { state, user } = await visit(HOLES, 'segregated', 6)
    await screen.findByText('p[4] = malloc(100)')
    await screen.findByText('made in this operation')
    await user.click(screen.getByRole('button', { name: 'p[2], 100 bytes, operations 3 to 6' }))
    await waitFor(() => expect(state().moment?.position.operation).toBe(2))
  })

  it('leads on to its neighbours, and along its list', async () => {
    const { lab, state, user } = await visit(
      ['a 0 24', 'a 1 16', 'a 2 24', 'a 3 16', 'f 0', 'f 2'],
      'segregated',
      5,
    )
    const here = () => state().moment!.inspected!.chunk
    const freed = here()
    const press = async (name: RegExp) => {
      const button = await screen.findByRole<HTMLButtonElement>('button', { name })
      await waitFor(() => expect(button.disabled).toBe(false))
      await user.click(button)
    }
    await press(/^Next entry of the list/)
    await waitFor(() => expect(here()).toBeLessThan(freed))
    await press(/^Entry before in the list/)
    await waitFor(() => expect(here()).toBe(freed))
    await press(/^Chunk in front/)
    await waitFor(() => expect(state().moment!.inspected!.name).toBe('p[1]'))
    inspect(lab, freed)
    await waitFor(() => expect(here()).toBe(freed))
    // A link of the chunk is a way as well.
    const [link] = await screen.findAllByTitle('Look at the chunk there')
    await user.click(link!)
    await waitFor(() => expect(here()).toBeLessThan(freed))
  })
})

/** So many blocks, of which every other one is freed. */
function manyHoles(blocks: number): string[] {
  const lines = Array.from({ length: blocks }, (_, i) => `a ${i} ${16 + (i % 2) * 24}`)
  for (let i = 1; i < blocks; i += 2) lines.push(`f ${i}`)
  return lines
}

const LISTS = /^Free chunks in search order/

describe('the free lists', () => {
  it('hold thousands of chunks, of which few are in the page', async () => {
    const lines = manyHoles(6000)
    const { lab, state } = await visit(lines, 'explicit-lifo', lines.length - 1)
    setInspectorTab(lab, 'list')
    const list = await screen.findByRole('listbox', { name: LISTS })
    expect(state().moment!.lists!.chunk).toHaveLength(3000)
    const shown = within(list).getAllByRole('option').length
    expect(shown).toBeGreaterThan(10)
    expect(shown).toBeLessThan(60)
    expect(screen.getByRole('status').textContent).toBe('3,000 chunks')
  })

  it('follow the search', async () => {
    const { lab } = await visit(HOLES, 'explicit-lifo', 6, 2)
    setInspectorTab(lab, 'list')
    const list = await screen.findByRole('listbox', { name: LISTS })
    await within(list).findByRole('option', { name: /place 1.*looking: / })
  })

  it('are walked by arrow keys, which point at the map, and answer it', async () => {
    const { lab, state, user } = await visit(HOLES.slice(0, 6), 'explicit-lifo', 5)
    setInspectorTab(lab, 'list')
    const list = await screen.findByRole('listbox', { name: LISTS })
    const [first, second] = state().moment!.lists!.chunk
    list.focus()
    await user.keyboard('{ArrowDown}')
    expect(state().pointed).toBe(first)
    await user.keyboard('{ArrowDown}')
    expect(state().pointed).toBe(second)
    const active = document.getElementById(list.getAttribute('aria-activedescendant')!)
    expect(active?.textContent).toMatch(/place 2: /)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(state().moment!.inspected!.chunk).toBe(second))
    setInspectorTab(lab, 'list')
    const again = await screen.findByRole('listbox', { name: LISTS })
    pointTo(lab, first!)
    await waitFor(() => expect(again.querySelector('.pointed')?.textContent).toContain('1'))
  })

  it('fold empty lists into a line, and can be told by size', async () => {
    const { lab, user } = await visit(HOLES.slice(0, 6), 'segregated', 5)
    setInspectorTab(lab, 'list')
    await screen.findByRole('listbox', { name: LISTS })
    expect(screen.getByText(/lists are empty$/)).toBeTruthy()
    await user.type(screen.getByRole('spinbutton'), '100')
    expect(screen.getByRole('status').textContent).toMatch(/ of /)
    expect(screen.queryByRole('option', { name: /^48 bytes, place/ })).toBeNull()
  })

  it('are the chunks that were looked at where an allocator keeps none', async () => {
    const { lab } = await visit(HOLES, 'first-fit', 6)
    setInspectorTab(lab, 'list')
    await screen.findByText(/^This allocator keeps no list/)
    expect(
      await screen.findAllByRole('option', { name: /^Looked at by this search, place/ }),
    ).not.toHaveLength(0)
  })

  it('say where they go wrong', async () => {
    // Written past its end, the first block spoils the links of the free chunk behind it.
    const lines = ['a 0 24', 'a 1 24', 'a 2 24', 'a 3 24', 'f 3', 'f 1', `w 0 32 ${'41'.repeat(24)}`]
    const { lab } = await visit(lines, 'segregated', 6)
    setInspectorTab(lab, 'list')
    await screen.findByRole('option', { name: /^Damaged here: / })
  })
})
