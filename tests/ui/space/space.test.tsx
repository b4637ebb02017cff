// @vitest-environment happy-dom
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { bigBlocks } from '../../../src/scenarios/big-blocks.ts'
import { openScenario, seek, setSourceTab, setStageTab, start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab, until } from '../../support/lab.ts'

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []
afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** Opens a program that gets a block by mmap and gives it back. */
async function visit() {
  const test = testLab()
  running.push(test)
  const { lab } = test
  render(<App lab={lab} />)
  await start(lab, '')
  await openScenario(lab, bigBlocks.scenario)
  await until(() => lab.store.getState().moment !== null && lab.store.getState().info?.complete === true)
  return { lab, test, user: userEvent.setup() }
}

/** The row of the picture that has this title. */
function row(title: string): HTMLElement {
  const rows = screen.getByRole('list', { name: 'Regions, highest address first' })
  return within(rows)
    .getAllByRole('listitem')
    .find((item) => item.textContent?.includes(title))!
}

describe('the address space', () => {
  it('is a picture in which a mapping leads to its chunk', async () => {
    const { lab, user } = await visit()
    seek(lab, { operation: 1, step: 1e6 })
    setStageTab(lab, 'space')
    await screen.findByText(/made by mmap/)
    expect(row('Mapping').textContent).toMatch(/992 KiB, 1 of 248 pages resident/)
    expect(screen.getByText(/^This step: \d+ page faults?/).textContent).toContain('so far')
    const pages = within(row('Mapping')).getByRole('slider')
    pages.focus()
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(pages.getAttribute('aria-valuetext')).toMatch(/^Pages 5 to 6, 0x7ffff7cdf000: not touched yet/)
    await user.keyboard('{Enter}')
    expect(lab.store.getState().view.inspect).toBe(0x7ffff7cdf000)
    await user.click(screen.getByRole('button', { name: /C library, loader/ }))
    expect(row('libc.so.6').textContent).toContain('r')
  })

  it('to scale is magnified by keys, and the way back is there', async () => {
    const { lab, user } = await visit()
    setStageTab(lab, 'space')
    await user.click(await screen.findByRole('radio', { name: 'To scale' }))
    await user.keyboard('++')
    const trail = within(screen.getByRole('navigation', { name: 'What is magnified' }))
    expect(trail.getAllByRole('listitem')).toHaveLength(3)
    await user.keyboard('-')
    expect(trail.getAllByRole('listitem')).toHaveLength(2)
    await user.click(trail.getByRole('button', { name: /^the whole space/ }))
    expect(trail.getAllByRole('listitem')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: /^Program.*5 regions/ }))
    expect(trail.getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText(/magnified .* times/).textContent).toContain('One pixel is')
  })

  it('is the text of /proc/self/maps, which can be copied', async () => {
    const { test, lab, user } = await visit()
    setStageTab(lab, 'space')
    await user.click(await screen.findByRole('radio', { name: '/proc/self/maps' }))
    const text = screen.getByRole('region', { name: '/proc/self/maps' })
    expect(text.textContent).toContain('[stack]')
    await user.click(within(text.parentElement!).getByRole('button', { name: 'Copy' }))
    await until(() => test.copied.length > 0)
    expect(test.copied.at(-1)).toBe(text.textContent)
  })
})

describe('system calls', () => {
  it('are listed, told, and lead to who made them', async () => {
    const { test, lab, user } = await visit()
    setSourceTab(lab, 'syscalls')
    await screen.findByText('2 system calls')
    const list = screen.getByRole('region', { name: /^System calls, 2/ })
    list.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    const told = () => screen.getByRole('region', { name: 'The chosen system call' })
    expect(told().textContent).toMatch(/^munmap\(0x7ffff7cdb000, 1003520\) = 0980 KiB \(245 pages\)/)
    await user.keyboard('{Enter}')
    await until(() => lab.store.getState().position.operation === 35)
    await user.click(screen.getByRole('button', { name: 'Copy all' }))
    await until(() => test.copied.length > 0)
    expect(test.copied.at(-1)).toBe(
      'mmap(NULL, 1003520, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7ffff7cdb000\n' +
        'munmap(0x7ffff7cdb000, 1003520)         = 0\n',
    )
    await user.click(screen.getByRole('button', { name: 'As a file' }))
    await until(() => test.downloads.length > 0)
    expect(test.downloads).toEqual([{ name: 'blocks-of-their-own.strace', text: test.copied.at(-1) }])
  })
})
