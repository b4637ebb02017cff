import { describe, expect, it } from 'vitest'
import { findings, main, momentOf, output, ran, type Setting, told } from './support.ts'

/** What is told of a main with this body, in words. */
function messages(body: string, setting: Setting = {}) {
  return findings(ran(main(body), setting)).map(({ message }) => message)
}

/** Findings by kind and lines; the body begins on line 5. */
describe('a finding names where it was seen and where it began', () => {
  it.each<[string, string, string[]]>([
    ['a write after free', '  int *p = malloc(8);\n  free(p);\n  p[1] = 3;', ['use-after-free-write 7<-6']],
    [
      'a read after free',
      '  int *p = calloc(2, 4);\n  free(p);\n  return p[1];',
      ['use-after-free-read 7<-6'],
    ],
    [
      'a block that realloc has moved',
      '  char *p = malloc(8), *pin = malloc(8);\n  char *q = realloc(p, 400);\n  p[0] = 1;\n  free(q);\n  free(pin);',
      ['use-after-free-write 7<-6'],
    ],
    [
      'a heap overflow',
      '  char *p = malloc(10);\n  for (int i = 0; i <= 10; i++) p[i] = 0;\n  free(p);',
      ['overflow 6<-5'],
    ],
    [
      'a heap overflow by the library',
      '  char *p = malloc(4);\n  strcpy(p, "four");\n  free(p);',
      ['overflow 6<-5'],
    ],
    [
      'a read past a block',
      '  int *p = calloc(4, 4);\n  int sum = p[4];\n  free(p);\n  return sum;',
      ['overread 6<-5'],
    ],
    [
      'a read of bytes never written',
      '  int *p = malloc(8);\n  if (p[1]) puts("set");\n  free(p);',
      ['uninitialised 6<-5'],
    ],
    ['a local never written', '  int n;\n  if (n > 3) puts("large");\n  return 0;', ['uninitialised 6']],
    [
      'an index outside of an array',
      '  int row[4] = {0}, i = 4;\n  row[i] = 1;\n  return row[0];',
      ['bounds 6'],
    ],
    [
      'memcpy of overlapping bytes',
      '  char *p = calloc(1, 32);\n  memcpy(p + 4, p, 8);\n  free(p);',
      ['overlapping-copy 6<-5'],
    ],
    ['a double free', '  char *p = malloc(8);\n  free(p);\n  free(p);', ['double-free 7<-6']],
    [
      'a free inside of a block',
      '  char *p = malloc(32);\n  free(p + 16);\n  free(p);',
      ['interior-free 6<-5'],
    ],
    [
      'a free of what malloc never returned',
      '  int local = 1;\n  free(&local);\n  return local;',
      ['invalid-free 6'],
    ],
    [
      'a pointer squeezed through an int',
      '  char *p = malloc(8);\n  int n = (int)(long)p;\n  char *q = (char *)(long)n;\n  free(p);\n  return q == 0;',
      ['pointer-cut 7<-6'],
    ],
    [
      'a size that wrapped around',
      '  size_t n = 3;\n  n = n - 5;\n  char *p = malloc(n);\n  return p != NULL;',
      ['size-wrapped 7<-6'],
    ],
  ])('%s', (_, body, expected) => {
    expect(told(ran(main(body)))).toEqual(expected)
  })

  it('an overflow from one global array into its neighbour', () => {
    const session = ran(
      '#include <string.h>\nchar name[8] = "a", next[8] = "b";\nint main(void) {\n  strcpy(name, "too long, far");\n}',
    )
    expect(told(session)).toEqual(['overflow 4'])
    expect(findings(session)[0]!.message).toContain(
      'outside of the variable `name` (8 bytes): just past its end',
    )
  })

  it('an overflow from one local array into another variable', () => {
    const [message] = messages(
      '  int flag = 0;\n  char word[8];\n  strcpy(word, "12345678");\n  return flag;',
    )
    expect(message).toContain('outside of `word` of main (8 bytes): just past its end')
  })

  it('leaks, by the lines that allocated them', () => {
    const session = ran(
      main(
        '  char *kept = malloc(24);\n  for (int i = 0; i < 3; i++)\n    kept = malloc(8);\n  free(kept);\n  kept = strdup("x");',
      ),
    )
    expect(findings(session, 'leak').map(({ message, place }) => [place!.line, message])).toEqual([
      [5, 'At the end the block `kept` of 24 bytes that line 5 allocated has never been freed.'],
      [7, 'At the end 2 blocks of together 16 bytes that line 7 allocated have never been freed.'],
      [9, 'At the end the block `kept` of 2 bytes that line 9 allocated has never been freed.'],
    ])
  })

  it('no leaks where the scenario says so, nor of a program that was killed', () => {
    expect(findings(ran(main('  malloc(8);'), { run: { leaks: false } }), 'leak')).toEqual([])
    expect(findings(ran(main('  malloc(8);\n  abort();')), 'leak')).toEqual([])
  })
})

describe('the words of a finding', () => {
  it.each([
    [
      '  char *list = malloc(10);\n  list[12] = 1;\n  free(list);',
      'The program writes 1 byte at 0x55555555901c, outside of the block `list` (10 bytes, line 5): 2 bytes past its end.',
    ],
    [
      '  char *list = malloc(10);\n  free(list);\n  memset(list, 0, 4);',
      'memset writes 4 bytes at 0x555555559010, byte 0 of the block `list` (10 bytes, line 5), which was freed on line 6.',
    ],
    ['  int row[3] = {0}, i = -1;\n  return row[i + 0];', 'Index -1 of `row`, which has 3 elements, 0 to 2.'],
    [
      '  char *p = calloc(1, 32);\n  memcpy(p + 4, p, 8);\n  free(p);',
      'memcpy copies 8 bytes from 0x555555559010 to 0x555555559014, 4 bytes apart: the two overlap, which it does not allow (memmove does).',
    ],
    [
      '  char *p = malloc(16);\n  free(p);\n  free(p);',
      'free is given 0x555555559010, the block `p` (16 bytes, line 5), which was freed already on line 6.',
    ],
  ])('%s', (body, message) => {
    expect(messages(body)).toEqual([message])
  })

  it('tell of a write far behind the end of a large block', () => {
    expect(messages('  char *big = malloc(200000);\n  big[200100] = 1;\n  free(big);')[0]).toContain(
      'outside of the block `big` (200,000 bytes, line 5): 100 bytes past its end',
    )
  })
})

describe('blocks with a mapping of their own', () => {
  const mapped = { options: { mmapThreshold: 131_072 } }

  it.each([
    ['just past their end', '  char *a = malloc(200000);\n  a[200000] = 1;\n  free(a);', ['overflow 6<-5']],
    [
      'past the end that realloc gave',
      '  char *a = malloc(200000);\n  a = realloc(a, 200016);\n  a[200015] = 1;\n  a[200016] = 1;\n  free(a);',
      ['overflow 8<-6'],
    ],
    ['within', '  char *a = malloc(200000);\n  memset(a, 1, 200000);\n  free(a);', []],
    [
      'in the mapping that comes next to the same place',
      '  char *a = malloc(200000);\n  free(a);\n  a = malloc(200500);\n  a[200400] = 1;\n  free(a);',
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(told(ran(main(body), mapped))).toEqual(expected)
  })
})

describe('after a finding', () => {
  it('the program goes on as on the real machine', () => {
    const session = ran(
      main(
        '  char a[4] = "abc";\n  char *p = malloc(8);\n  p[8] = a[1];\n  printf("%c\\n", p[8]);\n  free(p);',
      ),
    )
    expect(output(session)).toBe('b\n')
    expect(told(session)).toEqual(['overflow 7<-6', 'overread 8<-6'])
  })

  it('the same at the same place is said once', () => {
    expect(
      told(ran(main('  char *p = malloc(4);\n  for (int i = 4; i < 9; i++) p[i] = 0;\n  free(p);'))),
    ).toEqual(['overflow 6<-5'])
  })

  it('one can go to the operation at which it was seen', () => {
    const session = ran(main('  int *p = malloc(8);\n  free(p);\n  p[1] = 3;\n  return 0;'))
    const [finding] = findings(session)
    expect(session.find([{ kind: 'finding' }], -1, false)).toBe(finding!.operation)
    expect(momentOf(session, finding!.operation).call).toBe('p[1] = 3;')
    expect(momentOf(session, finding!.began).call).toBe('free(0x555555559010)')
  })

  it('a list that a double free has broken gives the same block twice, which is told', () => {
    const body =
      '  char *a = malloc(24), *b = malloc(24);\n  free(a);\n  free(b);\n  free(a);\n  char *c = malloc(24), *d = malloc(24);\n  char *e = malloc(24);\n  return c == e && c != d;'
    const session = ran(main(body), { allocator: 'segregated' })
    expect(told(session)).toEqual(['double-free 8<-6', 'overlapping-block 10<-9'])
  })
})

describe('what is no mistake', () => {
  it.each([
    [
      'memmove of overlapping bytes',
      '  char s[16] = "abcdef";\n  memmove(s + 1, s, 6);\n  return s[1] != \'a\';',
    ],
    [
      'the copy of a structure with padding',
      '  struct { char c; int i; } a, b;\n  a.c = 1;\n  a.i = 2;\n  b = a;\n  return b.i;',
    ],
    [
      'a pointer just past an array',
      '  int a[4] = {1, 2, 3, 4}, sum = 0;\n  for (int *p = a; p != a + 4; p++) sum += *p;\n  return sum;',
    ],
    [
      'hash arithmetic that wraps',
      '  size_t h = 5381;\n  for (const char *s = "hello, world"; *s; s++) h = h * 33 * 65599 + *s;\n  return h == 0;',
    ],
    [
      'realloc of what was written',
      '  char *p = malloc(4);\n  memset(p, 1, 4);\n  p = realloc(p, 400);\n  int first = p[3];\n  free(p);\n  return first;',
    ],
    [
      'a pointer through uintptr_t',
      '  char *p = malloc(4);\n  unsigned long n = (unsigned long)p;\n  free((char *)n);',
    ],
    ['free of NULL', '  free(NULL);'],
    [
      'alloca and arrays of variable length',
      '  int n = 5;\n  int v[n];\n  for (int i = 0; i < n; i++) v[i] = i;\n  return v[4];',
    ],
  ])('%s', (_, body) => {
    const session = ran(main(body))
    expect(told(session)).toEqual([])
    expect(findings(session, 'leak')).toEqual([])
  })
})
