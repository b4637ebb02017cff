import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkHash } from '../../src/share/index.ts'
import { linkTo } from '../share/support.ts'
import { chooseFile, openLab, press, runTrace, seen, settled, share } from './support/acting.ts'
import { type Lab, launch, PHONE, type Visit } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const PROGRAM = linkHash({
  scenario: {
    title: 'Two holes',
    source: {
      kind: 'c',
      files: [
        {
          name: 'holes.c',
          text: '#include <stdlib.h>\n\nint main(void) {\n  char *a = malloc(100);\n  char *b = malloc(50);\n  free(a);\n  char *c = malloc(40);\n}\n',
        },
      ],
      input: '',
    },
    allocator: { id: 'first-fit', options: {} },
    process: {},
    run: { leaks: false },
  },
  position: { operation: 3, step: 2 },
  view: {},
}).text

async function dialogOf(page: Page) {
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this moment' })
  await dialog.waitFor()
  return dialog
}

/** What a phone would read off a picture of the code. */
async function readCode(page: Page): Promise<string> {
  const png = await page.getByRole('img', { name: 'QR code of the link' }).screenshot()
  const pixels = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
      return { width, height, data: [...data] }
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  return decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) })
}

describe('sharing', () => {
  test.each(['light', 'dark'] as const)(
    'a phone reads the code, and the link in it, in %s',
    async (theme) => {
      const visit = await lab.newPage(undefined, theme)
      const { page } = visit
      await openLab(page, `${lab.site.url}${PROGRAM}`)
      const here = await seen(page)
      const dialog = await dialogOf(page)
      await visit.screenshot(`share-link-${theme}`)
      await dialog.getByRole('tab', { name: 'Link' }).focus()
      await page.keyboard.press('ArrowRight')
      await dialog.getByRole('img').waitFor()
      await visit.screenshot(`share-qr-${theme}`)
      const url = await readCode(page)
      expect(url).toBe(page.url())
      const other = await lab.newPage(PHONE)
      await openLab(other.page, url)
      const there = await seen(other.page)
      expect([there.where, there.sentence, there.heap]).toEqual([here.where, here.sentence, here.heap])
      expect([...visit.errors, ...other.errors]).toEqual([])
      await other.close()
      await visit.close()
    },
  )

  test('a moment goes as Markdown, and as a file that opens at the same moment', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, `${lab.site.url}${PROGRAM}`)
    const here = await seen(page)
    const dialog = await dialogOf(page)
    await dialog.getByRole('tab', { name: 'Markdown' }).click()
    await dialog.getByRole('button', { name: 'Copy Markdown' }).click()
    await dialog.getByRole('button', { name: 'Copied' }).waitFor()
    const markdown = await page.evaluate(() => navigator.clipboard.readText())
    expect(markdown).toContain('## Two holes')
    expect(markdown).toContain('  char *a = malloc(100);')
    expect(markdown).toContain(`(<${page.url()}>)`)
    await dialog.getByRole('tab', { name: 'File' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download the file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('two-holes.heaplab.json')
    const text = readFileSync(await download.path(), 'utf8')
    await page.keyboard.press('Escape')
    await runTrace(page, 'a 0 8\n')
    await chooseFile(page, 'two-holes.heaplab.json', text)
    await page.getByRole('button', { name: 'Scenario: Two holes' }).waitFor()
    expect(await seen(page)).toEqual(here)
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('on a phone the dialog fits', async () => {
    const visit = await lab.newPage(PHONE)
    await openLab(visit.page, `${lab.site.url}${PROGRAM}`)
    const dialog = await dialogOf(visit.page)
    await visit.screenshot('share-phone')
    const wide = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth)
    expect(wide).toBe(false)
    await visit.close()
  })

  test('a link in the address bar does not undo later work', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, `${lab.site.url}${PROGRAM}`)
    await share(page)
    await runTrace(page, 'a 0 77\na 1 88\n')
    const mine = await seen(page)
    await page.waitForTimeout(700)
    await page.reload()
    expect(await seen(page)).toEqual(mine)
    await visit.close()
  })
})

describe('a frame in a course page', () => {
  /** A page of a course, on the same site, with the frame that the dialog gives. */
  async function lecture(visit: Visit, html: string, dark = false): Promise<Page> {
    const page = await visit.page.context().newPage()
    const address = `${lab.site.url}lecture.html`
    const colours = dark ? 'background: #222; color: #eee' : ''
    const body = `<!doctype html><title>Lecture 7</title><body style="${colours}"><h1>Lecture 7</h1><p>Which hole does it take?</p>${html}`
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(address)
    return page
  }

  test('shows the moment, steps on its own, and leads to the whole page', async () => {
    const visit = await lab.newPage({ width: 900, height: 640 })
    await openLab(visit.page, `${lab.site.url}${PROGRAM}`)
    const here = await seen(visit.page)
    const dialog = await dialogOf(visit.page)
    await dialog.getByRole('tab', { name: 'Embed' }).click()
    const html = await dialog.getByRole('textbox', { name: 'HTML' }).inputValue()
    const page = await lecture(visit, html)
    const frame = page.frameLocator('iframe')
    await frame.getByText(/^Operation .* step /).waitFor()
    expect((await frame.locator('.sentence').innerText()).trim()).toBe(here.sentence)
    const rows = frame.locator('.heap .sr ol').first().locator('li')
    await expect.poll(() => rows.allTextContents()).toEqual(here.heap)
    await page.screenshot({ path: 'artifacts/embedded.png' })
    expect(await frame.locator('html').evaluate((root) => root.scrollHeight <= root.clientHeight)).toBe(true)
    await frame.getByRole('button', { name: 'Step forward' }).click()
    await expect.poll(() => frame.locator('.where').innerText()).toMatch(/step 3/)
    const now = await frame.locator('.sentence').innerText()
    const [whole] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('link', { name: /Open in Heap Lab/ }).click(),
    ])
    await settled(whole)
    expect((await seen(whole)).sentence).toBe(now.trim())
    expect(await whole.getByRole('button', { name: 'Share' }).count()).toBe(1)
    await visit.close()
  })

  test('with a damaged link says so, and neither shows nor touches the person’s own work', async () => {
    const visit = await lab.newPage({ width: 900, height: 640 })
    await openLab(visit.page, lab.site.url)
    await runTrace(visit.page, 'a 0 77\na 1 88\n')
    const mine = await seen(visit.page)
    await visit.page.waitForTimeout(700)
    const broken = PROGRAM.replace('#', '#embed.').slice(0, -25)
    const page = await lecture(
      visit,
      `<iframe src="${lab.site.url}${broken}" width="600" height="400"></iframe>`,
    )
    const frame = page.frameLocator('iframe')
    await frame.getByText(/This link is cut off/).waitFor()
    expect(await frame.getByRole('button', { name: 'Step forward' }).count()).toBe(0)
    await page.screenshot({ path: 'artifacts/embedded-damaged.png' })
    await visit.page.reload()
    expect(await seen(visit.page)).toEqual(mine)
    await visit.close()
  })
})

describe('hostile links and files', () => {
  const trace = (text: string, title = 'T') => ({
    c: { t: title, s: { k: 'trace', n: 'x', x: text }, a: { i: 'first-fit' } },
  })
  const BOMB = `#${linkTo(new Uint8Array(60_000_000).fill(32))}`
  const POLLUTING = `#${linkTo('{"__proto__": {"polluted": 1}, "c": {"__proto__": {"polluted": 1}, "s": {"k": ["trace"]}}}')}`

  test.each([
    ['a decompression bomb', BOMB, /more than a mebibyte/],
    ['wrong types and polluting names', POLLUTING, /cannot be used/],
    ['a cut', PROGRAM.slice(0, -30), /cut off/],
  ])('%s is refused, and the work of the person stays', async (_, hash, reason) => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, 'a 0 77\na 1 88\nf 0\n')
    await press(page, 'End')
    const mine = await seen(page)
    await page.evaluate((text) => {
      location.hash = text
    }, hash)
    await page.getByRole('alert').getByText(reason).waitFor()
    expect(await seen(page)).toEqual(mine)
    await press(page, 'ArrowLeft')
    expect(await seen(page)).not.toEqual(mine)
    expect(await page.evaluate(() => ({}) as { polluted?: number })).toEqual({})
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('a script in a title stays a title', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    const title = '"><img src=x onerror="document.title=1"><script>document.title=2</script>'
    await openLab(page, `${lab.site.url}#${linkTo(JSON.stringify(trace('a 0 8\n', title)))}`)
    const dialog = await dialogOf(page)
    await dialog.getByRole('tab', { name: 'Embed' }).click()
    const html = await dialog.getByRole('textbox', { name: 'HTML' }).inputValue()
    expect(html).not.toContain('<img')
    await page.goto(`${lab.site.url}#embed.${linkTo(JSON.stringify(trace('a 0 8\n', title)))}`)
    await page.reload()
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.title()).toBe('Heap Lab')
    expect(await page.locator('img').count()).toBe(0)
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test.each([
    [
      'of wrong types',
      '{"heapLab": 2, "scenario": {"title": 7, "source": {"kind": "c", "files": {}}}}',
      /cannot be used/,
    ],
    ['cut off', '{"heapLab": 2, "scenario": {"ti', /damaged or cut off/],
    ['of a newer page', '{"heapLab": 99}', /made by a newer Heap Lab/],
  ])('a scenario file %s is refused, and the work of the person stays', async (_, text, reason) => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, `${lab.site.url}${PROGRAM}`)
    const mine = await seen(page)
    await chooseFile(page, 'theirs.heaplab.json', text)
    await page.getByRole('alert').getByText(reason).waitFor()
    expect(await seen(page)).toEqual(mine)
    await visit.close()
  })
})
