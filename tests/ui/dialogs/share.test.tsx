// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import decodeQR from 'qr/decode.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { linkHash } from '../../../src/share/index.ts'
import { share, start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { QrCode } from '../../../src/ui/dialogs/QrCode.tsx'
import { type TestLab, testLab } from '../../support/lab.ts'

const SCENARIO: Scenario = {
  title: 'Three blocks',
  source: { kind: 'trace', name: 'three.rep', text: 'a 0 100\na 1 50\nf 0\na 2 40\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}
const HASH = linkHash({ scenario: SCENARIO, position: { operation: 2, step: 1 }, view: {} }).text

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

async function visit(hash = HASH, wishes: Parameters<typeof testLab>[0] = {}): Promise<TestLab> {
  const test = testLab(wishes)
  running.push(test)
  render(<App lab={test.lab} />)
  await start(test.lab, hash)
  await screen.findByText(/^Operation/)
  return test
}

async function dialogOf({ lab }: TestLab): Promise<HTMLElement> {
  await share(lab)
  return screen.findByRole('dialog', { name: 'Share this moment' })
}

describe('the dialog for sharing', () => {
  it('has the link, says how long it is, and copies it', async () => {
    const user = userEvent.setup()
    const test = await visit()
    const dialog = within(await dialogOf(test))
    const link = (dialog.getByRole('textbox', { name: 'link' }) as HTMLTextAreaElement).value
    expect(link).toBe(`https://lab.example/${test.hashes.at(-1)}`)
    expect(dialog.getByText(`${link.length} characters`)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Copy link' }))
    await dialog.findByRole('button', { name: 'Copied' })
    expect(test.copied).toEqual([link])
  })

  it('selects the text where the browser lets no page write to the clipboard', async () => {
    const user = userEvent.setup()
    const dialog = within(await dialogOf(await visit(HASH, { clipboard: false })))
    await user.click(dialog.getByRole('button', { name: 'Copy link' }))
    expect(await dialog.findByText(/press Ctrl\+C/)).toBeTruthy()
    const field = dialog.getByRole('textbox', { name: 'link' }) as HTMLTextAreaElement
    expect(field.selectionEnd - field.selectionStart).toBe(field.value.length)
  })

  it('has a code, a text, a frame and a file', async () => {
    const user = userEvent.setup()
    const test = await visit()
    const dialog = within(await dialogOf(test))
    await user.click(dialog.getByRole('tab', { name: 'QR code' }))
    expect(await dialog.findByRole('img', { name: 'QR code of the link' })).toBeTruthy()
    await user.click(dialog.getByRole('tab', { name: 'Markdown' }))
    const markdown = await dialog.findByRole('textbox', { name: 'Markdown' })
    expect((markdown as HTMLTextAreaElement).value).toContain('## Three blocks')
    await user.click(dialog.getByRole('tab', { name: 'Embed' }))
    const html = await dialog.findByRole('textbox', { name: 'HTML' })
    expect((html as HTMLTextAreaElement).value).toMatch(/^<iframe src="https:\/\/lab.example\/#embed\.\d/)
    expect(dialog.getByRole('link', { name: 'Try it' }).getAttribute('href')).toContain('/#embed.')
    await user.click(dialog.getByRole('tab', { name: 'File' }))
    await user.click(await dialog.findByRole('button', { name: 'Download the file' }))
    expect(test.downloads[0]?.name).toBe('three-blocks.heaplab.json')
  })
})

describe('the code', () => {
  /** What a reader sees of the code that is drawn: its modules, four pixels wide. */
  function read(): string {
    const image = screen.getByRole('img', { name: 'QR code of the link' })
    const side = Number(image.getAttribute('viewBox')!.split(' ')[2])
    const width = 4 * side
    const data = new Uint8Array(4 * width * width).fill(255)
    const path = image.querySelector('path')!.getAttribute('d')!
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let row = 4 * Number(y); row < 4 * Number(y) + 4; row++) {
        const from = 4 * (row * width + 4 * Number(x))
        for (let i = 0; i < 16 * Number(length); i++) if (i % 4 < 3) data[from + i] = 0
      }
    }
    return decodeQR({ width, height: width, data })
  }

  it.each([60, 300, 800, 2900])('of a link of %i characters is read', (length) => {
    const url = `https://lab.example/#2.${'aB3_-xyz'.repeat(400)}`.slice(0, length)
    render(<QrCode url={url} />)
    expect(read()).toBe(url)
  })

  it('is dark on white, whatever the theme', () => {
    render(<QrCode url="https://lab.example/" />)
    const image = screen.getByRole('img', { name: 'QR code of the link' })
    expect(image.querySelector('rect')?.getAttribute('fill')).toBe('#fff')
    expect(image.querySelector('path')?.getAttribute('fill')).toBe('#000')
  })
})

describe('a frame', () => {
  it('has the map, the sentence and the buttons, and a way to the whole page at this moment', async () => {
    const user = userEvent.setup()
    const { lab } = await visit(HASH.replace('#', '#embed.'))
    expect(screen.getByRole('heading', { name: 'Three blocks' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull()
    expect(screen.queryByRole('tab')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Step forward' }))
    await waitFor(() => expect(lab.store.getState().moment?.position.step).toBe(2))
    const link = screen.getByRole('link', { name: /Open in Heap Lab/ }) as HTMLAnchorElement
    link.addEventListener('click', (event) => event.preventDefault())
    await user.click(link)
    const now = { scenario: SCENARIO, position: { operation: 2, step: 2 } }
    const { bytesPerRow } = lab.store.getState().view
    expect(link.href).toBe(`https://lab.example/${linkHash({ ...now, view: { bytesPerRow } }).text}`)
  })

  it('leaves keys alone that mean something only on the whole page', async () => {
    const user = userEvent.setup()
    const { lab } = await visit(HASH.replace('#', '#embed.'))
    await user.keyboard('?eg')
    expect(lab.store.getState()).toMatchObject({ dialog: null, editing: false })
    await user.keyboard('{End}')
    await waitFor(() => expect(lab.store.getState().moment?.position.operation).toBe(3))
  })
})
