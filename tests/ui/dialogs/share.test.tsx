// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import decodeQR from 'qr/decode.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { linkHash, readLink } from '../../../src/share/index.ts'
import { setPredicting, share, start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { LabContext } from '../../../src/ui/context.ts'
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

describe('what a link does when it is opened', () => {
  const opened = (link: string) => {
    const read = readLink(link.slice(link.indexOf('#')))
    return read.ok ? read.value.view : null
  }
  const linkIn = (dialog: HTMLElement) =>
    (within(dialog).getByRole('textbox', { name: 'link' }) as HTMLTextAreaElement).value

  it('is said, and chosen: to ask, and to open before an audience', async () => {
    const user = userEvent.setup()
    const test = await visit()
    setPredicting(test.lab, true)
    const dialog = await dialogOf(test)
    const asks = within(dialog).getByRole('checkbox', { name: /^ask before each call/ })
    const presents = within(dialog).getByRole('checkbox', { name: /^show it in present mode/ })
    expect([asks, presents].map((box) => (box as HTMLInputElement).checked)).toEqual([true, false])
    expect(opened(linkIn(dialog))).toMatchObject({ predict: true })
    await user.click(asks)
    await user.click(presents)
    expect(opened(linkIn(dialog))).not.toHaveProperty('predict')
    expect(opened(linkIn(dialog))).toMatchObject({ present: true })
    expect(linkIn(dialog)).toBe(`https://lab.example/${test.hashes.at(-1)}`)
    // What the person does is not changed by what the link will do.
    expect(test.lab.store.getState()).toMatchObject({ presenting: false, predict: { question: null } })
    await user.click(within(dialog).getByRole('tab', { name: 'Embed' }))
    const html = await within(dialog).findByRole('textbox', { name: 'HTML' })
    const src = /src="([^"]+)"/.exec((html as HTMLTextAreaElement).value)?.[1] ?? ''
    expect(opened(src)).not.toHaveProperty('present')
  })

  it.each([
    [{ present: true, predict: true }, true, true],
    [{ present: true }, true, false],
    [{}, false, false],
    [{ present: 'yes', predict: 1 }, false, false],
  ])('%j opens so', async (view, presenting, asking) => {
    const link = { scenario: SCENARIO, position: { operation: 2, step: 1 }, view }
    const { lab } = await visit(linkHash(link).text)
    expect(lab.store.getState().presenting).toBe(presenting)
    expect(lab.store.getState().predict !== null).toBe(asking)
  })

  it('a frame is no audience', async () => {
    const link = { scenario: SCENARIO, position: { operation: 2, step: 1 }, view: { present: true } }
    const { lab } = await visit(linkHash(link, true).text)
    expect(lab.store.getState().presenting).toBe(false)
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

  function drawn(url: string): TestLab {
    const test = testLab()
    running.push(test)
    render(
      <LabContext value={test.lab}>
        <QrCode url={url} />
      </LabContext>,
    )
    return test
  }

  it('is taken along as a drawing', async () => {
    const { downloads } = drawn('https://lab.example/')
    await userEvent.setup().click(screen.getByRole('button', { name: 'Download SVG' }))
    expect(downloads[0]?.name).toMatch(/-link\.svg$/)
    const path = screen.getByRole('img').querySelector('path')!.getAttribute('d')!
    expect(downloads[0]?.text).toContain(`<path d="${path}" fill="#000"/>`)
  })

  it.each([60, 300, 800, 2900])('of a link of %i characters is read', (length) => {
    const url = `https://lab.example/#2.${'aB3_-xyz'.repeat(400)}`.slice(0, length)
    drawn(url)
    expect(read()).toBe(url)
  })

  it('is dark on white, whatever the theme', () => {
    drawn('https://lab.example/')
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
