import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, openLesson, press, settled } from './support/acting.ts'
import { type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const PROJECTOR = { width: 1280, height: 720 }
const SENTENCE = /of 15 · step/

async function themeOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['theme'])
}

describe('before an audience', () => {
  test('a clicker goes through the steps, and Escape leads back to all panels', async () => {
    const visit = await lab.newPage(PROJECTOR)
    const { page } = visit
    await openLab(page, lab.site.url)
    const before = await page.locator('.sentence').innerText()
    await page.keyboard.press('p')
    await page.locator('.presenting').waitFor()
    expect(await page.getByRole('region', { name: 'Source' }).count()).toBe(0)
    expect(await page.locator('.sentence').innerText()).toBe(before)
    expect(await page.locator('.near-line').count()).toBe(3)
    expect(await page.locator('.near-line.now').innerText()).toContain('malloc(40)')
    await visit.screenshot('present-light')
    await press(page, 'PageDown')
    expect(await page.locator('.sentence').innerText()).not.toBe(before)
    await press(page, 'PageUp')
    expect(await page.locator('.sentence').innerText()).toBe(before)
    // What a clicker sends for a dark screen would be the next lesson, or a breakpoint.
    await press(page, '.')
    await press(page, 'b')
    await page.getByText(SENTENCE).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Source' }).waitFor()
    expect(await page.locator('.sentence').innerText()).toBe(before)
    expect(await page.locator('[aria-pressed="true"].line-number').count()).toBe(0)
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('the lines make room for the map', async () => {
    const visit = await lab.newPage(PROJECTOR, 'dark')
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.getByRole('button', { name: 'Present' }).click()
    const map = page.getByRole('img', { name: /^Heap map/ })
    const small = await map.boundingBox()
    await page.keyboard.press('l')
    await expect.poll(async () => (await map.boundingBox())!.height).toBeGreaterThan(small!.height)
    expect(await page.locator('.near-line').count()).toBe(0)
    await visit.screenshot('present-dark-without-lines')
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('region', { name: 'Source' }).waitFor()
    await visit.close()
  })

  test.each([
    PROJECTOR,
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
    { width: 1024, height: 768 },
    PHONE,
  ])('everything is large and on the screen at $width × $height', async (size) => {
    const visit = await lab.newPage(size)
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.keyboard.press('p')
    await settled(page)
    const sentence = page.locator('.sentence .strong').first()
    const letters = await sentence.evaluate((element) => {
      const { height, width } = element.getBoundingClientRect()
      return { height: height / element.getClientRects().length, width }
    })
    // A line of the sentence has at least a thirtieth of the screen's smaller side.
    expect(letters.height).toBeGreaterThan(Math.min(size.width / 1.34, size.height) / 30)
    for (const part of ['.present-top', '.sentence', '.heap-canvas', '.timeline-canvas']) {
      const box = await page.locator(part).boundingBox()
      expect(box!.x).toBeGreaterThanOrEqual(0)
      expect(box!.y).toBeGreaterThanOrEqual(0)
      expect(box!.x + box!.width).toBeLessThanOrEqual(size.width + 1)
      expect(box!.y + box!.height).toBeLessThanOrEqual(size.height + 1)
    }
    // The canvas has a dot for every dot of the screen: it is drawn at this size, not blown up.
    const dots = await page
      .locator('.heap-canvas')
      .evaluate((element: HTMLCanvasElement) => element.width / element.getBoundingClientRect().width)
    expect(dots).toBeCloseTo(1, 1)
    await visit.screenshot(`present-${size.width}`)
    await visit.close()
  })

  test('a click finds the chunk that is seen there, and the gallery goes on to another lesson', async () => {
    const visit = await lab.newPage(PROJECTOR)
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.keyboard.press('p')
    await settled(page)
    const map = (await page.getByRole('img', { name: /^Heap map/ }).boundingBox())!
    await page.mouse.move(map.x + map.width / 2, map.y + 95)
    const tip = page.locator('.tooltip')
    await tip.waitFor()
    const box = (await tip.boundingBox())!
    expect(Math.abs(box.y - (map.y + 95))).toBeLessThan(60)
    await openLesson(page, 'The four cases of free')
    expect(await page.locator('.presenting h1').innerText()).toContain('The four cases of free')
    await visit.close()
  })
})

describe('the theme', () => {
  test('is chosen in the menu, and kept', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    expect(await themeOf(page)).toBe('light')
    await page.getByRole('button', { name: 'Appearance: The system' }).click()
    await page.getByRole('radio', { name: 'High contrast' }).check()
    expect(await themeOf(page)).toBe('contrast')
    await visit.screenshot('contrast')
    await page.getByRole('checkbox', { name: 'Motion' }).uncheck()
    await page.waitForTimeout(700)
    await page.reload()
    await settled(page)
    expect(await themeOf(page)).toBe('contrast')
    expect(await page.evaluate(() => document.documentElement.dataset['motion'])).toBe('off')
    await visit.close()
  })

  test.each([
    [{ colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' }, 'dark'],
    [{ colorScheme: 'light', contrast: 'more', forcedColors: 'none' }, 'contrast'],
    [{ colorScheme: 'dark', contrast: 'more', forcedColors: 'none' }, 'contrast-dark'],
    [{ colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' }, 'forced'],
  ] as const)('follows the system: %o', async (media, theme) => {
    const visit = await lab.newPage(PROJECTOR)
    const { page } = visit
    await page.emulateMedia(media)
    await openLab(page, lab.site.url)
    expect(await themeOf(page)).toBe(theme)
    await visit.screenshot(`system-${theme}`)
    await visit.close()
  })

  test('leaves nothing moving for a person who wants it so', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openLab(page, lab.site.url)
    expect(await page.evaluate(() => document.documentElement.dataset['motion'])).toBe('off')
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await visit.close()
  })
})
