import { describe, expect, it } from 'vitest'
import { buildAndRun, hasGcc, hasGcc32, type Outcome } from '../support/gcc.ts'
import { cli, type Files } from './support.ts'

const HELLO = `#include <stdio.h>

int main(void) {
  printf("to people\\n");
  fprintf(stderr, "to the log\\n");
  return 3;
}
`

const SUM = `#include <stdio.h>

int main(void) {
  int n, sum = 0;
  printf("numbers: ");
  while (scanf("%d", &n) == 1)
    sum += n;
  printf("sum %d\\n", sum);
  return sum;
}
`

const CARELESS = `#include <stdlib.h>
#include <string.h>

int main(void) {
  char *p = malloc(10);
  memset(p, 'A', 11);
  return 0;
}
`

const body = (statements: string) => `#include <stdio.h>
#include <stdlib.h>
int main(void) {
  ${statements}
}
`

/** Runs one program, `p.c`. */
const run = (text: string, flags = '', files: Files = {}) =>
  cli(`run p.c ${flags}`, { 'p.c': text, ...files })

const lines = (text: string) => text.split('\n').slice(0, -1)

describe('a program', () => {
  it('prints to the streams it prints to, and exits as it exits', async () => {
    expect(await run(HELLO)).toEqual({ code: 3, out: 'to people\n', err: 'to the log\n' })
  })

  it.each([
    ['exit(300);', 300 % 256],
    ['return -1;', 255],
    ['', 0],
  ])('%s: the status is a byte', async (statement, code) => {
    expect(await run(body(statement))).toEqual({ code, out: '', err: '' })
  })

  it.each([
    ['abort();', 134, 'SIGABRT'],
    ['volatile int zero = 0; return 1 / zero;', 136, 'SIGFPE'],
    ['volatile char *p = NULL; *p = 1;', 139, 'SIGSEGV'],
    ['nosuch();', 132, 'SIGILL'],
  ])('%s: 128 and the number of the signal', async (statement, code, signal) => {
    const { code: answered, err } = await run(body(statement))
    expect(answered).toBe(code)
    expect(lines(err).at(-1)).toMatch(new RegExp(`^p\\.c:4:\\d+: .*\\(${signal}\\)`))
  })

  it('loses what it has not flushed when a signal kills it', async () => {
    expect(await run(body('printf("lost"); abort();'))).toMatchObject({ code: 134, out: '' })
    expect(await run(body('printf("kept\\n"); abort();'))).toMatchObject({ code: 134, out: 'kept\n' })
    expect(await run(body('printf("lost\\n"); abort();'), '--pipe')).toMatchObject({ code: 134, out: '' })
  })

  it('may be several files, headers too; what it needs can be defined', async () => {
    const files = {
      'main.c': '#include "twice.h"\nint main(void) { return twice(WISH); }\n',
      'twice.c': '#include "twice.h"\nint twice(int n) { return 2 * n; }\n',
      'twice.h': 'int twice(int n);\n#ifndef WISH\n#define WISH 1\n#endif\n',
    }
    expect(await cli('run main.c twice.c twice.h', files)).toEqual({ code: 2, out: '', err: '' })
    expect(await cli('run main.c twice.c twice.h --define WISH=21', files)).toMatchObject({ code: 42 })
    const { code, err } = await cli('run main.c twice.h', files)
    expect(code).toBe(132)
    expect(err).toContain("undefined function 'twice' was called")
  })

  it('has pointers and longs of 4 bytes with -m32', async () => {
    const sizes = body('return 10 * sizeof(void *) + sizeof(long);')
    expect((await run(sizes)).code).toBe(88)
    expect((await run(sizes, '-m32')).code).toBe(44)
  })

  it('may bring its own malloc, and names its calls', async () => {
    const own = `#include <unistd.h>
void *malloc(size_t n) { return sbrk(n); }
void free(void *p) { }
int main(void) { char *a = malloc(10), *b = malloc(10); return b - a; }
`
    const { code, err } = await run(own)
    expect(code).toBe(10)
    expect(lines(err)[0]).toMatch(/^p\.c:4:\d+: .*malloc.* multiple of 16/)
  })
})

describe('a malloc of the program', () => {
  it('whose blocks are badly aligned is told so, and its blocks are followed all the same', async () => {
    const own = `#include <unistd.h>
void *malloc(size_t n) { return (char *)sbrk(n + 8) + 8; }
void free(void *p) { }
int main(void) { char *a = malloc(24); a[23] = 1; free(a); return 0; }
`
    const { err } = await run(own)
    expect(lines(err)).toEqual([expect.stringMatching(/^p\.c:4:\d+: Misaligned pointer: /)])
  })
})

describe('input', () => {
  it('comes from standard input, from a file, or from -', async () => {
    const seen = { code: 6, out: 'numbers: sum 6\n', err: '' }
    expect(await run(SUM, '', { '-': '1 2 3\n' })).toEqual(seen)
    expect(await run(SUM, '--input -', { '-': '1 2 3\n' })).toEqual(seen)
    expect(await run(SUM, '--input data.txt', { 'data.txt': '1 2 3\n', '-': '9' })).toEqual(seen)
  })

  it('ends where standard input ends', async () => {
    expect(await run(SUM, '', { '-': '' })).toMatchObject({ code: 0, out: 'numbers: sum 0\n' })
  })

  it('that is read late repeats nothing', async () => {
    const { out, err } = await run(SUM, '--trace-c --strace', { '-': '4' })
    expect(out).toBe('numbers: sum 4\n')
    expect(lines(err).filter((line) => line.includes('numbers'))).toHaveLength(1)
    expect(lines(err).filter((line) => line.startsWith('brk('))).toHaveLength(2)
  })

  it('that cannot be read is bad usage', async () => {
    expect(await run(SUM, '--input nowhere')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('nowhere'),
    })
  })
})

describe('findings', () => {
  it('go to standard error as file:line:column, and the exit status stays', async () => {
    const { code, out, err } = await run(CARELESS)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(lines(err)).toEqual([
      expect.stringMatching(/^p\.c:6:3: Write outside the block: .*`p` \(10 bytes.* \(see p\.c:5\)$/),
      expect.stringMatching(/^p\.c:5:\d+: Leak: .*10 bytes/),
    ])
  })

  it.each([
    ['for (;;);', 'never ends'],
    ['for (;;) { }', 'never ends'],
    ['int n = 0; while (1) n++;', 'may be in a loop that never ends'],
    ['for (;;) free(malloc(1));', 'was getting somewhere'],
  ])('%s is stopped after so many instructions', async (statement, reason) => {
    const { code, err } = await run(body(statement), '--instructions 300000')
    expect(code).toBe(124)
    expect(lines(err).at(-1)).toMatch(/^p\.c:4:\d+: Stopped by the lab: .*300,000 instructions/)
    expect(err).toContain(reason)
  })

  it('say that the stack is full', async () => {
    const { code, err } = await run(
      'int f(int n) { return f(n + 1) + 1; }\nint main(void) { return f(0); }\n',
    )
    expect(code).toBe(139)
    expect(lines(err).at(-1)).toMatch(/^p\.c:1:\d+: Segmentation fault: .*The stack is full/)
  })
})

describe('a program that does not compile', () => {
  const BROKEN = `#include <stdio.h>
int main(void) {
  int x = ;
  printf("%d\\n", x);
  return x
}
`

  it('is told of all its errors, each with its line', async () => {
    const { code, out, err } = await run(BROKEN)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const told = lines(err)
    expect(told.filter((line) => line.includes(': error: '))).toHaveLength(2)
    expect(told[0]).toMatch(/^p\.c:3:11: error: /)
    expect(told[1]).toBe('    3 |   int x = ;')
    expect(told[2]).toBe('      |           ^')
    expect(told[3]).toMatch(/^p\.c:\d:\d+: error: .*`;`/)
  })

  it('names the file', async () => {
    const files = {
      'a.c': 'int f(void);\nint main(void) { return f(); }\n',
      'b.c': 'int f(void) { return y; }\n',
    }
    const { code, err } = await cli('run a.c b.c', files)
    expect(code).toBe(1)
    expect(lines(err)[0]).toMatch(/^b\.c:1:\d+: error: .*y/)
  })

  it('runs if there are only warnings', async () => {
    const { code, err } = await run('int main(void) { char *p = 5; return p != 0; }\n')
    expect(code).toBe(1)
    expect(lines(err)[0]).toMatch(/^p\.c:1:\d+: warning: .*char \*/)
    expect(lines(err).some((line) => line.includes('error'))).toBe(false)
  })
})

describe('watching', () => {
  const CALLS = `int twice(int n) {
  return 2 * n;
}
int main(void) {
  int x = twice(4);
  return x;
}
`

  it('--trace-c tells each statement, calls further in', async () => {
    const { code, err } = await run(CALLS, '--trace-c')
    expect(code).toBe(8)
    expect(lines(err)).toEqual(['p.c:5:   x = twice(4)', 'p.c:2:     return 2 * n;', 'p.c:6:   return x;'])
  })

  it('--strace tells the system calls, --maps the memory at the end', async () => {
    const { err, out } = await run(
      '#include <unistd.h>\nint main(void) { sbrk(4096); return 0; }\n',
      '--strace --maps',
    )
    expect(lines(err)).toEqual(['brk(0x55555555a000) = 0x55555555a000'])
    expect(out).toMatch(/^555555559000-55555555a000 rw-p 00000000 00:00 0 +\[heap\]$/m)
    expect(out).toMatch(/\[stack\]$/m)
  })

  it('flags that are for traces say so', async () => {
    const { code, err } = await run(HELLO, '--json')
    expect({ code, err }).toEqual({ code: 2, err: 'heap-lab: --json is for traces, not for C programs.\n' })
  })
})

describe('beside gcc', () => {
  const LIST = `#include <stdio.h>
#include <stdlib.h>
struct node { long value; struct node *next; };
int main(void) {
  struct node *head = NULL;
  for (long v; scanf("%ld", &v) == 1; ) {
    struct node *fresh = malloc(sizeof *fresh);
    fresh->value = v;
    fresh->next = head;
    head = fresh;
  }
  for (struct node *n = head; n; n = n->next)
    printf("%ld%c", n->value, n->next ? ' ' : '\\n');
  printf("%zu\\n", sizeof *head);
  return head != NULL && head->value < 0 ? EXIT_FAILURE : 7;
}
`
  const ASSERT = `#include <assert.h>
#include <stdio.h>
int main(void) {
  puts("before");
  assert(1 + 1 == 3);
}
`
  const PROGRAMS: readonly (readonly [name: string, text: string, input: string])[] = [
    ['two streams', HELLO, ''],
    ['a sum', SUM, '1 2 3 x'],
    ['a list', LIST, '10 20 -30 '],
    ['a list of nothing', LIST, ''],
    ['a full pipe', body('for (int i = 0; i < 3000; i++) printf("%d\\n", i); abort();'), ''],
    ['an assertion', ASSERT, ''],
    ['a null pointer', body('puts("x"); fflush(stdout); int *volatile p = NULL; return *p;'), ''],
  ]
  const SIGNALS: Readonly<Record<string, number>> = { SIGABRT: 134, SIGFPE: 136, SIGSEGV: 139 }
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const statusOf = ({ exit, signal }: Outcome) => exit ?? SIGNALS[signal!]

  for (const model of ['lp64', 'ilp32'] as const) {
    const works = model === 'lp64' ? hasGcc() : hasGcc32()
    it.skipIf(!works).each(PROGRAMS)(`${model}: %s`, async (_, source, input) => {
      const real = buildAndRun([{ name: 'p.c', text: source }], { model, input })
      const flags = `--pipe --input data ${model === 'ilp32' ? '-m32' : ''}`
      const { code, out, err } = await run(source, flags, { data: input })
      expect({ code, out }).toEqual({ code: statusOf(real), out: text(real.stdout) })
      for (const line of lines(text(real.stderr))) expect(lines(err)).toContain(line)
    })
  }
})
