import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { linkHash } from '../../src/share/index.ts'
import { openLab, press, seen } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** Two holes of 224 and 128 bytes, and a block that both could hold; then the blocks between them go. */
const HOLES: Scenario = {
  title: 'Holes',
  source: { kind: 'trace', name: 'h.rep', text: 'a 0 200\na 1 40\na 2 100\na 3 40\nf 0\nf 2\na 4 90\nf 1\n' },
  allocator: { id: 'best-fit', options: {} },
  process: {},
  run: { leaks: false },
}

/** A link to the end of an operation, counted from 1, that asks. */
function homework(operation: number, scenario = HOLES): string {
  const position = { operation: operation - 1, step: 99 }
  return `${lab.site.url}${linkHash({ scenario, position, view: { predict: true, bytesPerRow: 128 } }).text}`
}

const question = (page: Page) => page.getByRole('region', { name: 'Prediction' })

/** Where on the page the middle of a chunk of the map is, by its row and its place in it from 0 to 1. */
async function onMap(page: Page, row: number, across: number) {
  const box = (await page.locator('.heap-canvas').boundingBox())!
  const [left, right] = [66, box.width - 22]
  return { x: box.x + left + (right - left) * across, y: box.y + 22 + 26 + (row - 1) * 56 + 20 }
}

describe('predicting', () => {
  test('goes by the keyboard alone, from a link to the score', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, homework(6))
    await press(page, 'ArrowRight')
    await question(page).getByText('Where will the block of p[4] = malloc(90) land?').waitFor()
    expect((await seen(page)).where).toBe('Operation 7 of 8 · step 0')
    await page.keyboard.press('ArrowRight')
    await question(page).getByText('The free chunk of 224 bytes').waitFor()
    await page.keyboard.press('ArrowRight')
    await question(page).getByText('The free chunk of 128 bytes').waitFor()
    await visit.screenshot('predict-asked')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await question(page).getByText('Right.').waitFor()
    await question(page).getByText('1 of 1 right').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Operation 7 of 8 · step 1').waitFor()
    await press(page, 'Shift+ArrowRight')
    await press(page, 'Shift+ArrowRight')
    await question(page).getByText('What becomes of the chunk with free(p[1])?').waitFor()
    await page.keyboard.press('1')
    await question(page).getByText('of 2 right').waitFor()
    await visit.screenshot('predict-merge')
    expect(await violations(page)).toEqual([])
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('goes by the mouse: a click on the map answers, and shows the true place', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, homework(6))
    await page.getByRole('button', { name: 'Step forward' }).click()
    await question(page).getByText('Where will').waitFor()
    // A block is no answer: clicking it looks at it, as ever.
    const block = await onMap(page, 2, 0.88)
    await page.mouse.click(block.x, block.y)
    await page.getByRole('complementary', { name: 'Inspector' }).getByText('p[1]').first().waitFor()
    expect(await question(page).getByText('Where will').count()).toBe(1)
    const hole = await onMap(page, 1, 0.3)
    await page.mouse.click(hole.x, hole.y)
    await question(page).getByText('Not so.').waitFor()
    await question(page).getByText('fits too, but the search prefers the other').waitFor()
    await visit.screenshot('predict-told')
    await page.getByRole('button', { name: 'Watch it' }).click()
    await page.getByText('Operation 7 of 8 · step 1').waitFor()
    // It has been asked, and is not asked again.
    await press(page, 'ArrowLeft')
    expect((await seen(page)).where).toContain('Operation 6 of 8')
    await press(page, 'ArrowRight')
    expect((await seen(page)).where).toContain('Operation 7 of 8 · step 1')
    await page.getByRole('button', { name: 'Predict' }).click()
    expect(await page.getByRole('button', { name: 'Predict' }).getAttribute('aria-pressed')).toBe('false')
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('fits on a phone', async () => {
    const visit = await lab.newPage(PHONE)
    const { page } = visit
    await openLab(page, homework(5, { ...HOLES, allocator: { id: 'explicit-lifo', options: {} } }))
    await page.getByRole('button', { name: 'Step forward' }).click()
    await question(page).getByText('What will the free list be').waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await visit.screenshot('predict-phone')
    await question(page).getByRole('listitem').first().getByRole('button').click()
    await question(page).getByText('of 1 right').waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})
