import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openLab, openLesson, settled } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { type Lab, launch, type Visit } from './support/index.ts'
import { PATIENCE, runProgram, standsOn, textIn } from './support/program.ts'

let lab: Lab
let visit: Visit
let page: Page

beforeAll(async () => {
  lab = await launch()
})
beforeEach(async () => {
  visit = await lab.newPage()
  page = visit.page
  await openLab(page, lab.site.url)
})
afterEach(async () => {
  expect(visit.errors).toEqual([])
  await visit.close()
})
afterAll(() => lab.close())

const program = (name: string, size: number) =>
  `/* ${name} */\n#include <stdlib.h>\nint main(void) { free(malloc(${size})); }\n`

/** Opens the list of what is kept. */
async function myScenarios(of = page): Promise<Locator> {
  await of.getByRole('button', { name: /^Scenario/ }).click()
  await of.getByRole('button', { name: /^My scenarios/ }).click()
  const dialog = of.getByRole('dialog', { name: 'My scenarios' })
  await dialog.waitFor()
  return dialog
}

const titles = (dialog: Locator) => dialog.locator('.kept-open b').allInnerTexts()
const isCalled = (name: string, of = page) => of.getByRole('button', { name: `Scenario: ${name}` }).waitFor()

async function typeInEditor(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.locator('.rich-field').waitFor()
  await page.locator('.cm-content').fill(text)
}

test('what is opened and typed is kept by name, and nothing is lost on the way', {
  timeout: 90_000,
}, async () => {
  let dialog = await myScenarios()
  await dialog.getByText(/^Nothing yet/).waitFor()
  await page.keyboard.press('Escape')
  for (const [name, size] of [
    ['First', 24],
    ['Second', 48],
  ] as const) {
    await runProgram(page, program(name, size))
    await standsOn(page, `malloc(${size})`)
    await isCalled(name)
  }
  // Typed and not run, and then something else is opened.
  await typeInEditor(program('Second', 4800))
  await page.getByRole('button', { name: /^Scenario/ }).click()
  await page.getByRole('button', { name: /^Lessons/ }).click()
  await page.getByRole('button', { name: 'The same block twice' }).first().click()
  await isCalled('The same block twice')
  dialog = await myScenarios()
  await expect.poll(() => titles(dialog), PATIENCE).toEqual(['Second', 'First'])
  await dialog.getByText('not run yet').waitFor()
  await visit.screenshot('kept')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Second/ }).click()
  await page.locator('.rich-field').waitFor()
  await expect.poll(() => textIn(page.locator('.cm-content')), PATIENCE).toContain('malloc(4800)')

  // Another name, a copy, deleted and had back. What is open may be kept once more meanwhile, and is the newest then.
  const sorted = async (of: typeof dialog) => (await titles(of)).sort()
  await page.keyboard.press('Escape')
  dialog = await myScenarios()
  await dialog.getByRole('button', { name: 'Rename First' }).click()
  await page.keyboard.type('My first')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Duplicate My first' }).click()
  await expect.poll(() => sorted(dialog), PATIENCE).toEqual(['My first', 'My first (2)', 'Second'])
  await dialog.getByRole('button', { name: 'Delete My first', exact: true }).click()
  await expect.poll(() => sorted(dialog), PATIENCE).toEqual(['My first (2)', 'Second'])
  await page.keyboard.press('Enter')
  await expect.poll(() => sorted(dialog), PATIENCE).toEqual(['My first', 'My first (2)', 'Second'])

  // All as a file, read in where nothing is.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save all as a file' }).click(),
  ])
  const path = await download.path()
  expect(readFileSync(path, 'utf8')).toContain('malloc(4800)')
  const other = await lab.newPage()
  await openLab(other.page, lab.site.url)
  const there = await myScenarios(other.page)
  await other.page.locator('.modal.kept input[type="file"]').setInputFiles(path)
  await there.getByText('3 scenarios added.').waitFor()
  await expect.poll(() => sorted(there), PATIENCE).toEqual(['My first', 'My first (2)', 'Second'])
  expect(other.errors).toEqual([])
  await other.close()
})

test('a lesson that is changed becomes one’s own, and the lesson stays', async () => {
  await openLesson(page, 'The same block twice')
  await typeInEditor(program('Mine now', 32))
  await page.keyboard.press('Control+Enter')
  await isCalled('Mine now')
  await page.getByText('Your own, made from').waitFor()
  await visit.screenshot('kept-from-lesson')
  await page.getByRole('button', { name: 'Back to the lesson' }).click()
  await isCalled('The same block twice')
  const dialog = await myScenarios()
  await expect.poll(() => titles(dialog), PATIENCE).toEqual(['Mine now'])
  await dialog.getByRole('button', { name: /^Mine now/ }).click()
  await standsOn(page, 'malloc(32)')
})

test('two tabs keep their own work', async () => {
  await runProgram(page, program('Shared', 24))
  await isCalled('Shared')
  const second = await page.context().newPage()
  await openLab(second, lab.site.url)
  await isCalled('Shared', second)
  for (const [tab, size] of [
    [page, 100],
    [second, 200],
  ] as const) {
    await tab.bringToFront()
    await tab.getByRole('button', { name: 'Edit', exact: true }).click()
    await tab.locator('.rich-field').waitFor()
    await tab.locator('.cm-content').fill(program('Shared', size))
    await tab.keyboard.press('Control+Enter')
    await standsOn(tab, `malloc(${size})`)
    await tab.waitForTimeout(900)
  }
  const dialog = await myScenarios(second)
  await expect.poll(() => titles(dialog), PATIENCE).toEqual(['Shared (2)', 'Shared'])
  await page.bringToFront()
  await page.reload()
  await settled(page)
  await standsOn(page, 'malloc(100)')
  await second.close()
})

test('a browser that keeps nothing says so once, and all goes on', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.reload()
  await settled(page)
  await runProgram(page, program('Fleeting', 24))
  await page.getByText('Nothing is kept').waitFor()
  await standsOn(page, 'malloc(24)')
  await myScenarios()
  await page.getByText(/^This browser keeps nothing/).waitFor()
})
