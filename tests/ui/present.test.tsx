// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { recall, setSpeed, showDialog, start, startTour, togglePlay } from '../../src/state/index.ts'
import { App } from '../../src/ui/App.tsx'
import { bindingFor } from '../../src/ui/keys.ts'
import { type TestLab, testLab } from '../support/lab.ts'

// The machine that tests may be busy; a person would wait too.
configure({ asyncUtilTimeout: 15_000 })

const SEEN = new Map([['heap-lab-course', JSON.stringify({ version: 1, tourSeen: true })]])
const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens the page of a person who has been here before, with the first lesson. */
async function visit(): Promise<TestLab> {
  const test = testLab({ kept: SEEN })
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, '')
  await screen.findByText(/^Operation/)
  return test
}

const press = (key: string) => fireEvent.keyDown(document.body, { key })
const sentence = () => document.querySelector('.sentence')!
const isPresenting = () => document.querySelector('.presenting') !== null

describe('the page for an audience', () => {
  it('comes and goes by keys, at the same moment', async () => {
    await visit()
    const before = sentence().textContent
    press('p')
    await waitFor(() => expect(isPresenting()).toBe(true))
    expect(screen.queryByRole('region', { name: 'Source' })).toBeNull()
    expect(sentence().textContent).toBe(before)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
    press('Escape')
    expect(isPresenting()).toBe(false)
    expect(sentence().textContent).toBe(before)
  })

  it('has the line that runs between its neighbours, or not', async () => {
    await visit()
    press('p')
    const lines = screen.getByRole('list', { name: 'Source around the current line' })
    expect(lines.textContent).toMatch(/free\(a\).*malloc\(40\).*free\(b\)/)
    press('l')
    expect(screen.queryByRole('list', { name: 'Source around the current line' })).toBeNull()
  })

  it('stays while a dialog is closed by Escape, and makes way for the tour', async () => {
    const { lab } = await visit()
    press('p')
    showDialog(lab, { kind: 'keys' })
    press('Escape')
    await waitFor(() => expect(isPresenting()).toBe(true))
    await startTour(lab)
    await waitFor(() => expect(isPresenting()).toBe(false))
  })

  it('makes way for the editor', async () => {
    const { lab } = await visit()
    press('p')
    press('e')
    expect(isPresenting()).toBe(false)
    expect(lab.store.getState().editing).toBe('c')
  })

  it('does not take the black-screen keys of a clicker for its own', () => {
    const event = (key: string) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false })
    const there = { program: true, embedded: false, presenting: true }
    for (const key of ['.', 'b', 'F9']) {
      expect(bindingFor(event(key), there)).toBeUndefined()
      expect(bindingFor(event(key), { ...there, presenting: false })).toBeDefined()
    }
    expect(bindingFor(event('PageDown'), there)?.does).toBe('one step on')
    expect(bindingFor(event('l'), { ...there, presenting: false })).toBeUndefined()
  })
})

describe('how the page looks', () => {
  it('is chosen in a menu and kept', async () => {
    const user = userEvent.setup()
    const { lab } = await visit()
    await user.click(screen.getByRole('button', { name: /^Appearance/ }))
    await user.click(screen.getByRole('radio', { name: 'High contrast' }))
    await user.click(screen.getByRole('checkbox', { name: /^Motion/ }))
    expect(document.documentElement.dataset['theme']).toMatch(/^contrast/)
    expect(document.documentElement.dataset['motion']).toBe('off')
    await waitFor(() => expect(recall(lab)).toMatchObject({ theme: 'contrast', motion: false }))
  })
})

describe('what is read out', () => {
  it('is each sentence, but not while playing faster than speech', async () => {
    const { lab } = await visit()
    expect(sentence().getAttribute('aria-live')).toBe('polite')
    press('Home')
    setSpeed(lab, 20)
    togglePlay(lab)
    await waitFor(() => expect(sentence().getAttribute('aria-live')).toBe('off'))
    togglePlay(lab)
    await waitFor(() => expect(sentence().getAttribute('aria-live')).toBe('polite'))
  })
})

describe('the help', () => {
  it('is searched, and opens a lesson that shows the word', async () => {
    const user = userEvent.setup()
    const { lab } = await visit()
    press('h')
    const field = await screen.findByRole('searchbox', { name: 'Search the help' })
    await user.type(field, 'errno')
    await user.click(await screen.findByRole('button', { name: 'See it: The program break' }))
    await screen.findByRole('button', { name: 'Scenario: The program break' })
    expect(lab.store.getState().dialog).toBeNull()
  })

  it('says when it has nothing to say', async () => {
    const user = userEvent.setup()
    await visit()
    press('h')
    await user.type(await screen.findByRole('searchbox', { name: 'Search the help' }), 'xyzzy')
    await screen.findByText('Nothing in the help has all these words.')
  })
})
