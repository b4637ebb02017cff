import { describe, expect, it } from 'vitest'
import {
  hostFunctions,
  libraryFileOf,
  librarySources,
  malloclabDriver,
} from '../../../../../src/engine/workload/c/library/index.ts'
import { runC } from '../../../../../src/engine/workload/c/run.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'

interface Setting {
  readonly model?: DataModel
  readonly input?: string
  readonly terminal?: boolean
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

function run(text: string, { model = 'lp64', input = '', terminal = false }: Setting = {}) {
  const files = [{ name: 'program.c', text }]
  const result = runC({ files, model, terminal, input: Uint8Array.from(input, (c) => c.charCodeAt(0)) })
  const { exit, signal } = result
  return { stdout: latin(result.stdout), stderr: latin(result.stderr), exit, signal }
}

/** A program with a malloc of its own that tells each request on standard error. */
function telling(body: string): string {
  return `#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static char space[65536]; static size_t used; static int depth;
static void tell(const char *what, size_t size) {
  char text[40]; int at = 39;
  text[at] = ' ';
  do text[--at] = '0' + size % 10; while (size /= 10);
  write(2, what, strlen(what));
  write(2, text + at, 40 - at);
}
void *malloc(size_t size) { void *p = space + used; tell("m", size); used += (size + 31) & ~(size_t)15; return p; }
void free(void *p) { if (p) write(2, "f ", 2); }
void *realloc(void *p, size_t size) { tell("r", size); return p ? p : malloc(size); }
void *calloc(size_t n, size_t size) { tell("c", n * size); void *p = space + used; used += n * size; return p; }
static void nothing(void) {}
static int order(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
int main(void) { ${body} _exit(0); }`
}

/** What the library asks a program's own malloc for, in order. Expected: measured with glibc 2.36. */
function requests(body: string, setting?: Setting): string {
  return run(telling(body), setting).stderr
}

describe('what the library takes from malloc', () => {
  it('is stdout’s buffer at the first output, and none without', () => {
    expect(requests('printf(""); printf("%s", ""); printf("a"); puts("b");')).toBe('m4096 ')
    expect(requests('printf("a"); puts("b");', { terminal: true })).toBe('m1024 ')
    expect(requests('setbuf(stdout, NULL); printf("a"); puts("b");')).toBe('')
    expect(requests('fprintf(stderr, "x ");')).toBe('x ')
  })

  it('is a FILE, then its buffer, for an opened file', () => {
    const use = 'FILE *f = fopen("a", "w"); fprintf(f, "%d", 1); fclose(f);'
    expect(requests(use)).toBe('m472 m4096 f f ')
    expect(requests(use, { model: 'ilp32' })).toBe('m304 m4096 f f ')
    expect(requests('fopen("missing", "r");')).toBe('m472 f ')
  })

  it('is a stream of its own for the first perror on a terminal', () => {
    expect(requests('perror("x");', { terminal: true })).toBe('m472 m1024 x: Success\nf f ')
    expect(requests('perror("x");')).toBe('x: Success\n')
  })

  it('grows with asprintf, getline and atexit as in glibc', () => {
    expect(requests('char *s; asprintf(&s, "%d", 5);')).toBe('m100 m2 f ')
    expect(requests('char *s; asprintf(&s, "%120d", 5);')).toBe('m100 m300 f m121 f ')
    expect(requests('for (int i = 0; i < 40; i++) atexit(nothing);')).toBe('c1040 ')
    expect(requests('char *l = 0; size_t n = 0; getline(&l, &n, stdin);', { input: 'x\n' })).toBe(
      'm120 m4096 ',
    )
  })

  it('is qsort’s temporary array from 1,024 bytes on', () => {
    expect(requests('static int v[300]; qsort(v, 255, 4, order); qsort(v, 256, 4, order);')).toBe('m1024 f ')
  })
})

describe('a program’s input and output', () => {
  it('come in the order in which a terminal shows them', () => {
    const ask =
      '#include <stdio.h>\nint main(void) { int n; printf("n? "); scanf("%d", &n); printf("%d\\n", n); return n; }'
    expect(run(ask, { input: '7\n', terminal: true })).toEqual({
      stdout: 'n? 7\n',
      stderr: '',
      exit: 7,
      signal: null,
    })
  })

  it('are flushed by exit, not by abort or a failed assertion', () => {
    const text = (end: string) => `#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) { printf("text"); ${end}; }`
    expect(run(text('exit(3)'))).toEqual({ stdout: 'text', stderr: '', exit: 3, signal: null })
    expect(run(text('abort()'))).toEqual({ stdout: '', stderr: '', exit: null, signal: 'SIGABRT' })
    expect(run(text('assert(1 == 2)')).stderr).toBe(
      "program: program.c:4: main: Assertion `1 == 2' failed.\n",
    )
  })
})

describe('random numbers and sorting', () => {
  it('are glibc’s', () => {
    const text = `#include <stdio.h>
#include <stdlib.h>
int main(void) { printf("%d %d ", rand(), rand()); srand(42); printf("%d", rand()); }`
    // Arguments are evaluated from the right, as gcc does.
    expect(run(text).stdout).toBe('846930886 1804289383 71876166')
  })

  it('compare in the order of glibc’s merge sort', () => {
    const text = `#include <stdio.h>
#include <stdlib.h>
static int order(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  printf("%d%d ", x, y);
  return x - y;
}
int main(void) { int v[] = {4, 1, 3, 2, 5}; qsort(v, 5, sizeof *v, order); }`
    expect(run(text).stdout).toBe('41 25 32 35 12 42 43 45 ')
  })
})

describe('memlib and its driver', () => {
  const options = { initReturnsBool: false, hasPlainNames: false }
  const solution = (malloc: string) => `#include <stddef.h>
void *mem_sbrk(long);
int mm_init(void) { mem_sbrk(8); return 0; }
void *mm_malloc(size_t n) { ${malloc} }
void mm_free(void *p) { (void)p; }
void *mm_realloc(void *p, size_t n) { char *q = mm_malloc(n); for (size_t i = 0; i < n; i++) q[i] = ((char *)p)[i]; return q; }`

  function drive(malloc: string, model: DataModel = 'lp64') {
    const files = [{ name: 'mm.c', text: solution(malloc) }, malloclabDriver(options)]
    const input = Uint8Array.from('20000\n2\n5\n1\na 0 24\na 1 40\nr 0 32\nf 0\nf 1\n', (c) =>
      c.charCodeAt(0),
    )
    return runC({ files, input, model })
  }

  it.each(['lp64', 'ilp32'] as const)('pass a right solution in %s', (model) => {
    const { stdout, exit } = drive('return (char *)mem_sbrk((n + 15) & ~7) + 8;', model)
    expect(latin(stdout)).toContain('PASS 5 operations')
    expect(exit).toBe(0)
  })

  it.each([
    ['static char b[64]; (void)n; return b;', 'FAIL operation 1 (a 0 24): the payload lies outside the heap'],
    [
      'return (char *)mem_sbrk(n + 8) + 1;',
      'FAIL operation 1 (a 0 24): the payload is not aligned to 8 bytes',
    ],
    [
      'static char *p; if (!p) p = mem_sbrk(4096); return p;',
      'FAIL operation 2 (a 1 40): the payload overlaps another block',
    ],
    ['return n == 40 ? NULL : (char *)mem_sbrk(64);', 'FAIL operation 2 (a 1 40): returned NULL'],
  ])('tell a wrong one: %s', (malloc, line) => {
    const { stdout, exit } = drive(malloc)
    expect(latin(stdout)).toContain(line)
    expect(exit).toBe(1)
  })

  it('put the heap where solutions of CMU expect it, and end it', () => {
    const text = `#include <errno.h>
#include <stdio.h>
#include "memlib.h"
int main(void) {
  printf("%p ", mem_sbrk(4096));
  printf("%zu ", mem_heapsize());
  void *p = mem_sbrk(100 << 20);
  printf("%p %d", p, errno);
}`
    expect(run(text)).toMatchObject({
      stdout: '0x800000000 4096 0xffffffffffffffff 12',
      stderr: 'ERROR: mem_sbrk failed. Ran out of memory...\n',
    })
  })
})

describe('the library’s list of names', () => {
  it('has no name twice', () => {
    const hosts = hostFunctions.map(({ name }) => name)
    expect(new Set(hosts).size).toBe(hosts.length)
    expect(hosts.filter((name) => libraryFileOf(name) !== null)).toEqual([])
  })

  it('leads to files that exist', () => {
    const files = new Set(librarySources().map(({ name }) => name))
    for (const name of [
      'printf',
      'exit',
      'stdout',
      'environ',
      '__libc_errno',
      '_start',
      'optarg',
      'mem_sbrk',
    ]) {
      expect([name, files.has(libraryFileOf(name) ?? '')]).toEqual([name, true])
    }
    expect(libraryFileOf('main')).toBeNull()
    expect(libraryFileOf('printg')).toBeNull()
  })
})
