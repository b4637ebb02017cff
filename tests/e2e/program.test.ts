import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openLab, settled } from './support/acting.ts'
import { type Lab, launch, type Visit } from './support/index.ts'
import { atEnd, findings, lineNow, PATIENCE, runProgram, standsOn, tab, textIn } from './support/program.ts'

let lab: Lab
let visit: Visit
let page: Page

beforeAll(async () => {
  lab = await launch()
  visit = await lab.newPage()
  page = visit.page
  await openLab(page, lab.site.url)
})
afterEach(() => tab(page, 'Program'))
afterAll(async () => {
  expect(visit.errors).toEqual([])
  await visit.close()
  await lab.close()
})

const COUNT = `#include <stdio.h>

int main(void) {
    for (int i = 1; i <= 3; i++)
        printf("%d\\n", i);
    return 0;
}
`

describe('32 bits', () => {
  test('is a switch: pointers, long and size_t of 4 bytes', async () => {
    await runProgram(
      page,
      '#include <stdio.h>\nint main(void) {\n  printf("%zu %zu %zu\\n", sizeof(void *), sizeof(long), sizeof(size_t));\n}\n',
    )
    expect((await atEnd(page)).output).toEqual(['8 8 8'])
    await page.getByRole('button', { name: /^Allocator/ }).click()
    await page.getByLabel('Data model').selectOption('32 bits')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await atEnd(page)).output, PATIENCE).toEqual(['4 4 4'])
  })
})

describe('input', () => {
  const GREETING = `#include <stdio.h>

int main(void) {
    char name[20];
    int age;
    printf("name? ");
    if (scanf("%19s", name) != 1)
        return 1;
    printf("age? ");
    if (scanf("%d", &age) != 1)
        return 2;
    printf("%s %d\\n", name, age + 1);
    return 0;
}
`
  test('is waited for, and the program goes on with each line', async () => {
    await runProgram(page, GREETING)
    expect((await atEnd(page)).ending).toBe('waits for input')
    const field = page.getByRole('textbox', { name: 'Input for the program' })
    await field.fill('Ada')
    await field.press('Enter')
    const log = page.getByRole('region', { name: 'Output of the program' })
    await log.getByText('age?').waitFor()
    await page.locator('.output-end', { hasText: 'waits for input' }).waitFor()
    await field.fill('36')
    await field.press('Enter')
    await log.getByText('Ada 37').waitFor()
    await page.locator('.output-end', { hasText: 'exited with status 0' }).waitFor()
    await page.locator('body').click({ position: { x: 2, y: 2 } })
    await page.keyboard.press('Home')
    await page.getByText('Nothing has been printed up to here.').waitFor()
  })

  test('can end, as with Ctrl D', async () => {
    await runProgram(page, GREETING)
    expect((await atEnd(page)).ending).toBe('waits for input')
    await page.getByRole('checkbox', { name: 'Input ends here' }).check()
    await page.locator('.output-end', { hasText: 'exited with status 1' }).waitFor()
  })
})

describe('the editor', () => {
  test('keeps the text of a program that does not compile, and says what is wrong where', async () => {
    const broken = 'int main(void) {\n  int x = ;\n  return x\n}\n'
    await runProgram(page, broken)
    await page.getByText('This program does not compile, so nothing has been run.').waitFor()
    const messages = page.locator('.diagnostics .diagnostic')
    await expect.poll(() => messages.count(), PATIENCE).toBe(2)
    expect(await messages.first().innerText()).toMatch(/^main\.c:2:11 /)
    await page.keyboard.press('e')
    const field = page.getByRole('textbox', { name: 'main.c' })
    await expect.poll(() => textIn(field), PATIENCE).toBe(broken)
    await field.fill(broken.replace('= ;', '= 7;'))
    await field.press('Control+Enter')
    await expect.poll(() => messages.count(), PATIENCE).toBe(1)
    expect(await textIn(field)).toContain('= 7;')
    await field.fill('int main(void) {\n  int x = 7;\n  return x;\n}\n')
    await field.press('Control+Enter')
    await standsOn(page, 'int x = 7;')
    expect((await atEnd(page)).ending).toBe('exited with status 7')
  })

  test('has a tab for each file', async () => {
    await runProgram(page, 'int twice(int n);\n\nint main(void) {\n  return twice(21);\n}\n')
    await standsOn(page, 'return twice(21)')
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('button', { name: 'Add a file' }).click()
    await page.getByRole('textbox', { name: 'Name of the file' }).fill('twice.c')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'twice.c' }).fill('int twice(int n) {\n  return 2 * n;\n}\n')
    await page.getByRole('textbox', { name: 'twice.c' }).press('Control+Enter')
    await page.getByRole('textbox', { name: 'twice.c' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Home')
    await settled(page)
    await page.keyboard.press('s')
    await standsOn(page, 'return 2 * n;')
    expect(await page.getByRole('tab', { name: 'twice.c' }).getAttribute('aria-selected')).toBe('true')
    expect((await atEnd(page)).ending).toBe('exited with status 42')
  })
})

describe('a runaway', () => {
  test('recursion ends with a full stack', async () => {
    await runProgram(
      page,
      'int deep(int n) {\n  return deep(n + 1) + 1;\n}\nint main(void) {\n  return deep(0);\n}\n',
    )
    expect((await atEnd(page)).ending).toBe('killed by SIGSEGV (Segmentation fault)')
    expect((await findings(page))[0]).toMatch(/main\.c:[12]\n.*The stack is full/)
    await tab(page, 'Program')
    await page.keyboard.press('Home')
    await standsOn(page, 'return deep(0);')
  })

  test('an endless loop is cancelled, or stopped by the lab; the page goes on', async () => {
    await runProgram(page, 'int main(void) {\n  for (;;);\n}\n')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Resume' }).waitFor()
    await page.getByRole('button', { name: /^Allocator/ }).click()
    await page.getByLabel('Stopped after').fill('1000000')
    await page.getByLabel('Stopped after').press('Enter')
    await page.keyboard.press('Escape')
    expect((await atEnd(page)).ending).toMatch(/^Stopped after 1,000,000 instructions, on line 2/)
    expect((await findings(page))[0]).toMatch(/this loop never ends/)
    await tab(page, 'Program')
    await page.keyboard.press('ArrowLeft')
    expect(await lineNow(page).innerText()).toContain('for (;;);')
    await runProgram(page, COUNT)
    expect((await atEnd(page)).output).toEqual(['1', '2', '3'])
  })
})
