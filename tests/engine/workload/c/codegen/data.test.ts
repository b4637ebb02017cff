import { describe, expect, it } from 'vitest'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import { prints, programOf } from './program.ts'

/** The person's variables by section and offset. */
function layout(text: string, model: DataModel = 'lp64'): string[] {
  const sections = new Map<string, string[]>()
  const globals = programOf(`${text}\nint main(void) { return 0; }`, model).globals.filter(
    (each) => !each.isLibrary,
  )
  for (const { section, name, offset } of [...globals].sort((a, b) => a.offset - b.offset))
    sections.set(section, [...(sections.get(section) ?? []), `${name} ${offset}`])
  return ['data', 'bss', 'rodata'].map((name) => `${name}: ${(sections.get(name) ?? []).join(', ')}`)
}

const MIXED = `int a1 = 1; char b[24] = "x"; int z; char c[32] = "y"; double d = 2; char e[5]; int f; static int s;
  static int s2 = 4; int tent; int tent = 5; int arr0[100]; const int n = 3; struct { int a; char b[40]; } rec = {1};
  char c2 = 'a'; char *pointer = &c2; int g() { static int loc; static int loc2 = 9; return loc + s + s2 + loc2; }
  struct { int a; char b[40]; } zrec;`

// Expected values: differences of what nm prints for gcc 12 -O0.
describe('variables lie as in gcc', () => {
  it('under LP64', () => {
    expect(layout(MIXED)).toEqual([
      'data: a1 0, b 16, c 64, d 96, s2 104, tent 108, rec 128, c2 172, loc2 176, pointer 184',
      'bss: z 32, e 36, f 44, arr0 64, zrec 480, s 524, loc 528',
      'rodata: n 0',
    ])
  })

  it('under ILP32', () => {
    expect(layout(MIXED, 'ilp32')).toEqual([
      'data: a1 0, b 4, c 32, d 64, s2 72, tent 76, rec 96, c2 140, loc2 144, pointer 148',
      'bss: z 32, e 36, f 44, arr0 64, zrec 480, s 524, loc 528',
      'rodata: n 0',
    ])
  })

  it('with the alignment that was asked for', () => {
    const statements = 'printf("%d %d", (int)((unsigned long)page % 4096), (int)((unsigned long)&set % 256));'
    const variables =
      'char page[10] __attribute__((aligned(4096))); int set __attribute__((aligned(256))) = 1;'
    expect(prints(statements, variables)).toBe('0 0')
  })
})

describe('initialisers', () => {
  it('hold addresses of variables, functions, strings, and parts of them', () => {
    const before = `static int a[4] = {1, 2, 3, 4}; static int *end = a + 3; int twice(int v) { return 2 * v; }
      static struct { const char *name; int (*run)(int); int (*say)(const char *); } table[] = {{"abc", twice, puts}};`
    expect(
      prints(
        'printf("%d %s %d\\n", *end, table[0].name + 1, table[0].run(4)); table[0].say("said");',
        before,
      ),
    ).toBe('4 bc 8\nsaid\n')
  })

  it('fill a flexible array', () => {
    const before = 'static struct { int n; char text[]; } s = {3, "abc"}; static int next = 7;'
    expect(prints('printf("%d %s %d", s.n, s.text, next);', before)).toBe('3 abc 7')
  })

  it('share equal strings of a file', () => {
    expect(prints('const char *a = "same", *b = "same"; printf("%d", a == b);')).toBe('1')
  })
})
