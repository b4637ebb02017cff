import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openLab, press, runTrace, settled } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { DESKTOP, type Lab, launch, PHONE, type Visit } from './support/index.ts'
import { PATIENCE, runProgram, standsOn, textIn } from './support/program.ts'

let lab: Lab
let visit: Visit
let page: Page

beforeAll(async () => {
  lab = await launch()
})
beforeEach(() => visitOn(DESKTOP))
afterEach(async () => {
  expect(visit.errors).toEqual([])
  await visit.close()
})
afterAll(() => lab.close())

async function visitOn(size: typeof DESKTOP): Promise<void> {
  visit = await lab.newPage(size)
  page = visit.page
  await openLab(page, lab.site.url)
}

const PROGRAM = `#include <stdlib.h>
struct node { int size; struct node *next; };
struct node *list;

void push(int size) {
    struct node *n = malloc(sizeof *n);
    n->size = size;
    n->next = list;
    list = n;
}

int main(void) {
    for (int i = 0; i < 3; i++)
        push(i);
    struct node *first = list;
    list = first->next;
    free(first);
}
`

const line = (number: number): Locator => page.locator(`.line[data-line="${number}"]`)
const bytesOf = (number: number): Locator => line(number).locator('.line-bytes')

/** Opens the editor on the program, and waits until it stands in the place of the plain field. */
async function edit(): Promise<Locator> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.locator('.rich-field').waitFor()
  return page.getByRole('textbox', { name: 'main.c' })
}

/** What runs next, once that stands still. */
async function next(): Promise<string> {
  await settled(page)
  return page.locator('.line.now code').innerText()
}

describe('bytes by line', () => {
  test('stand beside the lines of a program as far as it has run', async () => {
    await runProgram(page, PROGRAM)
    await standsOn(page, 'int i = 0')
    expect(await bytesOf(6).innerText()).toBe('')
    await press(page, 'End')
    await expect.poll(() => bytesOf(6).innerText(), PATIENCE).toContain('+48')
    expect(await bytesOf(6).locator('.sr').textContent()).toBe(
      '(Allocated here: 3 blocks, 48 bytes, of which 32 are live.)',
    )
    await expect.poll(() => bytesOf(17).innerText(), PATIENCE).toContain('−16')
    await visit.screenshot('source-bytes')
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page.getByRole('region', { name: 'Live bytes by line' }).getByText('32 bytes').waitFor()
    await page.getByRole('button', { name: 'main.c:6', exact: true }).click()
    await page.getByRole('tab', { name: 'Program', selected: true }).waitFor()
  })
})

describe('values', () => {
  test('are told where the pointer rests, and lead to the chunk', async () => {
    await runProgram(page, PROGRAM)
    await standsOn(page, 'int i = 0')
    await press(page, 'End')
    await press(page, 'N')
    const name = line(16).locator('[data-column]', { hasText: /^list$/ })
    await name.hover()
    const card = page.locator('.line-card')
    await card.getByText('struct node *').waitFor()
    await visit.screenshot('source-value')
    await card.getByRole('button', { name: /^look at/ }).click()
    await page.getByRole('tab', { name: 'Chunk', selected: true }).waitFor()
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
  })

  test('are told by keyboard, of the line that is chosen, and below the text of the line that runs', async () => {
    await runProgram(page, PROGRAM)
    await standsOn(page, 'int i = 0')
    await press(page, 'm', 2)
    await press(page, 'o')
    await page.locator('.line-values', { hasText: /^i = \d/ }).waitFor()
    const text = page.getByRole('region', { name: /^main.c, / })
    await text.focus()
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown')
    const facts = page.locator('.line-facts')
    await facts.getByText('list', { exact: true }).waitFor()
    await page.keyboard.press('Tab')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^Appearance/ }).click()
    await page.getByRole('checkbox', { name: /^Values in the program/ }).uncheck()
    await page.keyboard.press('Escape')
    expect(await page.locator('.line-values').count()).toBe(0)
  })
})

describe('breakpoints while editing', () => {
  test('are set beside the text, move with it, and are there after a run and a reload', async () => {
    await runProgram(page, PROGRAM)
    await standsOn(page, 'int i = 0')
    const field = await edit()
    const stops = page.locator('.cm-lineNumbers .cm-stop')
    await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^9$/ }).click()
    await expect.poll(() => stops.allInnerTexts(), PATIENCE).toEqual(['9'])
    await field.press('Control+Home')
    await page.keyboard.type('// one\n// two\n')
    await expect.poll(() => stops.allInnerTexts(), PATIENCE).toEqual(['11'])
    await field.press('F9')
    await expect.poll(() => stops.allInnerTexts(), PATIENCE).toEqual(['3', '11'])
    await field.press('F9')
    await visit.screenshot('source-stops')
    await field.press('Control+Enter')
    await page.getByRole('button', { name: 'Breakpoint on line 11', pressed: true }).waitFor()
    await page.keyboard.press('c')
    await standsOn(page, 'list = n')
    await page.reload()
    await page.getByRole('button', { name: 'Breakpoint on line 11', pressed: true }).waitFor()
  })
})

describe('running again keeps the place', () => {
  /** Goes to `n->next = list`, changes the text there, and tells what runs next when it has run again. */
  async function rerun(change: (text: string) => string): Promise<string> {
    await runProgram(page, PROGRAM)
    await standsOn(page, 'int i = 0')
    await line(8).hover()
    await page.getByRole('button', { name: 'Run to line 8' }).click()
    await standsOn(page, 'n->next = list')
    const field = await edit()
    await field.fill(change(PROGRAM))
    await field.press('Control+Enter')
    await page.locator('.rich-field').waitFor({ state: 'detached' })
    return next()
  }

  test('where lines were put in before it, or it was changed itself', async () => {
    const before = (text: string) => text.replace('int main(void) {', 'int main(void) {\n    int a = 1;')
    expect(await rerun(before)).toContain('n->next = list')
    const above = (text: string) => text.replace('    n->size', '    n->size = 7;\n    n->size')
    expect(await rerun(above)).toContain('n->next = list')
    const itself = (text: string) => text.replace('n->next = list', 'n->next = 0')
    expect(await rerun(itself)).toContain('n->next = 0')
  })

  test('where the operation of a trace is still there, with the bytes of its lines', async () => {
    await runTrace(page, 'a 0 100\na 1 20000\nf 0\nf 1\n')
    await press(page, 'Shift+ArrowRight', 2)
    const cells = page.locator('.line-bytes [aria-hidden]')
    await expect.poll(() => cells.allInnerTexts(), PATIENCE).toEqual(['+100', '+20k'])
    const where = () => page.locator('.where').innerText()
    expect(await where()).toMatch(/^Operation 2 of 4/)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.locator('.rich-field').waitFor()
    const field = page.getByRole('textbox', { name: 'Trace' })
    await field.fill('a 0 100\na 1 60\nf 0\na 2 8\nf 1\n')
    await field.press('Control+Enter')
    await page.locator('.rich-field').waitFor({ state: 'detached' })
    await settled(page)
    expect(await where()).toMatch(/^Operation 2 of 5/)
  })
})

test('a phone has room for the text while it is changed', async () => {
  await visit.close()
  await visitOn(PHONE)
  await runProgram(page, PROGRAM)
  await page.getByRole('navigation').getByRole('button', { name: 'Program' }).click()
  const field = await edit()
  await field.fill(PROGRAM.replace('malloc(sizeof *n)', 'malloc(sizeof *n'))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.locator('.diagnostics').waitFor()
  const { height } = (await page.locator('.rich-field').boundingBox())!
  expect(height).toBeGreaterThan(300)
  expect(await textIn(field)).toContain('sizeof *n;')
  await visit.screenshot('source-phone')
  expect(await violations(page)).toEqual([])
})
