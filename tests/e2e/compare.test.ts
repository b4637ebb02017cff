import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, press, runTrace, settled } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { type Lab, launch, PHONE } from './support/index.ts'
import { PATIENCE, runProgram } from './support/program.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** First fit takes the hole of 624 bytes at the end, best fit that of 528. */
const HOLES = ['a 0 200', 'a 1 16', 'a 2 600', 'a 3 16', 'a 4 500', 'a 5 16', 'f 0', 'f 2', 'f 4', 'a 6 400']
const PARTED = 'Operation 10: First fit answers heap + 272, Best fit heap + 928.'

const panel = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const numbers = (page: Page, name: string) => panel(page, name).locator('.contender-numbers')

/** Opens the comparison and chooses allocators with keys only. */
async function compareWith(page: Page, ...names: string[]): Promise<void> {
  await page.keyboard.press('v')
  for (const name of names) {
    const list = page.getByRole('list', { name: 'Allocators to compare with' })
    const add = page.getByRole('button', { name: 'Add an allocator' })
    await list.or(add).first().waitFor()
    if ((await list.count()) === 0) {
      await add.focus()
      await page.keyboard.press('Enter')
    }
    await list
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await numbers(page, name).waitFor()
  }
}

/** The cells of a row of the table, without the name of the figure. */
async function row(page: Page, name: string): Promise<string[]> {
  const cells = page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
  return (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

describe('the comparison', () => {
  test('runs two allocators in lockstep and goes to where they part', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await compareWith(page, 'Best fit')
    await page.getByText(PARTED).waitFor()
    await expect.poll(() => numbers(page, 'Best fit').innerText(), PATIENCE).toContain('operation 1,')
    await press(page, 'Shift+ArrowRight', 2)
    for (const name of ['First fit', 'Best fit'])
      await expect.poll(() => numbers(page, name).innerText(), PATIENCE).toContain('operation 2,')
    await press(page, 'Shift+V')
    for (const name of ['First fit', 'Best fit'])
      await expect.poll(() => numbers(page, name).innerText(), PATIENCE).toContain('operation 10,')
    await expect.poll(() => panel(page, 'Best fit').innerText(), PATIENCE).toMatch(/malloc answers/)
    await press(page, 'ArrowLeft')
    await expect.poll(() => numbers(page, 'First fit').innerText(), PATIENCE).not.toContain('step 8')
    await expect.poll(() => row(page, 'Probes per call, most'), PATIENCE).toEqual(['best 5', '6'])
    await visit.screenshot('compare-two')
    await page.keyboard.press('v')
    await page.getByRole('region', { name: 'Comparison' }).waitFor({ state: 'detached' })
    expect(page.workers()).toHaveLength(1)
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('has room for four, offers the table, and is part of a link', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await compareWith(page, 'Best fit', 'Binary buddy', 'Next fit')
    expect(await page.getByRole('button', { name: 'Add an allocator' }).isDisabled()).toBe(true)
    await page.getByText('First fit and Next fit never part: 10 calls, all answered alike.').waitFor()
    await expect.poll(() => row(page, 'Failed calls'), PATIENCE).toEqual(['0', '0', '0', '0'])
    expect((await row(page, 'Peak heap')).filter((cell) => cell.startsWith('tie'))).toHaveLength(3)
    const offered = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download CSV' }).click()
    const csv = readFileSync(await (await offered).path(), 'utf8')
    expect(csv).toContain('figure,better,First fit,Best fit,Binary buddy,Next fit\n')
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      '| Failed calls | 0 | 0 | 0 | 0 |',
    )
    expect(await violations(page)).toEqual([])
    await visit.screenshot('compare-four')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('dialog').waitFor()
    const link = page.url()
    await visit.close()

    const other = await lab.newPage(PHONE, 'dark')
    await openLab(other.page, link)
    await numbers(other.page, 'Next fit').waitFor()
    await other.page.getByText(PARTED).waitFor()
    const [first, best] = await Promise.all(
      ['First fit', 'Best fit'].map((name) => panel(other.page, name).boundingBox()),
    )
    expect(best!.y).toBeGreaterThan(first!.y + first!.height - 1)
    expect(await violations(other.page)).toEqual([])
    await other.screenshot('compare-phone')
    expect(other.errors).toEqual([])
    await other.close()
  })

  test('says where a program goes another way, and goes on by its calls', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runProgram(
      page,
      `#include <stdlib.h>
int main(void) {
  char *a = malloc(200), *b = malloc(16), *c = malloc(80), *d = malloc(16);
  free(a);
  free(c);
  char *e = malloc(72);
  if (e == a) free(malloc(1000));
  free(b);
  free(d);
}`,
    )
    await settled(page)
    await compareWith(page, 'Best fit')
    await page.getByText(/First fit answers heap \+ 16, Best fit heap \+ 272/).waitFor()
    await press(page, 'End')
    await page.getByText(/goes another way with Best fit than with First fit/).waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('says why a program with a malloc of its own cannot take part', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runProgram(
      page,
      '#include <stdlib.h>\nvoid *malloc(size_t n) { return 0; }\nint main(void) { return malloc(1) != 0; }\n',
    )
    await page.keyboard.press('v')
    await page.getByText(/^This program brings its own malloc/).waitFor()
    await visit.screenshot('compare-refused')
    await visit.close()
  })
})
