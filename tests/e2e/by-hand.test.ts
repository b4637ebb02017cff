import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDialog, openLab, runTrace, seen, settled, share } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { DESKTOP, type Lab, launch, PHONE, type Visit } from './support/index.ts'
import { PATIENCE } from './support/program.ts'

let lab: Lab
let visit: Visit
let page: Page

beforeAll(async () => {
  lab = await launch()
  visit = await lab.newPage()
  page = visit.page
  await openLab(page, lab.site.url)
})
afterAll(async () => {
  expect(visit.errors).toEqual([])
  await visit.close()
  await lab.close()
})

/** The bar's block of the name, chosen. */
const chosen = (on: Page) => on.getByRole('combobox', { name: 'Block' })
const button = (on: Page, name: string) => on.getByRole('button', { name, exact: true })

/** The lines of the text that is open. */
async function lines(on: Page): Promise<string[]> {
  const shown = await on.locator('.panel.source .line code').allTextContents()
  return shown.map((line) => line.trim()).filter((line) => line !== '')
}

async function has(on: Page, line: string): Promise<void> {
  await expect.poll(() => lines(on), PATIENCE).toContain(line)
  await settled(on)
}

/** Types into the field that has the focus, over what stands there, and presses Enter. */
async function typed(on: Page, text: string): Promise<void> {
  await on.keyboard.press('Control+a')
  await on.keyboard.type(text)
  await on.keyboard.press('Enter')
}

const SCRIPT = [
  'char *p1 = malloc(100);',
  'char *p2 = malloc(24);',
  'char *p3 = calloc(4, 16);',
  'free(p2);',
  "memset(p1, 'A', 10);",
  'memcpy(p1 + 20, "safe", 4);',
  'p1 = realloc(p1, 200);',
  'char *p4 = malloc(8);',
  'p4[8] = 7;',
  'free(p3);',
]

describe('playing by hand', () => {
  test('ten actions from an empty program, by keyboard, become ten statements', async () => {
    await openDialog(page, 'Play by hand')
    const size = page.getByRole('textbox', { name: 'Size in bytes', exact: true })
    await expect.poll(() => size.evaluate((field) => field === document.activeElement), PATIENCE).toBe(true)
    await typed(page, '100')
    await has(page, SCRIPT[0]!)
    // The arrows go through the steps of the call, and the key comes back to the field.
    const first = await seen(page)
    expect(first.sentence).toContain('malloc(100)')
    await page.keyboard.press('ArrowRight')
    expect((await seen(page)).where).not.toBe(first.where)
    await page.keyboard.press('w')
    await typed(page, '24')
    await has(page, SCRIPT[1]!)
    await size.fill('16')
    await button(page, 'calloc').press('Enter')
    await has(page, SCRIPT[2]!)
    await chosen(page).selectOption('p2')
    await button(page, 'free').press('Enter')
    await has(page, SCRIPT[3]!)
    await chosen(page).selectOption('p1')
    await button(page, 'Write …').press('Enter')
    await page.getByRole('textbox', { name: 'Times', exact: true }).fill('10')
    await page.keyboard.press('Enter')
    await has(page, SCRIPT[4]!)
    await page.getByRole('combobox', { name: 'What is written' }).selectOption('text')
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('safe')
    await page.getByRole('textbox', { name: 'Bytes from there' }).fill('20')
    await page.keyboard.press('Enter')
    await has(page, SCRIPT[5]!)
    await button(page, 'realloc').press('Enter')
    await has(page, SCRIPT[6]!)
    await visit.screenshot('by-hand-desktop')
    await size.fill('8')
    await button(page, 'malloc').press('Enter')
    await has(page, SCRIPT[7]!)
    await expect.poll(() => chosen(page).inputValue(), PATIENCE).toBe('p4')
    await page.getByRole('combobox', { name: 'What is written' }).selectOption('byte')
    await page.getByRole('textbox', { name: /^Byte,/ }).fill('7')
    await page.getByRole('textbox', { name: 'Times', exact: true }).fill('1')
    await page.getByRole('combobox', { name: 'Where it is written' }).selectOption('end')
    await page.getByRole('textbox', { name: 'Bytes from there' }).fill('0')
    await page.keyboard.press('Enter')
    await has(page, SCRIPT[8]!)
    await chosen(page).selectOption('p3')
    await button(page, 'free').press('Enter')
    await has(page, SCRIPT[9]!)
    expect((await lines(page)).slice(3, -2)).toEqual(SCRIPT)
  })

  test('each is taken back and made again', async () => {
    await page.getByRole('region', { name: 'By hand' }).focus()
    for (let left = SCRIPT.length - 1; left >= 6; left--) {
      await page.keyboard.press('Control+z')
      await expect.poll(async () => (await lines(page)).slice(3, -2), PATIENCE).toEqual(SCRIPT.slice(0, left))
    }
    for (let i = 6; i < SCRIPT.length; i++) {
      await page.keyboard.press('Control+Shift+z')
      await has(page, SCRIPT[i]!)
    }
    expect(await button(page, 'Redo').isDisabled()).toBe(true)
  })

  test('the script is in the link, and there again after a reload', async () => {
    const before = await seen(page)
    const link = await share(page)
    const other = await lab.newPage()
    await openLab(other.page, link)
    expect((await lines(other.page)).slice(3, -2)).toEqual(SCRIPT)
    expect(await seen(other.page)).toEqual(before)
    await other.close()
    await page.waitForTimeout(600)
    await page.goto(lab.site.url)
    await settled(page)
    expect((await lines(page)).slice(3, -2)).toEqual(SCRIPT)
  })
})

describe('a click on the map', () => {
  test('chooses the block to act on, and a trace is written on', async () => {
    await runTrace(page, '0\n2\n2\n1\na 0 100\na 1 50\n')
    await page.keyboard.press('End')
    await button(page, 'By hand').click()
    await chosen(page).waitFor()
    // Below the row that the map begins with, in which there is no block yet.
    const map = (await page.locator('.heap-canvas').boundingBox())!
    await page.mouse.click(map.x + map.width / 2, map.y + 70)
    await expect.poll(() => chosen(page).inputValue(), PATIENCE).toBe('p[0]')
    await button(page, 'free').click()
    await has(page, 'f 0')
    expect(await lines(page)).toEqual(['0', '2', '3', '1', 'a 0 100', 'a 1 50', 'f 0'])
    await button(page, 'Undo').click()
    await expect.poll(() => lines(page), PATIENCE).not.toContain('f 0')
  })

  test('where the text cannot be written on it says why', async () => {
    await openDialog(page, 'Generate')
    await button(page, 'Run').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('come from a generator').waitFor()
    await page.keyboard.press('w')
    await page.getByRole('region', { name: 'By hand' }).press('Escape')
    await page.getByRole('region', { name: 'By hand' }).waitFor({ state: 'detached' })
  })
})

describe('other screens', () => {
  test.each([
    ['projector', { width: 1280, height: 720 }, 'dark'],
    ['phone', PHONE, 'light'],
    ['desktop', DESKTOP, 'dark'],
  ] as const)('the bar stays on the %s', async (name, viewport, theme) => {
    const other = await lab.newPage(viewport, theme)
    await openLab(other.page, lab.site.url)
    await openDialog(other.page, 'Play by hand')
    await button(other.page, 'malloc').click()
    await expect.poll(() => chosen(other.page).inputValue(), PATIENCE).toBe('p1')
    await button(other.page, 'Write …').click()
    await settled(other.page)
    const bar = (await other.page.getByRole('region', { name: 'By hand' }).boundingBox())!
    expect(bar.x + bar.width).toBeLessThanOrEqual(viewport.width)
    await other.screenshot(`by-hand-${name}-${theme}`)
    expect(await violations(other.page)).toEqual([])
    expect(other.errors).toEqual([])
    await other.close()
  })
})
