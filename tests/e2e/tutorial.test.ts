import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab } from './support/acting.ts'
import { type Lab, launch, type Visit } from './support/index.ts'
import { atEnd, findings, PATIENCE, runProgram, shownValue, standsOn, tab } from './support/program.ts'

// The programs of a first tutorial on malloc, as somebody pastes them.

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

/** The numbers in what a program has printed, hexadecimal. */
const addresses = (output: readonly string[]) =>
  output.flatMap((line) => line.match(/0x[0-9a-f]+/g) ?? []).map(Number)

const HEADERS = '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n'

const main = (...statements: string[]) =>
  `${HEADERS}\nint main(void) {\n${statements.map((line) => `    ${line}\n`).join('')}}\n`

describe('where the heap is', () => {
  test('the break of a new process', async () => {
    await runProgram(page, main('printf("%p\\n", sbrk(0));'))
    expect(await atEnd(page)).toEqual({ output: ['0x555555559000'], ending: 'exited with status 0' })
  })

  test('three times malloc(1000) move it up', async () => {
    await runProgram(
      page,
      main(
        'setbuf(stdout, NULL);',
        'printf("%p\\n", sbrk(0));',
        'for (int i = 0; i < 3; i++) {',
        '    malloc(1000);',
        '    printf("%p\\n", sbrk(0));',
        '}',
      ),
    )
    const { output } = await atEnd(page)
    const [start, ...after] = addresses(output)
    // 1,000 bytes and two tags of 8 make a chunk of 1,024; the first begins 8 behind the break.
    expect(after.map((each) => each - start!)).toEqual([1032, 2056, 3080])
    expect((await findings(page))[0]).toMatch(/^Leak · main\.c:10\n/)
  })

  test('pointers as the program prints them are those on the map', async () => {
    await runProgram(
      page,
      main('char *p = malloc(100);', 'char *q = malloc(50);', 'printf("%p %p\\n", p, q);', 'return 0;'),
    )
    const [p, q] = addresses((await atEnd(page)).output)
    expect(q! - p!).toBe(128)
    await tab(page, 'Program')
    await page.keyboard.press('Shift+N')
    await standsOn(page, 'printf')
    expect(addresses([await shownValue(page, 'p').innerText()])).toEqual([p])
    const chunks = page.locator('.panel.heap .sr ol').first().locator('li')
    await chunks.filter({ hasText: 'pointed at by p' }).waitFor()
    await chunks.filter({ hasText: 'pointed at by q' }).waitFor()
  })

  test('etext, edata and end', async () => {
    const text = `${HEADERS}
extern char etext, edata, end;
int initialised = 1, not_initialised[1000];

int main(void) {
    printf("%p %p %p\\n", &etext, &edata, &end);
    printf("%p %p\\n", &initialised, not_initialised);
    return 0;
}
`
    await runProgram(page, text)
    const [etext, edata, end, data, bss] = addresses((await atEnd(page)).output)
    const order = [0x555555555000, etext!, data!, edata!, bss!, end!, 0x555555559000 + 4096]
    expect([...order].sort((a, b) => a - b)).toEqual(order)
  })
})

test('bytes that memset writes are seen under the glass', async () => {
  await runProgram(page, main('char *p = malloc(16);', "memset(p, 'A', 10);", 'free(p);'))
  await tab(page, 'Program')
  await standsOn(page, 'malloc(16)')
  await page.keyboard.press('n')
  await standsOn(page, 'memset')
  await page.keyboard.press('n')
  await standsOn(page, 'free(p)')
  await shownValue(page, 'p').click()
  const rows = page.getByRole('table', { name: 'Bytes of the chunk' }).getByRole('row')
  await expect.poll(() => rows.nth(1).innerText(), PATIENCE).toMatch(/^\S+(\s41){8}\sA{8}$/)
  expect(await rows.nth(2).innerText()).toMatch(/^\S+(\s41){2}(\s(?!41)..){6}\sAA/)
  await tab(page, 'Variables')
})

describe('a malloc of one’s own', () => {
  test('sbrk and nothing else', async () => {
    const text = `${HEADERS}
void *malloc(size_t size) {
    void *p = sbrk(0);
    if (sbrk(size) == (void *)-1)
        return NULL;
    return p;
}
void free(void *p) {}

int main(void) {
    char *a = malloc(16), *b = malloc(10), *c = malloc(10);
    free(a);
    char *d = malloc(16);
    return (b - a) + (c - b) + (d - c);
}
`
    await runProgram(page, text)
    expect((await atEnd(page)).ending).toBe('exited with status 36')
    const listed = await findings(page)
    expect(listed.filter((line) => /multiple of 16/.test(line))).not.toEqual([])
    await tab(page, 'Program')
    await page.keyboard.press('Home')
    await standsOn(page, 'char *a')
    await page.keyboard.press('s')
    await standsOn(page, 'void *p = sbrk(0)')
    expect(await shownValue(page, 'size').innerText()).toBe('16')
  })

  test('a list of blocks that are split and merged', async () => {
    await runProgram(page, SPLIT_AND_MERGE)
    expect((await atEnd(page)).ending).toBe('exited with status 3')
    expect(await findings(page)).toEqual([])
    expect(visit.errors).toEqual([])
  })
})

const SPLIT_AND_MERGE = `#include <stddef.h>
#include <unistd.h>

struct block {
    size_t size;
    struct block *next;
    int in_use;
} __attribute__((aligned(16)));

static struct block *first;

static void split(struct block *b, size_t size) {
    if (b->size < size + sizeof *b + 16)
        return;
    struct block *rest = (struct block *)((char *)(b + 1) + size);
    rest->size = b->size - size - sizeof *b;
    rest->next = b->next;
    rest->in_use = 0;
    b->next = rest;
    b->size = size;
}

void *malloc(size_t size) {
    size = (size + 15) / 16 * 16;
    struct block **link = &first;
    for (; *link != NULL; link = &(*link)->next)
        if (!(*link)->in_use && (*link)->size >= size) {
            split(*link, size);
            break;
        }
    if (*link == NULL) {
        struct block *fresh = sbrk(sizeof *fresh + size);
        if (fresh == (void *)-1)
            return NULL;
        fresh->size = size;
        fresh->next = NULL;
        *link = fresh;
    }
    (*link)->in_use = 1;
    return *link + 1;
}

void free(void *p) {
    if (p == NULL)
        return;
    ((struct block *)p - 1)->in_use = 0;
    for (struct block *b = first; b != NULL && b->next != NULL;)
        if (!b->in_use && !b->next->in_use) {
            b->size += sizeof *b + b->next->size;
            b->next = b->next->next;
        } else
            b = b->next;
}

int main(void) {
    char *a = malloc(200);
    char *b = malloc(50);
    free(a);
    char *c = malloc(40);
    char *d = malloc(40);
    int reused = (c == a) + (d > c && d < b);
    free(c);
    free(d);
    free(b);
    char *e = malloc(300);
    reused += e == a;
    free(e);
    return reused;
}
`
