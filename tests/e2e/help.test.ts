import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, settled } from './support/acting.ts'
import { type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

describe('the help', () => {
  test('is searched, and leads to a lesson, by keyboard alone', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Help' })
    await dialog.waitFor()
    expect(await dialog.getByRole('heading', { name: 'Segregated fits' }).count()).toBe(1)
    await visit.screenshot('help')
    // The field has the focus; only words have an entry for this, so they come to the front.
    await page.keyboard.type('errno')
    await dialog.getByRole('heading', { name: /^system call/ }).waitFor()
    await dialog.getByRole('button', { name: 'See it: The program break' }).waitFor()
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      const on = await page.evaluate(() => document.activeElement?.textContent)
      if (on?.startsWith('See it')) break
    }
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Scenario: The program break' }).waitFor()
    await settled(page)
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('keeps the focus inside and gives it back', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    const button = page.getByRole('button', { name: 'Help' })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Help' })
    await dialog.waitFor()
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Shift+Tab')
      const where = await page.evaluate(() => {
        const { activeElement } = document
        return activeElement === document.body || activeElement?.closest('dialog') !== null
      })
      expect(where).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await visit.close()
  })

  test('has the keys and the tour behind it, and fits a phone', async () => {
    const visit = await lab.newPage(PHONE)
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.getByRole('button', { name: 'Help' }).click()
    const dialog = page.getByRole('dialog', { name: 'Help' })
    await dialog.getByRole('tab', { name: /^Options/ }).click()
    await dialog.getByRole('heading', { name: 'Coalescing' }).waitFor()
    await visit.screenshot('help-phone')
    await dialog.getByRole('button', { name: 'Keys' }).click()
    await page.getByRole('dialog', { name: 'Keys' }).getByText('one step back').waitFor()
    await visit.close()
  })
})
