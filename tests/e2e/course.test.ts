import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type Example } from '../../src/scenarios/index.ts'
import { openLab, press, seen, settled } from './support/acting.ts'
import { DESKTOP, type Lab, launch, PHONE, type Theme, type Viewport } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const lesson = (page: Page) => page.getByRole('region', { name: 'What to look at' })

/** Waits until a lesson is on the page, with its place in the course. */
async function arrived(page: Page, { title }: Example, number: number): Promise<void> {
  await page.getByRole('button', { name: `Scenario: ${title}`, exact: true }).waitFor()
  await lesson(page).getByText(`Lesson ${number} of ${COURSE.lessons.length}`).waitFor()
}

/** Where the page stands, once a moment is there: "Operation 10 of 15 · step 4 of 6". */
async function where(page: Page): Promise<string> {
  await settled(page)
  return (await page.locator('.where').innerText()).trim()
}

describe('the course, by keyboard alone', () => {
  test('every lesson opens at its moment, and its answer can be shown', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    const places: string[] = []
    for (const [index, example] of COURSE.lessons.entries()) {
      if (index > 0) await page.keyboard.press('.')
      await arrived(page, example, index + 1)
      await page.keyboard.press('a')
      await lesson(page).getByText('✓ answered').waitFor()
      expect(await lesson(page).innerText()).toContain(example.question)
      expect(await lesson(page).innerText()).toContain(example.answer)
      await page.locator('.sentence').filter({ hasText: /\S/ }).waitFor()
      places.push(await where(page))
      await page.keyboard.press('a')
    }
    expect(places[0]).toBe('Operation 10 of 15 · step 4 of 6')
    expect(places[1]).toBe('Operation 2 of 7 · step 2 of 2')
    expect(places.every((place) => place.startsWith('Operation '))).toBe(true)
    await page.keyboard.press('g')
    await page.getByText(`${COURSE.lessons.length} of ${COURSE.lessons.length} answered`).waitFor()
    await visit.screenshot('course-done')
    expect(visit.errors).toEqual([])
    await visit.close()
  }, 300_000)

  test('the list of lessons is gone through with arrows, searched by typing, and remembered', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.keyboard.press('g')
    const gallery = page.getByRole('dialog', { name: COURSE.title })
    await gallery.waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? '')
    expect(await focused()).toContain('A heap in seven lines')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toContain('The program break')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).not.toContain('The program break')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.type('guard')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await gallery.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Scenario: A mapping for every block' }).waitFor()
    await settled(page)
    await page.keyboard.press('g')
    await gallery.waitFor()
    expect(await focused()).toContain('A mapping for every block')
    await page.keyboard.press('Escape')
    await gallery.waitFor({ state: 'detached' })
    await page.waitForTimeout(700)
    await page.reload()
    await page.getByRole('button', { name: 'Scenario: A mapping for every block' }).waitFor()
    await lesson(page).getByText('Lesson 18 of').waitFor()
    await visit.close()
  })
})

describe('a first visit', () => {
  test('sees a heap that runs by itself within a second; a key stops it; the tour is there when wanted', async () => {
    const visit = await lab.newPage(DESKTOP, 'light', 'new')
    const { page } = visit
    await page.goto(lab.site.url)
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    const welcome = page.getByRole('dialog', { name: 'Welcome' })
    await welcome.waitFor()
    const first = await page.locator('.where').innerText()
    await page.waitForFunction((text) => document.querySelector('.where')?.textContent !== text, first)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    const stopped = await seen(page)
    await page.waitForTimeout(1200)
    expect(await seen(page)).toEqual(stopped)
    await visit.screenshot('course-welcome')
    await welcome.getByRole('button', { name: 'Show me around' }).click()
    for (let number = 1; number <= 5; number++) {
      await page.getByRole('dialog', { name: `Tour, ${number} of 5` }).waitFor()
      expect(await page.locator('.tour-outline').count()).toBeGreaterThan(0)
      await visit.screenshot(`course-tour-${number}`)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await seen(page)).where).toBe('Operation 10 of 15 · step 4 of 6')
    expect(visit.errors).toEqual([])
    await page.reload()
    await settled(page)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await visit.close()
  })

  test('with less motion wanted nothing moves by itself', async () => {
    const visit = await lab.newPage(DESKTOP, 'light', 'new')
    const { page } = visit
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(lab.site.url)
    await page.getByRole('dialog', { name: 'Tour, 1 of 5' }).waitFor()
    const still = await seen(page)
    await page.waitForTimeout(1200)
    expect(await seen(page)).toEqual(still)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press(page, 'ArrowRight')
    expect(await seen(page)).not.toEqual(still)
    await visit.close()
  })
})

describe('a course of one’s own', () => {
  test('comes by a link, with the files beside it', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await page.goto(`${lab.site.url}#course=courses/example/course.json`)
    const gallery = page.getByRole('dialog', { name: 'An example of a course' })
    await gallery.waitFor()
    await visit.screenshot('course-example')
    await page.keyboard.press('Enter')
    await gallery.waitFor({ state: 'detached' })
    await lesson(page).getByText('Lesson 1 of 2').waitFor()
    await page.keyboard.press('.')
    await page.getByRole('button', { name: 'Scenario: One byte too far' }).waitFor()
    expect((await seen(page)).where).toContain('Operation 3 of')
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('is not fetched from elsewhere', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${lab.site.url}#course=https://elsewhere.example/course.json`)
    await page.getByRole('alert').filter({ hasText: 'same site' }).waitFor()
    await settled(page)
    expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([])
    await visit.close()
  })
})

describe('the list of lessons on the screen', () => {
  const sizes: readonly Viewport[] = [DESKTOP, { width: 1280, height: 720 }, PHONE]
  const themes: readonly Theme[] = ['light', 'dark']
  const screens = sizes.flatMap((size) => themes.map((theme) => ({ size, theme })))

  test.each(screens)('fits $size.width×$size.height, $theme', async ({ size, theme }) => {
    const visit = await lab.newPage(size, theme)
    const { page } = visit
    await openLab(page, `${lab.site.url}#lesson=swiss-cheese`)
    await page.keyboard.press('a')
    await visit.screenshot(`course-lesson-${size.width}-${theme}`)
    await page.keyboard.press('g')
    await page.getByRole('dialog', { name: COURSE.title }).waitFor()
    const overflow = await page.evaluate(() => {
      const list = document.querySelector('.gallery-chapters')!
      return Math.max(
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        list.scrollWidth - list.clientWidth,
      )
    })
    expect(overflow).toBeLessThanOrEqual(0)
    await visit.screenshot(`course-gallery-${size.width}-${theme}`)
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})
