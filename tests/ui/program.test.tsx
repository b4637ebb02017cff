// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { openScenario, seek } from '../../src/state/index.ts'
import { App } from '../../src/ui/App.tsx'
import { lineSpan, programLab, programOf, type Script, variable, viewAt } from '../support/program-lab.ts'

vi.mock('../../src/ui/source/editing/Field.tsx', () => import('../support/plain-field.tsx'))

configure({ asyncUtilTimeout: 15_000 })

const MAIN = `#include "list.h"

int main(void) {
  char *p = malloc(24);
  push(p);
  free(p);
  return 0;
}
`
const LIST = 'void push(char *q) {\n  q[0] = 1;\n}\n'
const PROGRAM = programOf({ 'main.c': MAIN, 'list.c': LIST })

/** The program's run: malloc, a call into list.c, free. */
const SCRIPT: Script = {
  picture: '[48](32)<4000>',
  statements: [
    viewAt(lineSpan('main.c', MAIN, 4)),
    viewAt(lineSpan('main.c', MAIN, 5), {
      output: [
        { stream: 'stdout', text: 'hello\n' },
        { stream: 'stderr', text: 'careful\n' },
      ],
    }),
    viewAt(lineSpan('list.c', LIST, 2), {
      stack: [
        {
          function: 'push',
          file: 'list.c',
          line: 2,
          address: 0x7fe0,
          variables: [
            variable('q', 'char *', '0x1008', { target: 0x1008 }),
            variable('stale', 'char *', '0x1038', { target: 0x1038 }),
            variable('pair', 'struct pair', '{left = 1}', {
              changed: true,
              parts: [variable('left', 'int', '1')],
            }),
          ],
        },
        { function: 'main', file: 'main.c', line: 5, address: 0x7ff0, variables: [] },
      ],
      globals: [variable('count', 'int', '3')],
    }),
    viewAt(lineSpan('main.c', MAIN, 6)),
  ],
}

const running: ReturnType<typeof programLab>[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

async function visit(script = SCRIPT, scenario: Scenario = PROGRAM) {
  const test = programLab(script)
  running.push(test)
  render(<App lab={test.lab} />)
  await openScenario(test.lab, scenario)
  return test
}

const where = () => screen.getByText(/^Operation/).textContent
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more })
const lineNow = () => document.querySelector('[aria-current="step"]')
const tab = (name: string | RegExp) => screen.getByRole('tab', { name })
const isChosen = (name: string | RegExp) => tab(name).getAttribute('aria-selected') === 'true'

describe('the text of a program', () => {
  it('marks the statement, to the column', async () => {
    await visit()
    await waitFor(() => expect(lineNow()?.textContent).toContain('char *p = malloc(24);'))
    const marked = [...lineNow()!.querySelectorAll('.marked')].map((word) => word.textContent).join('')
    expect(marked).toBe('char *p = malloc(24);')
  })

  it('brings the file of the statement to the front, and marks where its caller waits', async () => {
    const { lab } = await visit()
    seek(lab, { operation: 2, step: 0 })
    await waitFor(() => expect(isChosen('list.c')).toBe(true))
    fireEvent.click(tab('main.c'))
    await waitFor(() => expect(document.querySelector('.caller')?.textContent).toContain('push(p);'))
    fireEvent.click(screen.getByRole('button', { name: /^The run is at/ }))
    await waitFor(() => expect(isChosen('list.c')).toBe(true))
  })

  it('keeps another file in front if a person has chosen it', async () => {
    const { lab } = await visit()
    fireEvent.click(await screen.findByRole('tab', { name: 'list.c' }))
    press('n')
    await waitFor(() => expect(where()).toContain('Operation 2'))
    expect(isChosen('list.c')).toBe(true)
    expect(lab.store.getState().fileChoice?.file).toBe('list.c')
  })
})

describe('stepping', () => {
  it.each([
    ['n', {}, { how: 'over', backwards: false }],
    ['F10', {}, { how: 'over', backwards: false }],
    ['s', {}, { how: 'into', backwards: false }],
    ['F11', { shiftKey: true }, { how: 'out', backwards: false }],
    ['m', {}, { how: 'call', backwards: false }],
    ['N', { shiftKey: true }, { how: 'over', backwards: true }],
    ['O', { shiftKey: true }, { how: 'out', backwards: true }],
  ])('with %s %j goes %j', async (key, more, expected) => {
    const { walks } = await visit()
    press('End')
    press('Home')
    await waitFor(() => expect(where()).toMatch(/Operation 1 of 4 · step 0/))
    press(key, more)
    await waitFor(() => expect(walks).toEqual([{ from: 0, ...expected }]))
  })

  it('stops before the statement runs', async () => {
    await visit()
    await waitFor(() => expect(where()).toContain('Operation 1'))
    fireEvent.click(screen.getByRole('button', { name: 'Statement over' }))
    await waitFor(() => expect(where()).toMatch(/Operation 2 of 4 · step 0/))
  })

  it('stops at breakpoints, and at the end where there are no more', async () => {
    await visit()
    fireEvent.click(await screen.findByRole('button', { name: 'Breakpoint on line 6' }))
    press('c')
    await waitFor(() => expect(where()).toMatch(/Operation 4 of 4 · step 0/))
    press('c')
    expect(await screen.findByText('At the end.')).toBeTruthy()
    press('C', { shiftKey: true })
    await waitFor(() => expect(where()).toMatch(/Operation 1 of 4 · step 0/))
  })

  it('sets a breakpoint where the run is, and runs to a line', async () => {
    const { lab } = await visit()
    await waitFor(() => expect(lineNow()).toBeTruthy())
    press('b')
    expect(lab.store.getState().breakpoints).toEqual([{ file: 'main.c', line: 4 }])
    press('F9')
    expect(lab.store.getState().breakpoints).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Run to line 6' }))
    await waitFor(() => expect(where()).toContain('Operation 4'))
  })

  it('chooses a line with the arrows where the text has the focus', async () => {
    const { lab } = await visit()
    await waitFor(() => expect(lineNow()).toBeTruthy())
    const text = screen.getByRole('region', { name: /^main.c, 9 lines/ })
    fireEvent.keyDown(text, { key: 'ArrowDown' })
    fireEvent.keyDown(text, { key: 'b' })
    expect(lab.store.getState().breakpoints).toEqual([{ file: 'main.c', line: 5 }])
    fireEvent.keyDown(text, { key: 'Enter' })
    await waitFor(() => expect(where()).toContain('Operation 2'))
  })
})

describe('variables', () => {
  async function inPush() {
    const test = await visit()
    seek(test.lab, { operation: 2, step: 1 })
    await screen.findByRole('region', { name: 'Frame of push' })
    return test
  }

  it('stand in their frames, the innermost first, and are marked where they changed', async () => {
    await inPush()
    const frames = screen.getAllByRole('region', { name: /^Frame of/ }).map((frame) => frame.textContent)
    expect(frames[0]).toContain('push')
    expect(frames[1]).toContain('main')
    expect(document.querySelectorAll('.variable.changed')).toHaveLength(1)
  })

  it('are opened to their parts', async () => {
    await inPush()
    expect(screen.queryByText('left')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'pair' }))
    expect(screen.getByText('left')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Globals/ }))
    expect(screen.getByText('count')).toBeTruthy()
  })

  it('lead from a pointer to its chunk, and say that a block is gone', async () => {
    const { lab } = await inPush()
    expect(screen.getByRole('button', { name: /^0x1038/ }).textContent).toContain('free')
    fireEvent.click(screen.getByRole('button', { name: /^0x1008/ }))
    expect(isChosen('Chunk')).toBe(true)
    await waitFor(() => expect(lab.store.getState().moment?.inspected?.chunk).toBe(0x1000))
  })

  it('are told with the chunk they point at', async () => {
    await inPush()
    const heading = await screen.findByText(/^Chunks on the map/)
    const chunks = within(heading.nextElementSibling as HTMLElement).getAllByRole('listitem')
    expect(chunks[0]!.textContent).toContain('pointed at by q')
  })
})

describe('output and input', () => {
  const waiting: Script = {
    ...SCRIPT,
    info: ({ source }) => {
      const given = source.kind === 'c' ? source.input : ''
      const ending = { operation: 3, message: 'It waits.', kind: given === '' ? 'input' : 'exit' } as const
      return { ending: given === '' ? ending : { ...ending, status: 3 } }
    },
  }

  it('shows what has been printed up to the moment, and how it ended', async () => {
    const user = userEvent.setup()
    const { lab } = await visit(waiting, programOf({ 'main.c': MAIN }, '7\n'))
    await user.click(await screen.findByRole('tab', { name: 'Output' }))
    await screen.findByText('Nothing has been printed up to here.')
    seek(lab, { operation: 1, step: 1 })
    expect((await screen.findByText('careful')).className).toContain('stderr')
    press('End')
    expect((await screen.findByText('exited with status 3')).className).toContain('exit')
  })

  it('asks for input where the program waits, and goes on with what is sent', async () => {
    const user = userEvent.setup()
    const { opened } = await visit(waiting)
    await waitFor(() => expect(where()).toContain('Operation 1'))
    press('End')
    const field = await screen.findByRole('textbox', { name: 'Input for the program' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.keyboard('42{Enter}')
    await screen.findByText('exited with status 3')
    expect(opened.at(-1)?.source).toMatchObject({ kind: 'c', input: '42\n' })
    await user.click(screen.getByRole('checkbox', { name: 'Input ends here' }))
    await waitFor(() => expect(opened.at(-1)?.source).toMatchObject({ inputEnds: true }))
  })
})

describe('a program that does not compile', () => {
  const broken: Script = {
    statements: [],
    info: () => ({
      total: 0,
      done: 0,
      program: {
        diagnostics: [
          { file: 'list.c', line: 2, column: 3, severity: 'error', message: 'expected ";" before "}"' },
          { file: 'main.c', line: 4, column: 1, severity: 'warning', message: 'unused variable "p"' },
        ],
        calls: 0,
        instructions: 0,
        written: 0,
        hasOwnMalloc: false,
      },
    }),
  }

  it('says so, with the message at its line', async () => {
    await visit(broken)
    const alerts = (await screen.findAllByRole('alert')).map((alert) => alert.textContent)
    expect(alerts.some((text) => text?.includes('This program does not compile'))).toBe(true)
    expect(isChosen('list.c')).toBe(true)
    expect(document.querySelector('.code-message.error')?.textContent).toBe('expected ";" before "}"')
    fireEvent.click(tab('main.c'))
    expect(document.querySelector('.code-message.warning')?.textContent).toBe('unused variable "p"')
    fireEvent.click(screen.getByRole('button', { name: /^list.c:2:3/ }))
    expect(isChosen('list.c')).toBe(true)
  })
})

describe('editing a program', () => {
  it('indents with Tab, runs with Ctrl+Enter, and carries breakpoints along', async () => {
    const user = userEvent.setup()
    const { lab, opened } = await visit()
    fireEvent.click(await screen.findByRole('button', { name: 'Breakpoint on line 6' }))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const field = (await screen.findByRole('textbox', { name: 'main.c' })) as HTMLTextAreaElement
    field.setSelectionRange(0, 0)
    await user.keyboard('{Tab}int x;{Enter}')
    expect(field.value.startsWith('    int x;\n    #include')).toBe(true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'main.c' })).toBeNull())
    expect(opened.at(-1)?.source).toMatchObject({
      files: [{ name: 'main.c' }, { name: 'list.c', text: LIST }],
    })
    expect(lab.store.getState().breakpoints).toEqual([{ file: 'main.c', line: 7 }])
  })

  it('adds, renames and removes files, and loses nothing that was typed', async () => {
    const user = userEvent.setup()
    const { lab } = await visit()
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    await user.click(await screen.findByRole('button', { name: 'Add a file' }))
    const name = screen.getByRole('textbox', { name: 'Name of the file' })
    await user.clear(name)
    await user.type(name, 'main.c{Enter}')
    expect(screen.getByText('There is a main.c already')).toBeTruthy()
    await user.clear(name)
    await user.type(name, 'mm.h{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'mm.h' }), 'int y;')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(lab.store.getState().fileDraft?.map((file) => file.name)).toEqual(['main.c', 'list.c', 'mm.h'])
    await user.click(screen.getByRole('button', { name: 'Go on editing' }))
    await user.click(tab('mm.h'))
    expect((screen.getByRole('textbox', { name: 'mm.h' }) as HTMLTextAreaElement).value).toBe('int y;')
    await user.click(screen.getByRole('button', { name: 'File …' }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(lab.store.getState().fileDraft).toHaveLength(2)
  })
})

describe('the keys of a program', () => {
  it('stand in the dialog', async () => {
    await visit()
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    expect(within(dialog).getByText('to the next statement, over calls')).toBeTruthy()
  })
})
