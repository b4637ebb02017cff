import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, openLesson, press, settled, share } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const look = (page: Page, name: string) => page.getByRole('radio', { name }).check()
const rows = (page: Page) => page.getByRole('list', { name: 'Regions, highest address first' })

/** Opens the lesson of a block that has a mapping of its own, at the address space. */
async function openSpace(page: Page): Promise<void> {
  await openLab(page, lab.site.url)
  await openLesson(page, 'Blocks of their own')
  await page.getByRole('tab', { name: 'Address space' }).click()
  await page.getByText('made by mmap').waitFor()
}

describe('the address space', () => {
  test('is a picture, page by page, that follows the steps and leads to chunks and the map', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openSpace(page)
    const mapping = rows(page).getByRole('listitem').filter({ hasText: 'made by mmap' })
    expect(await mapping.innerText()).toMatch(/992 KiB, 1 of 248 pages resident/)
    await visit.screenshot('space-picture')
    // By keys alone: back before the call nothing is mapped, and the pages lead to the chunk that lies there.
    await press(page, 'Shift+ArrowRight', 2)
    const pages = mapping.getByRole('slider')
    await pages.focus()
    await page.keyboard.press('ArrowUp')
    expect(await pages.getAttribute('aria-valuetext')).toMatch(/^Pages 3 to 4, 0x7ffff7cdd000/)
    await page.keyboard.press('Enter')
    await page.getByRole('tabpanel', { name: 'Chunk' }).getByText('1,003,520').first().waitFor()
    await press(page, 'Home')
    await mapping.waitFor({ state: 'detached' })
    // The heap of another lesson is shown on its map.
    await openLesson(page, 'A heap in seven lines')
    await page.getByRole('tab', { name: 'Address space' }).click()
    await rows(page).getByRole('button', { name: /^Heap/ }).press('Enter')
    await page.getByRole('tab', { name: 'Heap', exact: true, selected: true }).waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('has true distances under a magnifier, and the kernel’s own text', async () => {
    const visit = await lab.newPage({ width: 1280, height: 720 }, 'dark')
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.getByRole('tab', { name: 'Address space' }).click()
    await look(page, 'To scale')
    await page.getByRole('button', { name: /^Program and heap.*thinner than a pixel/ }).waitFor()
    await visit.screenshot('space-whole')
    await page.getByRole('button', { name: /^Program and heap/ }).click()
    await page.getByRole('button', { name: /^Program text/ }).waitFor()
    await visit.screenshot('space-magnified')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('-')
    await page.keyboard.press('+')
    const trail = page.getByRole('navigation', { name: 'What is magnified' })
    expect(await trail.getByRole('listitem').allInnerTexts()).toHaveLength(2)
    const link = await share(page)
    expect(link).toContain('#')
    await look(page, '/proc/self/maps')
    await page.getByRole('region', { name: '/proc/self/maps' }).getByText('[heap]').waitFor()
    await page.getByRole('tabpanel', { name: 'Address space' }).getByRole('button', { name: 'Copy' }).click()
    await page.getByText('The text of /proc/self/maps is on the clipboard.').waitFor()
    const maps = await page.evaluate(() => navigator.clipboard.readText())
    expect(maps).toMatch(/^555555559000-55555555a000 rw-p 00000000 00:00 0 {26}\[heap\]$/m)
    await visit.screenshot('space-maps')
    expect(visit.errors).toEqual([])
    await visit.close()
    const other = await lab.newPage()
    await other.page.goto(link)
    await settled(other.page)
    await other.page.getByRole('tab', { name: 'Address space', selected: true }).waitFor()
    await other.close()
  })

  test('fits a phone', async () => {
    const visit = await lab.newPage(PHONE)
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.getByRole('button', { name: 'Heap', exact: true }).click()
    await page.getByRole('tab', { name: 'Address space' }).click()
    await rows(page).waitFor()
    for (const name of ['Picture', 'To scale', '/proc/self/maps']) {
      await look(page, name)
      await page.waitForTimeout(200)
      await visit.screenshot(`space-phone-${name.replace(/\W+/g, '-')}`)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(await violations(page)).toEqual([])
    }
    await visit.close()
  })
})

describe('system calls', () => {
  test('are all there, with what they changed, and lead to the operation that made each', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await openLesson(page, 'Blocks of their own')
    await page.getByRole('tab', { name: /^Syscalls 2/ }).click()
    const told = page.getByRole('region', { name: 'The chosen system call' })
    await told.getByText('980 KiB (245 pages) are mapped').waitFor()
    await page.getByRole('region', { name: /^System calls, 2/ }).focus()
    await page.keyboard.press('ArrowDown')
    await told.getByText('their bytes are lost').waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByText(/^Operation 36/)
      .first()
      .waitFor()
    await visit.screenshot('syscalls')
    expect(await violations(page)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'As a file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('blocks-of-their-own.strace')
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      'mmap(NULL, 1003520, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7ffff7cdb000\n' +
        'munmap(0x7ffff7cdb000, 1003520)         = 0\n',
    )
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})
