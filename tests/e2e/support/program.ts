import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDialog, openLesson } from './acting.ts'

/** For `expect.poll`: as long as the page is waited for elsewhere. */
export const PATIENCE = { timeout: 10_000 }

/** Pastes a program into the dialog and runs it. */
export async function runProgram(page: Page, text: string): Promise<void> {
  await openDialog(page, 'Write or paste a C program')
  await page.getByRole('textbox', { name: /^Type or paste/ }).fill(text)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Opens a lesson of the gallery that is a program, and waits for the line at which it opens. */
export async function openProgramLesson(page: Page, title: string): Promise<void> {
  await openLesson(page, title)
  await page.getByRole('button', { name: `Scenario: ${title}` }).waitFor()
  await page.locator('.line.now').waitFor({ state: 'attached' })
}

export async function tab(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

/** The line that is marked as the current one. */
export function lineNow(page: Page): Locator {
  return page.locator('.line.now code')
}

/** Waits until the run stands on a line with this text. */
export async function standsOn(page: Page, text: string): Promise<void> {
  await lineNow(page).filter({ hasText: text }).waitFor()
}

/** Waits until the run stands on a line of a file, or the line waits there for a call to return. */
export async function leadsTo(page: Page, file: string, text: string): Promise<void> {
  await tab(page, 'Program')
  await shows(page, file, text)
}

/** The same, where the program is in front already. */
export async function shows(page: Page, file: string, text: string): Promise<void> {
  await tab(page, file)
  await page.locator('.line.now code, .line.caller code').filter({ hasText: text }).waitFor()
}

/** Goes to the end of the run as soon as it has come there; what was printed, by lines, and how it ended. */
export async function atEnd(page: Page): Promise<{ readonly output: string[]; readonly ending: string }> {
  await tab(page, /^Output/)
  const ending = page.locator('.output-end')
  await expect
    .poll(async () => {
      await page.keyboard.press('End')
      return ending.count()
    }, PATIENCE)
    .toBe(1)
  const printed = await page.locator('.output-log pre').innerText()
  return { output: printed.split('\n').filter((line) => line !== ''), ending: await ending.innerText() }
}

/** What stands in the editor, as far as it is on the screen. */
export async function textIn(field: Locator): Promise<string> {
  const lines = await field.locator('.cm-line').allInnerTexts()
  return lines.map((line) => line.replace(/\n$/, '')).join('\n')
}

/** The value of a variable of the innermost frame. */
export function shownValue(page: Page, name: string): Locator {
  const row = page.locator('.frame.innermost .variable').filter({
    has: page.locator(`.variable-name b:text-is("${name}")`),
  })
  return row.locator('.variable-value')
}

/** The findings listed, each as its sentence behind its place. */
export async function findings(page: Page): Promise<string[]> {
  await tab(page, /^Findings/)
  // The list is fetched when it is looked at first.
  await page.getByRole('region', { name: 'Source' }).getByRole('tabpanel').locator('> *').first().waitFor()
  return page.locator('.finding-entry .finding').allInnerTexts()
}
