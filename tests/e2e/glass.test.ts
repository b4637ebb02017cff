import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseAllocator, chooseFile, openLab, openLesson, press, settled } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { DESKTOP, type Lab, launch, PHONE } from './support/index.ts'
import { tasksDuring } from './support/main-thread.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** Holes that the lists of the second test are made of. */
const HOLES = 10_000

/** Blocks of several sizes, of which every other one is freed; then one that no hole can hold, and one that some can. */
function manyHoles(): string {
  const lines = Array.from({ length: 2 * HOLES }, (_, i) => `a ${i} ${16 + (i % 7) * 24}`)
  for (let i = 1; i < 2 * HOLES; i += 2) lines.push(`f ${i}`)
  lines.push(`a ${2 * HOLES} 5000`, `a ${2 * HOLES + 1} 160`)
  return `${lines.join('\n')}\n`
}

const showTab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

describe('a chunk under the glass', () => {
  test('has tags bit by bit, bytes as gdb prints them, and a past; its neighbours are a key away', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await openLesson(page, 'The forty-first byte')
    await showTab(page, 'Chunk')
    const words = page.getByRole('list', { name: 'Words of the chunk' })
    await words.getByText('0x0000000000000041').waitFor()
    // The footer that b's header leads to now lies in the middle of c.
    await words.getByText('0x4343434343434343').waitFor()
    await words.getByText('should be 0').waitFor()
    await words.getByRole('button', { name: 'Header' }).focus()
    // What the program has just written over is a run of its own.
    const lit = page.locator('.hex .is-lit')
    expect(await lit.allInnerTexts()).toEqual(['41', '00 00 00 00 00 00 00', 'A', '.......'])
    await visit.screenshot('glass-overflow')
    await page.getByRole('radio', { name: 'bytes' }).focus()
    await page.keyboard.press('ArrowRight')
    const bytes = page.getByRole('table', { name: 'Bytes of the chunk' })
    expect(await bytes.getByRole('row').first().innerText()).toMatch(/^…9038\s+0x0000000000000041\s+0x0{16}$/)
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n').slice(0, 2)).toEqual([
      'x/8gx 0x555555559038',
      '0x555555559038:\t0x0000000000000041\t0x0000000000000000',
    ])
    await visit.screenshot('glass-giant-words')
    await page.locator('.sentence').click()
    await page.keyboard.press('k')
    await page.getByText('a, asked for 24').waitFor()
    await page.getByRole('button', { name: 'operation 2', exact: true }).click()
    await page.getByText(/^Operation 2 /).waitFor()
    // What was chosen holds on the next visit.
    await page.waitForTimeout(600)
    await openLab(page, lab.site.url)
    await showTab(page, 'Chunk')
    expect(await page.getByRole('radio', { name: 'x/gx' }).isChecked()).toBe(true)
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})

describe('the free lists', () => {
  test('hold ten thousand chunks, follow the search, and are walked by keys', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await chooseAllocator(page, 'Explicit list, LIFO')
    await chooseFile(page, 'holes.rep', manyHoles())
    await page.getByText(/^Operation .* of 30,002 /).waitFor()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await press(page, 'End')
    await showTab(page, 'Free')
    const list = page.getByRole('listbox', { name: /^Free chunks/ })
    await list.waitFor()
    await page.getByRole('status').getByText('9,998 chunks').waitFor()
    expect(await list.getByRole('option').count()).toBeLessThan(80)
    await press(page, 'ArrowLeft', 3)
    await visit.screenshot('glass-ten-thousand')
    const tasks = await tasksDuring(lab.browser, page, async () => {
      await press(page, 'ArrowLeft', 4)
      await list.focus()
      for (const key of ['End', 'ArrowUp', 'Home', 'ArrowDown']) await page.keyboard.press(key)
      await page.waitForTimeout(300)
    })
    expect(tasks[0]?.busy ?? 0).toBeLessThan(50)
    const active = page.locator(`[id="${await list.getAttribute('aria-activedescendant')}"]`)
    expect(await active.textContent()).toContain('place 2: ')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^place 2/ }).click()
    await list.locator('.inspected').getByText('2', { exact: true }).waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('are linked to the map both ways', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await openLesson(page, 'The order of the list')
    await press(page, 'End')
    await showTab(page, 'Free')
    const list = page.getByRole('listbox', { name: /^Free chunks/ })
    const canvas = page.locator('.heap-canvas')
    const pixels = () => page.locator('.heap-motion canvas').last().screenshot()
    await canvas.hover({ position: { x: 2, y: 2 } })
    const before = await pixels()
    await list.getByRole('option').first().hover()
    await page.waitForTimeout(200)
    expect((await pixels()).equals(before)).toBe(false)
    await visit.screenshot('glass-pointed')
    // The lane lies below the map, its first node at the left: the first entry of the list.
    const box = (await canvas.boundingBox())!
    await page.mouse.move(box.x + 100, box.y + box.height - 50)
    await list.locator('.pointed').getByText('1', { exact: true }).waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})

describe('both panels', () => {
  test('fit every screen, and axe has nothing to object to', async () => {
    for (const [name, viewport, theme] of [
      ['desktop', DESKTOP, 'light'],
      ['projector', { width: 1280, height: 720 }, 'dark'],
      ['phone', PHONE, 'light'],
    ] as const) {
      const visit = await lab.newPage(viewport, theme)
      const { page } = visit
      await openLab(page, lab.site.url)
      await openLesson(page, 'Buddies')
      if (viewport === PHONE) {
        await page
          .getByRole('navigation')
          .getByRole('button', { name: /Variables|Chunk/ })
          .click()
      }
      for (const tab of ['Chunk', 'Free']) {
        await showTab(page, tab)
        await settled(page)
        await visit.screenshot(`glass-${tab.toLowerCase()}-${name}`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide).toBeLessThanOrEqual(0)
      }
      // The other screens and themes are the matter of axe.test.ts.
      if (viewport === PHONE) expect(await violations(page)).toEqual([])
      await visit.close()
    }
  })
})
