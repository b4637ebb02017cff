import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, press, seen } from './support/acting.ts'
import { type Lab, launch, PHONE, type Visit } from './support/index.ts'
import {
  atEnd,
  findings,
  leadsTo,
  openProgramLesson,
  shownValue,
  shows,
  standsOn,
  tab,
} from './support/program.ts'

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
  await visit.close()
  await lab.close()
})

test('the listing of the hunts opens at the split, and ends well', async () => {
  await tab(page, 'Program')
  await openProgramLesson(page, 'A header in front of each block')
  await standsOn(page, 'b->size = n;')
  expect(await page.getByRole('region', { name: 'Frame of cut' }).count()).toBe(1)
  expect(await shownValue(page, 'n').innerText()).toBe('48')
  await visit.screenshot('listing-m')
  expect(await atEnd(page)).toEqual({ output: [], ending: 'exited with status 0' })
  expect(await findings(page)).toEqual([])
  await tab(page, 'Program')
  expect((await seen(page)).heap.join('\n')).toContain('0x555555559020')
})

/** A hunt: the example, the finding that names its first wrong moment, and the lines it leads to. */
interface Hunt {
  readonly title: string
  readonly finding: RegExp
  /** The file and the line in which it is seen. */
  readonly at: readonly [file: string, line: string]
  /** Where it began, if the finding knows. */
  readonly began?: readonly [file: string, line: string]
  readonly ending: RegExp
}

const HUNTS: readonly Hunt[] = [
  {
    title: 'nothing to free',
    finding: /^Segmentation fault · malloc\.c:\d+\n.*0xfffffffffffffff8/,
    at: ['malloc.c', 'b->used = 0;'],
    ending: /killed by SIGSEGV/,
  },
  {
    title: 'a very large block',
    finding: /malloc\.c:\d+\n18,446,744,073,709,551,608 \+ 15 in n \+ 15 .*wraps around to 7/,
    at: ['malloc.c', 'n = (n + 15) & ~(size_t)15;'],
    ending: /killed by SIGSEGV/,
  },
  {
    title: 'odd addresses',
    finding: /hunt-align\.c:\d+\nmalloc returns 0x55555555904a for 24 bytes, .*no multiple of 16/,
    at: ['hunt-align.c', 'char *b = malloc(24);'],
    ending: /exited with status 0/,
  },
  {
    title: 'lost bytes',
    finding: /hunt-lost\.c:\d+\nThe heap grows for 100 bytes, although .* belong to nobody/,
    at: ['hunt-lost.c', 'a = malloc(100);'],
    began: ['hunt-lost.c', 'free(a);'],
    ending: /exited with status 0/,
  },
  {
    title: 'a header that is no more',
    finding: /malloc\.c:\d+\nThe program's free reads 8 bytes .*block e \(120 bytes/,
    at: ['malloc.c', 'if (b->prev && !b->prev->used)'],
    began: ['hunt-stale.c', 'char *e = malloc(120);'],
    ending: /killed by SIGSEGV/,
  },
  {
    title: 'a smaller block',
    finding: /malloc\.c:\d+\nThe program's realloc writes 8 bytes .*: byte 16 of the block p \(200 bytes/,
    at: ['malloc.c', 'r->size = b->size - n - sizeof(block);'],
    began: ['hunt-shrink.c', 'char *p = malloc(200);'],
    ending: /exited with status 0/,
  },
]

describe('a bug hunt', () => {
  test.each(HUNTS)('$title', async ({ title, finding, at, began, ending }) => {
    await tab(page, 'Program')
    await openProgramLesson(page, `Bug hunt: ${title}`)
    await page.getByText('At which step does the first wrong value appear?').waitFor()
    expect((await atEnd(page)).ending).toMatch(ending)
    const listed = await findings(page)
    const index = listed.findIndex((each) => finding.test(each))
    expect(listed[index], listed.join('\n\n')).toBeDefined()

    const entry = page.locator('.finding-entry').nth(index)
    if (began !== undefined) {
      await entry.getByRole('button', { name: /^It began at/ }).click()
      await shows(page, ...began)
      await page.getByRole('complementary', { name: 'Found here' }).getByText('Here began').waitFor()
      await tab(page, /^Findings/)
    }
    await entry.locator('.finding').click()
    await shows(page, ...at)
    const here = page.getByRole('complementary', { name: 'Found here' })
    await here.getByRole('button', { name: /all findings/i }).click()
    await entry.waitFor()
    expect(visit.errors).toEqual([])
  })

  test('is led to by the keys as well', async () => {
    await openProgramLesson(page, 'Bug hunt: lost bytes')
    await press(page, 'Home')
    await press(page, ']')
    await leadsTo(page, 'hunt-lost.c', 'a = malloc(100);')
    await page.getByRole('button', { name: 'Show the answer' }).click()
    await page.getByText('32 bytes belong to no block, for ever').waitFor()
    await visit.screenshot('hunt')
  })
})

describe('on a phone', () => {
  test.each(['light', 'dark'] as const)('a hunt is read and stepped, %s', async (theme) => {
    const phone = await lab.newPage(PHONE, theme)
    await openLab(phone.page, lab.site.url)
    await openProgramLesson(phone.page, 'Bug hunt: lost bytes')
    await phone.page.getByRole('button', { name: 'Program', exact: true }).click()
    const text = phone.page.getByRole('region', { name: /^hunt-lost.c/ })
    await text.waitFor()
    await phone.page.getByRole('button', { name: 'Statement back' }).click()
    await standsOn(phone.page, 'a = malloc(100);')
    const overflow = () =>
      phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await overflow()).toBe(0)
    await phone.screenshot(`hunt-phone-${theme}`)
    await phone.page.getByRole('button', { name: 'Variables', exact: true }).click()
    await shownValue(phone.page, 'a').waitFor()
    expect(await overflow()).toBe(0)
    await phone.screenshot(`hunt-phone-variables-${theme}`)
    expect(phone.errors).toEqual([])
    await phone.close()
  })
})
