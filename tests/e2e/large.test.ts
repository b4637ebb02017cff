import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameOf } from '../../src/ui/timeline/model.ts'
import { MILLION, millionTrace } from '../support/million.ts'
import { chooseAllocator, chooseFile, openLab, press, seen } from './support/acting.ts'
import { type Lab, launch } from './support/index.ts'
import { tasksDuring } from './support/main-thread.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

test('a trace of a million operations opens with progress, can be cancelled, goes on, and is scrubbed freely', async () => {
  const visit = await lab.newPage()
  const { page } = visit
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Segregated')
  await chooseFile(page, 'million.rep', millionTrace())
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.getByRole('progressbar').waitFor()
  await page.getByText(/operations run/).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  await press(page, 'End')
  expect((await seen(page)).where).toContain('of 1,000,000')
  await visit.screenshot('million-cancelled')
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 120_000 })

  await press(page, 'End')
  expect((await seen(page)).where).toContain('Operation 1,000,000 of 1,000,000')
  const timeline = page.getByRole('slider').first()
  const box = (await timeline.boundingBox())!
  const { left, right } = frameOf(box.width, box.height)
  for (const share of [0.1, 0.75, 0.33, 0.5]) {
    await page.mouse.click(box.x + left + (right - left) * share, box.y + box.height / 2)
    const { where } = await seen(page)
    const operation = Number(/Operation ([\d,]+)/.exec(where)![1]!.replaceAll(',', ''))
    expect(operation / MILLION).toBeCloseTo(share, 2)
  }
  // The map scrolls to what a step touches, so that only the words are the same after going there and back.
  const { sentence, where } = await seen(page)
  await press(page, 'ArrowRight', 3)
  await press(page, 'ArrowLeft', 3)
  expect(await seen(page)).toMatchObject({ sentence, where })
  await visit.screenshot('million')
  expect(visit.errors).toEqual([])
  await visit.close()
}, 180_000)

/** Opens the million, lets it run to its end, and goes through it as fast as a hand can. */
async function hurry(page: Page): Promise<void> {
  await chooseFile(page, 'million.rep', millionTrace())
  const progress = page.getByRole('progressbar')
  await progress.waitFor()
  await progress.waitFor({ state: 'detached', timeout: 120_000 })
  await page.keyboard.press('End')
  const box = (await page.getByRole('slider').first().boundingBox())!
  await page.mouse.move(box.x + 20, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2, { steps: 60 })
  await page.mouse.up()
  for (const key of ['-', '-', '-', '+', '+', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(50)
  }
}

test('the page answers all the while: nothing keeps it busy for 50 ms', async () => {
  const visit = await lab.newPage()
  const { page } = visit
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Segregated')
  const [busiest] = await tasksDuring(lab.browser, page, () => hurry(page))
  expect(busiest!.busy).toBeGreaterThan(0)
  expect(busiest!.busy).toBeLessThan(50)
  await visit.close()
}, 180_000)
