// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepScenarios, openScenario, showDialog } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { dateWords, headWords, importedWords, roomWords } from '../../../src/ui/kept/words.ts'
import { lineSpan, programLab, programOf, viewAt } from '../../support/program-lab.ts'
import { TestShelf } from '../../support/shelf.ts'

vi.mock('../../../src/ui/source/editing/Field.tsx', () => import('../../support/plain-field.tsx'))

configure({ asyncUtilTimeout: 15_000 })

const MAIN = 'int main(void) { return 0; }\n'
const SCRIPT = { statements: [viewAt(lineSpan('main.c', MAIN, 1))] }
const running: ReturnType<typeof programLab>[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** The page with the dialog open, and scenarios of these names kept, the last one open. */
async function visit(titles: readonly string[], shelf = new TestShelf()) {
  const { lab } = programLab(SCRIPT, { shelf })
  running.push({ lab } as ReturnType<typeof programLab>)
  keepScenarios(lab)
  render(<App lab={lab} />)
  for (const title of titles) {
    await openScenario(lab, { ...programOf({ 'main.c': `${MAIN}// ${title}\n` }), title })
    await waitFor(() => expect(shelf.titles[0]).toBe(title))
  }
  showDialog(lab, { kind: 'kept' })
  const dialog = within(await screen.findByRole('dialog', { name: 'My scenarios' }))
  return { lab, shelf, dialog, user: userEvent.setup() }
}

describe('my scenarios', () => {
  it('are listed, newest first, and opened by their names', async () => {
    const { lab, dialog, user } = await visit(['one', 'two'])
    const entries = () => dialog.getAllByRole('listitem').map((item) => item.querySelector('b')?.textContent)
    await waitFor(() => expect(entries()).toEqual(['two', 'one']))
    expect(dialog.getByRole('button', { name: /^two/ }).getAttribute('aria-current')).toBe('true')
    await user.click(dialog.getByRole('button', { name: /^one/ }))
    await waitFor(() => expect(lab.store.getState().scenario?.title).toBe('one'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('get other names, and come back after they were deleted', async () => {
    const { shelf, dialog, user } = await visit(['one'])
    await user.click(await dialog.findByRole('button', { name: 'Rename one' }))
    await user.clear(dialog.getByRole('textbox', { name: 'Name of the scenario' }))
    await user.keyboard('First{Enter}')
    await user.click(await dialog.findByRole('button', { name: 'Delete First' }))
    const undo = await dialog.findByRole('button', { name: 'Undo' })
    expect(shelf.titles).toEqual([])
    expect(document.activeElement).toBe(undo)
    await dialog.findByText(/^Nothing yet/)
    await user.click(undo)
    await dialog.findByRole('button', { name: /^First/ })
  })

  it('are told of where nothing can be kept', async () => {
    const shelf = new TestShelf()
    shelf.trouble = 'broken'
    const { dialog } = await visit([], shelf)
    await dialog.findByText(/^This browser keeps nothing/)
  })
})

describe('words', () => {
  const head = {
    id: 'a',
    title: 'A',
    saved: 0,
    kind: 'c',
    size: 1200,
    revision: 1,
    digest: '',
    unrun: true,
  } as const

  it('say what is kept, when, and how much room there is', () => {
    expect(headWords(head, 'today 09:05')).toBe('C program · 1,200 B · today 09:05 · not run yet')
    const noon = new Date(2026, 2, 1, 12).getTime()
    expect(dateWords(new Date(2026, 2, 1, 9, 5).getTime(), noon)).toBe('today 09:05')
    expect(dateWords(new Date(2026, 1, 28, 9, 5).getTime(), noon)).toBe('28 Feb 2026 09:05')
    expect(roomWords([head], null)).toBe('1 scenario, 1,200 B.')
    expect(roomWords([head], { used: 2048, allowed: 2 ** 30 })).toBe(
      '1 scenario, 1,200 B. This page uses 2,048 B of the 1.0 GiB that the browser allows it.',
    )
  })

  it('say what came of reading a file in', () => {
    expect(importedWords({ added: 2, known: 1, unreadable: 1 })).toBe(
      '2 scenarios added. 1 was here already. 1 could not be read.',
    )
    expect(importedWords(null)).toMatch(/^That is no file/)
  })
})
