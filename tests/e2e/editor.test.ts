import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openLab, runTrace } from './support/acting.ts'
import { DESKTOP, type Lab, launch, type Theme, type Visit } from './support/index.ts'
import { PATIENCE, runProgram, standsOn, textIn } from './support/program.ts'

let lab: Lab
let visit: Visit
let page: Page
/** Errors that a test brings about. */
let expected: RegExp | null = null

beforeAll(async () => {
  lab = await launch()
})
beforeEach(() => visitLab('light'))
afterEach(async () => {
  expect(visit.errors.filter((error) => !expected?.test(error))).toEqual([])
  expected = null
  await visit.close()
})
afterAll(() => lab.close())

async function visitLab(theme: Theme): Promise<void> {
  visit = await lab.newPage(DESKTOP, theme)
  page = visit.page
  await openLab(page, lab.site.url)
}

const PROGRAM = '#include <stdlib.h>\n\nint main(void) {\n    char *p = malloc(24);\n    free(p);\n}\n'

/** Opens the editor on what runs, and waits until it stands in the place of the plain field. */
async function edit(name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.locator('.rich-field').waitFor()
  return page.getByRole('textbox', { name })
}

async function editProgram(text = PROGRAM): Promise<Locator> {
  await runProgram(page, text)
  await standsOn(page, 'malloc')
  return edit('main.c')
}

const hasFocus = (field: Locator) =>
  field.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)

describe('typing', () => {
  test('is undone and done again, and indents as C does', async () => {
    const given = 'int main(void) {\n    malloc(1);\n}\n'
    const field = await editProgram(given)
    await field.press('Control+Home')
    await field.press('End')
    await page.keyboard.type('\nif (1) {\nfree(0);\n}')
    const typed = 'int main(void) {\n    if (1) {\n        free(0);\n    }\n    malloc(1);\n}\n'
    const withEach = (key: string) =>
      expect.poll(async () => {
        await field.press(key)
        return textIn(field)
      }, PATIENCE)
    await expect.poll(() => textIn(field), PATIENCE).toBe(typed)
    await withEach('Control+z').toBe(given)
    await withEach('Control+y').toBe(typed)
    await field.press('Control+/')
    expect(await textIn(field)).toContain('    // }')
  })

  test('Tab indents; Escape, then Tab, leaves the text', async () => {
    const field = await editProgram('int main(void) { malloc(1); }\n')
    await field.press('Control+Home')
    await page.keyboard.press('Tab')
    await expect.poll(() => textIn(field), PATIENCE).toMatch(/^ {4}int main/)
    expect(await hasFocus(field)).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await hasFocus(field)).toBe(false)
    expect(await textIn(field)).toMatch(/^ {4}int main/)
    await page.getByText('Tab indents. Esc, then Tab, leaves the text.').first().waitFor()
  })

  test('can be undone in a file to which one comes back', async () => {
    const field = await editProgram()
    await field.press('Control+End')
    await page.keyboard.type('int x;')
    await page.getByRole('button', { name: 'Add a file' }).click()
    const other = page.getByRole('textbox', { name: 'file1.c' })
    await other.click()
    await page.keyboard.type('int y;')
    await page.getByRole('button', { name: 'File …' }).click()
    await page.getByRole('tab', { name: 'main.c' }).click()
    await expect.poll(() => textIn(field), PATIENCE).toBe(`${PROGRAM}int x;`)
    // After a click on its tab the text has the focus.
    await page.keyboard.press('Control+z')
    await expect.poll(() => textIn(field), PATIENCE).toBe(PROGRAM)
    await page.getByRole('tab', { name: 'file1.c' }).click()
    await expect.poll(() => textIn(other), PATIENCE).toBe('int y;')
  })

  test('survives a reload', async () => {
    const field = await editProgram()
    await field.press('Control+End')
    await page.keyboard.type('/* mine */')
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })), PATIENCE)
      .toContain('/* mine */')
    await page.reload()
    await page.getByRole('button', { name: 'Go on editing' }).click()
    await expect.poll(() => textIn(page.locator('.cm-content')), PATIENCE).toBe(`${PROGRAM}/* mine */`)
  })
})

describe('what is wrong', () => {
  test('is underlined, with the reason where it points', async () => {
    const field = await editProgram()
    await field.fill(PROGRAM.replace('malloc(24)', ''))
    await field.press('Control+Enter')
    const wrong = page.locator('.cm-lintRange-error')
    await wrong.first().waitFor()
    expect(await wrong.allInnerTexts()).toEqual([';'])
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await wrong.first().hover()
    await page.locator('.cm-tooltip', { hasText: 'expected an expression' }).waitFor()
    await page.locator('.cm-lint-marker-error').waitFor()
  })

  test('in a trace as well', async () => {
    await runTrace(page, 'a 0 100\nf 0\n')
    const field = await edit('Trace')
    await field.fill('a 0 100\nq 1 2\nf 0\n')
    await field.press('Control+Enter')
    expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['q'])
    await page.getByRole('button', { name: /^Line 2, column 1/ }).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => textIn(field), PATIENCE).toContain('\n 1 2')
  })
})

describe('the editor', () => {
  test('shows breakpoints where their lines have gone, and finds words', async () => {
    await runProgram(page, PROGRAM)
    await page.getByRole('button', { name: 'Breakpoint on line 5' }).click()
    const field = await edit('main.c')
    const stop = page.locator('.cm-lineNumbers .cm-stop')
    await expect.poll(() => stop.allInnerTexts(), PATIENCE).toEqual(['5'])
    await field.press('Control+Home')
    await page.keyboard.type('\n')
    await expect.poll(() => stop.allInnerTexts(), PATIENCE).toEqual(['6'])
    await field.press('Control+f')
    await page.keyboard.type('free')
    await expect.poll(() => page.locator('.cm-searchMatch').allInnerTexts(), PATIENCE).toEqual(['free'])
  })

  test('wears the page’s theme', async () => {
    await visit.close()
    await visitLab('dark')
    const field = await editProgram()
    const colours = await field.evaluate((element) => {
      const of = (part: Element) => getComputedStyle(part)
      const editor = element.closest('.cm-editor')!
      const panel = document.querySelector('.panel.source')!
      return [of(editor).backgroundColor, of(panel).backgroundColor, of(editor).color, of(panel).color]
    })
    expect(colours[0]).toBe(colours[1])
    expect(colours[2]).toBe(colours[3])
  })

  test('is not needed: where it cannot be had, a plain field takes its place', async () => {
    await page.route(/RichField/, (route) => route.abort())
    await runProgram(page, PROGRAM)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByText('A part of the page could not be loaded').waitFor()
    const field = page.getByRole('textbox', { name: 'main.c' })
    await field.fill(PROGRAM.replace('24', '48'))
    await field.press('Control+Enter')
    await standsOn(page, 'malloc(48)')
    expected = /RichField|ERR_FAILED/
  })
})
