// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'

// The machine that tests may be busy; a person would wait too.
configure({ asyncUtilTimeout: 15_000 })

const SEEN = new Map([['heap-lab-course', JSON.stringify({ version: 1, tourSeen: true })]])
const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

async function visit(wishes: Parameters<typeof testLab>[0] = { kept: SEEN }, hash = ''): Promise<TestLab> {
  const test = testLab(wishes)
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, hash)
  await screen.findByText(/^Operation/)
  return test
}

const press = (key: string) => fireEvent.keyDown(document.body, { key })
const panel = () => screen.getByRole('region', { name: 'What to look at' })
const title = (name: string) => screen.findByRole('button', { name: `Scenario: ${name}` })

describe('the lesson beside the program', () => {
  it('hides its answer until it is asked for, and remembers that it was', async () => {
    const user = userEvent.setup()
    await visit()
    expect(panel().textContent).not.toContain('192 bytes')
    await user.click(within(panel()).getByRole('button', { name: 'Show the answer' }))
    expect(panel().textContent).toContain('192 bytes')
    expect(panel().textContent).toContain('✓ answered')
    press('a')
    await waitFor(() => expect(panel().textContent).not.toContain('192 bytes'))
    expect(within(panel()).getByRole('button', { name: 'Show the answer again' })).toBeTruthy()
  })

  it('goes on and back by buttons and by keys', async () => {
    const user = userEvent.setup()
    await visit()
    expect(within(panel()).getByText('Lesson 1 of 31')).toBeTruthy()
    const back = within(panel()).getByRole('button', { name: 'Previous lesson' })
    expect((back as HTMLButtonElement).disabled).toBe(true)
    await user.click(within(panel()).getByRole('button', { name: 'Next lesson' }))
    await title('The program break')
    press('.')
    await title('The simplest malloc')
    press(',')
    await title('The program break')
    expect(within(panel()).getByText('Lesson 2 of 31')).toBeTruthy()
  })

  it('has pieces of text that lead to moments, and places that are lit', async () => {
    const user = userEvent.setup()
    const { lab } = await visit()
    await user.click(within(panel()).getByRole('button', { name: 'After free(b)' }))
    await waitFor(() => expect(lab.store.getState().moment?.text).toBe('free(b);'))
    press('.')
    press('.')
    await title('The simplest malloc')
    await waitFor(() => expect(lab.store.getState().moment).not.toBeNull())
    await user.click(within(panel()).getByRole('button', { name: 'brk+10' }))
    await waitFor(() => expect(lab.store.getState().moment?.position).toMatchObject({ operation: 3 }))
  })

  it('shows which variant runs, and leads back', async () => {
    const user = userEvent.setup()
    const { lab } = await visit(undefined, '#lesson=merge-when')
    const pressed = () => within(panel()).getByRole('button', { pressed: true }).textContent
    expect(pressed()).toBe('as it begins')
    await user.click(within(panel()).getByRole('button', { name: 'never' }))
    await waitFor(() => expect(pressed()).toBe('never'))
    expect(lab.store.getState().scenario?.allocator.options['coalescing']).toBe('never')
    await user.click(within(panel()).getByRole('button', { name: 'as it begins' }))
    await waitFor(() => expect(pressed()).toBe('as it begins'))
  })
})

describe('the gallery', () => {
  it('shows chapters, lessons and marks, and is searched', async () => {
    const user = userEvent.setup()
    await visit()
    press('g')
    const gallery = await screen.findByRole('dialog', { name: 'How a heap works' })
    expect(await within(gallery).findAllByRole('region')).toHaveLength(6)
    const cards = () => gallery.querySelectorAll('.lesson-card')
    expect(cards()).toHaveLength(31)
    expect(within(gallery).getByText('0 of 31 answered, 1 visited')).toBeTruthy()
    expect(within(gallery).getByRole('button', { name: /A heap in seven lines ?, visited/ })).toBeTruthy()
    const field = within(gallery).getByRole('searchbox', { name: 'Search the lessons' })
    await user.type(field, 'bug hunt')
    expect(cards()).toHaveLength(6)
    expect(within(gallery).getByRole('status').textContent).toBe('6 lessons found')
    await user.type(field, ' zebra')
    expect(within(gallery).getByText('No lesson has all these words.')).toBeTruthy()
  })

  it('is driven by keys: typing searches, arrows choose, Enter opens', async () => {
    const user = userEvent.setup()
    await visit()
    press('g')
    const gallery = await screen.findByRole('dialog', { name: 'How a heap works' })
    await waitFor(() => expect(document.activeElement?.className).toContain('lesson-card'))
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(document.activeElement?.textContent).toContain('The program break')
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toContain('a smaller block')
    await user.keyboard('fit wins')
    expect((within(gallery).getByRole('searchbox') as HTMLInputElement).value).toBe('fit wins')
    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}')
    await title('Next fit wins')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'How a heap works' })).toBeNull())
  })

  it('forgets the progress only when asked twice', async () => {
    const user = userEvent.setup()
    const { lab } = await visit()
    press('g')
    await user.click(await screen.findByRole('button', { name: 'Forget my progress' }))
    expect(lab.store.getState().course.progress).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Yes, forget all marks' }))
    expect(lab.store.getState().course.progress).toHaveLength(0)
  })
})

describe('the tour', () => {
  const step = (number: number) => screen.findByRole('dialog', { name: `Tour, ${number} of 5` })

  it('goes through five parts of the page by Enter, and back', async () => {
    const user = userEvent.setup()
    const { lab } = await visit({})
    const texts: (string | null)[] = []
    for (let number = 1; number <= 5; number++) {
      const card = await step(number)
      texts.push(card.querySelector('p')?.textContent ?? null)
      await waitFor(() => expect(document.activeElement?.textContent).toBe(number < 5 ? 'Next' : 'Done'))
      if (number < 5) await user.keyboard('{Enter}')
    }
    expect(texts[0]).toContain('This program asks for memory')
    expect(new Set(texts).size).toBe(5)
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await step(4)
    await user.keyboard('{Enter}')
    await step(5)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(lab.store.getState().course).toMatchObject({ tour: null, tourSeen: true }))
  })

  it('is skipped by Escape, and comes back from the dialog of keys', async () => {
    const user = userEvent.setup()
    await visit({})
    await step(1)
    press('Escape')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('?')
    await user.click(await screen.findByRole('button', { name: 'Show me around the page' }))
    await step(1)
  })

  it('ends when something else is opened', async () => {
    const { lab } = await visit({})
    await step(1)
    press('.')
    await title('The program break')
    await waitFor(() => expect(lab.store.getState().course.tour).toBeNull())
  })

  it('begins behind the first run, which a key stops', async () => {
    const { lab } = await visit({ calm: false })
    const welcome = await screen.findByRole('dialog', { name: 'Welcome' })
    if (lab.store.getState().playing) press(' ')
    await waitFor(() => expect(lab.store.getState().playing).toBe(false))
    expect(welcome.textContent).toBeTruthy()
  })
})
