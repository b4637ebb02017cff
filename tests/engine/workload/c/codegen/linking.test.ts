import { describe, expect, it } from 'vitest'
import { printed, prints, programOf, said } from './program.ts'

describe('names over files', () => {
  it('are one thing where they are external, and private where they are static', () => {
    const files = {
      'main.c':
        '#include <stdio.h>\nint shared; int next(void); static int own = 1;\nint main(void) { shared = 5; int n = next(); printf("%d %d %d", n, shared, own); return 0; }',
      'other.c': 'extern int shared; static int own = 7; int next(void) { own++; return shared++ + own; }',
    }
    expect(printed(files)).toBe('13 6 1')
  })

  it('may not be defined twice', () => {
    const files = {
      'main.c': 'int f(void) { return 1; }\nint main(void) { return f(); }',
      'b.c': '\nint f(void) { return 2; }',
    }
    expect(said(files)).toEqual([
      "b.c:2: error: 'f' is defined a second time; the first definition is at main.c:1",
    ])
    expect(said({ 'main.c': 'int a = 1; int main(void) { return a; }', 'b.c': 'int a = 2;' })).toEqual([
      "b.c:1: error: 'a' is defined a second time; the first definition is at main.c:1",
    ])
  })

  it('of tentative definitions mean one variable', () => {
    const files = {
      'main.c':
        '#include <stdio.h>\nint a; int b; void set(void);\nint main(void) { set(); printf("%d %d", a, b); return 0; }',
      'b.c': 'int a; int b = 4; void set(void) { a = 3; }',
    }
    expect(printed(files)).toBe('3 4')
  })

  it('of variables must be defined somewhere if they are used', () => {
    expect(said('extern int far, unused; int main(void) {\nreturn far; }')).toEqual([
      "main.c:2: error: 'far' is declared but defined nowhere",
    ])
  })

  it('that ld defines stand for the ends of the sections', () => {
    const before = 'extern char etext, edata, end; int zero; int one = 1;'
    expect(
      prints('printf("%d %d", &etext < &edata, (char *)&zero < &end && (char *)&one < &edata);', before),
    ).toBe('1 1')
  })
})

describe('a function that is defined nowhere', () => {
  const text =
    'int missing(int);\nint main(int argc, char **argv) {\n  if (argc > 5) return missing(1) + missing(2);\n  return 0;\n}'

  it('is warned of once, and no error', () => {
    expect(said(text)).toEqual([
      "main.c:3: warning: function 'missing' is defined nowhere: calling it ends the program",
    ])
    expect(printed(text)).toBe('')
  })

  it('ends the program when it is reached, also through a pointer', () => {
    expect(printed('void missing(void); int main(void) { missing(); return 0; }')).toBe('SIGILL')
    expect(printed('void missing(void); int main(void) { void (*p)(void) = missing; p(); return 0; }')).toBe(
      'SIGILL',
    )
    expect(programOf('void missing(void); int main(void) { missing(); return 0; }').traps).toEqual([
      "undefined function 'missing' was called",
    ])
  })
})

describe('the library', () => {
  it('is replaced by what the program defines, for itself too', () => {
    const before = `static char heap[65536]; static unsigned long used; static int calls;
      void *malloc(size_t size) { calls++; used += (size + 15) / 16 * 16; return heap + used - (size + 15) / 16 * 16; }
      void free(void *p) { }
      void *calloc(size_t n, size_t size) { return malloc(n * size); }`
    expect(prints('puts("x"); printf("%d", calls);', before)).toBe('x\n1')
  })

  it('is linked as far as it is needed', () => {
    const names = programOf('int main(void) { return 0; }').functions.map((each) => each.name)
    expect(names[0]).toBe('main')
    expect(names).toContain('_start')
    expect(names).not.toContain('printf')
  })

  it('runs constructors before main and destructors after it', () => {
    const before = `__attribute__((constructor)) static void first(void) { printf("1 "); }
      __attribute__((constructor)) static void second(void) { printf("2 "); }
      __attribute__((destructor)) static void last(void) { printf("last"); }`
    expect(prints('printf("main ");', before)).toBe('1 2 main last')
  })
})

describe('a program without main', () => {
  it('is told to have one', () => {
    expect(said('int f(void) { return 0; }')).toEqual([
      "main.c:1: error: the program has no function 'main' to begin with: add int main(void) { … }",
    ])
    expect(said({ 'a.h': 'int f(void);' })).toEqual([
      'a.h:1: error: there is no file that ends in .c to compile',
    ])
  })
})

it('the same files give the same program', () => {
  const text = '#include <stdio.h>\nint main(void) { printf("%s", "a"); return 0; }'
  expect(programOf(text)).toEqual(programOf(text))
})

describe('what the machine cannot hold is refused', () => {
  it.each([
    [
      'long chains',
      `int main(int a) { return ${Array(3000).fill('a').join(' + ')}; }`,
      'this expression has too many parts: split it up',
    ],
    [
      'many parameters',
      `void f(${Array.from({ length: 130 }, (_, i) => `int a${i}`).join(', ')}) {} int main(void) { return 0; }`,
      'a function can have at most 127 parameters',
    ],
    [
      'frames beyond a gigabyte',
      'int main(void) { char a[3000000000]; return 0; }',
      "the variables of 'main' take 3000000000 bytes: too many for a stack",
    ],
  ])('%s', (_, text, message) => {
    expect(said(text)).toEqual([`main.c:1: error: ${message}`])
  })
})
