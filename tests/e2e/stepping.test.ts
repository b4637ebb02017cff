import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openLab, seen, share } from './support/acting.ts'
import { type Lab, launch, type Visit } from './support/index.ts'
import { PATIENCE, runProgram, shownValue, standsOn, tab } from './support/program.ts'

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

const LIST = `#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *head, int value) {
    struct node *fresh = malloc(sizeof *fresh);
    fresh->value = value;
    fresh->next = head;
    return fresh;
}

int main(void) {
    struct node *head = NULL;
    head = push(head, 1);
    head = push(head, 2);
    printf("%d\\n", head->value);
    free(head->next);
    free(head);
    return 0;
}
`

describe('stepping by line', () => {
  test('over, into, out of, and all of it backwards', async () => {
    await runProgram(page, LIST)
    await standsOn(page, '*head = NULL')
    const way: readonly (readonly [key: string, line: string])[] = [
      ['n', 'head = push(head, 1)'],
      ['n', 'head = push(head, 2)'],
      ['s', '*fresh = malloc'],
      ['n', 'fresh->value = value'],
      ['o', 'printf'],
      ['Shift+N', 'head = push(head, 2)'],
      ['s', '*fresh = malloc'],
      ['n', 'fresh->value = value'],
      ['Shift+S', '*fresh = malloc'],
      ['Shift+O', 'head = push(head, 2)'],
      ['m', '*fresh = malloc'],
      ['F10', 'fresh->value = value'],
      ['Shift+F11', 'printf'],
    ]
    for (const [key, line] of way) {
      await page.keyboard.press(key)
      await standsOn(page, line)
    }
  })

  test('inside a call there are the steps of the allocator', async () => {
    await page.keyboard.press('Home')
    await standsOn(page, '*head = NULL')
    await page.keyboard.press('m')
    await standsOn(page, '*fresh = malloc')
    const sentences: string[] = []
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowRight')
      sentences.push((await seen(page)).sentence)
    }
    expect(sentences[0]).toMatch(/^malloc\(16\): 16 bytes/)
    expect(new Set(sentences).size).toBe(3)
  })

  test('shows frames with their variables, and a structure when it is opened', async () => {
    await page.keyboard.press('Home')
    await standsOn(page, '*head = NULL')
    for (const line of ['head = push(head, 1)', 'head = push(head, 2)', 'printf']) {
      await page.keyboard.press('n')
      await standsOn(page, line)
    }
    await page.getByRole('button', { name: 'head', exact: true }).click()
    await page.getByRole('button', { name: '*head', exact: true }).click()
    await expect.poll(() => shownValue(page, 'value').innerText(), PATIENCE).toMatch(/^2/)
    expect((await seen(page)).heap.join('\n')).toContain('pointed at by head')
  })

  test('breakpoints stop it on the way and back, and the clicked line runs to there', async () => {
    await page.keyboard.press('Home')
    await standsOn(page, '*head = NULL')
    await page.getByRole('button', { name: 'Breakpoint on line 13' }).click()
    await page.keyboard.press('c')
    await standsOn(page, 'return fresh')
    expect(await shownValue(page, 'value').innerText()).toBe('1')
    await page.keyboard.press('c')
    await expect.poll(() => shownValue(page, 'value').innerText(), PATIENCE).toBe('2')
    await page.keyboard.press('Shift+C')
    await expect.poll(() => shownValue(page, 'value').innerText(), PATIENCE).toMatch(/^1/)
    await page.getByRole('button', { name: 'Run to line 21' }).click({ force: true })
    await standsOn(page, 'free(head->next)')
    await page.getByRole('button', { name: 'Breakpoint on line 13' }).click()
  })
})

describe('a link', () => {
  test('opens the same program at the same position', async () => {
    const mine = await seen(page)
    expect(mine.line).toContain('free(head->next)')
    const link = await share(page)
    const theirs = await lab.newPage({ width: 1280, height: 720 }, 'dark')
    await openLab(theirs.page, link)
    await standsOn(theirs.page, 'free(head->next)')
    expect(await seen(theirs.page)).toEqual(mine)
    expect(theirs.errors).toEqual([])
    await theirs.close()
  })
})
