import { describe, expect, it } from 'vitest'
import { atLine, frameOf, lineOf, main, momentOf, ran, variable, viewOf } from './support.ts'

describe('the call stack', () => {
  const text = `
#include <stdlib.h>
static int order(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}
static int fact(int n) {
  if (n < 2) return 1;
  return n * fact(n - 1);
}
int main(void) {
  int numbers[] = {2, 1};
  int f = fact(3);
  qsort(numbers, 2, sizeof *numbers, order);
  return f - 6;
}`
  const session = ran(text)
  const stackAt = (line: number) =>
    viewOf(session, atLine(session, line), 0).stack.map((frame) => `${frame.function} ${frame.line}`)

  it('has a frame for each call under way, innermost first, with the line that it is at', () => {
    expect(stackAt(6)).toEqual(['fact 6', 'main 11'])
    const deepest = session.find([{ kind: 'line', file: 'main.c', line: 6 }], atLine(session, 12), true)
    expect(viewOf(session, deepest, 0).stack.map(({ line }) => line)).toEqual([6, 7, 7, 11])
  })

  it('gives each call its own variables, deeper ones at lower addresses', () => {
    const deepest = session.find([{ kind: 'line', file: 'main.c', line: 6 }], atLine(session, 12), true)
    const { stack } = viewOf(session, deepest, 0)
    expect(stack.slice(0, 3).map(({ variables }) => variables[0]!.value)).toEqual(['1', '2', '3'])
    const addresses = stack.map(({ address }) => address)
    expect(addresses).toEqual([...addresses].sort((a, b) => a - b))
  })

  it('shows a function of the library between two of the program, without its inside', () => {
    expect(stackAt(3)).toEqual(['order 3', 'qsort 0', 'main 12'])
  })
})

describe('variables', () => {
  const text = main(`  char c = 'A';
  signed char low = -3;
  unsigned long big = -1;
  float f = 0.1f;
  double d = 1.0 / 3;
  _Bool yes = 4;
  char word[8] = "a\\n\\"";
  int row[10] = {1, 2, 3};
  int grid[2][2] = {{1, 2}, {3, 4}};
  enum { RED, GREEN } colour = GREEN;
  struct { unsigned a : 3; int b : 4; union { int i; char s[4]; }; } bits = {5, -2, {65}};
  return c + low + big + f + d + yes + word[0] + row[0] + grid[0][0] + colour + bits.a;`)
  const session = ran(text)
  const at = atLine(session, lineOf(text, 'return'))
  const shown = (name: string) => {
    const { type, value } = variable(viewOf(session, at, 0), name)
    return `${type} ${value}`
  }

  it.each([
    ['c', "char 65 'A'"],
    ['low', 'signed char -3'],
    ['big', 'unsigned long 18446744073709551615'],
    ['f', 'float 0.1'],
    ['d', 'double 0.3333333333333333'],
    ['yes', '_Bool true'],
    ['word', 'char[8] "a\\n\\""'],
    ['row', 'int[10] {1, 2, 3, 0, 0, 0, 0, 0, …}'],
    ['grid', 'int[2][2] {{1, 2}, {3, 4}}'],
  ])('%s has its type and value', (name, text) => {
    expect(shown(name)).toBe(text)
  })

  it('have their parts, bit-fields and members of anonymous unions among them', () => {
    const view = viewOf(session, at, 0)
    expect(
      variable(view, 'row')
        .parts.map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['[0]', '[1]'])
    expect(variable(view, 'bits').parts.map(({ name, type, value }) => `${type} ${name} = ${value}`)).toEqual(
      ['unsigned int : 3 a = 5', 'int : 4 b = -2', 'int i = 65', 'char[4] s = "A"'],
    )
  })

  it('are marked where the operation has changed them', () => {
    const session = ran(main('  int a = 1, b = 2;\n  a = 3;\n  return a + b;'))
    const { variables } = frameOf(viewOf(session, atLine(session, 5)))
    expect(variables.map(({ name, changed }) => [name, changed])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })

  it('are those that a name means there: the inner one of two', () => {
    const session = ran(main('  int x = 1;\n  {\n    int x = 2;\n    x++;\n  }\n  return x;'))
    expect(variable(viewOf(session, atLine(session, 8), 0), 'x').value).toBe('2')
    expect(variable(viewOf(session, atLine(session, 10), 0), 'x').value).toBe('1')
  })

  it('of static storage are globals, named by their function where they are its own', () => {
    const session = ran(
      'int total = 3;\nstatic int hidden;\nint main(void) { static int calls; return ++calls + total + hidden; }',
    )
    expect(viewOf(session, 0).globals.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'total 3',
      'hidden 0',
      'main: calls 1',
    ])
  })

  it('have pointers of 4 bytes under ILP32', () => {
    const session = ran(main('  char *p = malloc(4);\n  return p == 0;'), { model: 'ilp32' })
    const moment = momentOf(session, atLine(session, 6), 0)
    const target = moment.brkStart + 16
    expect(variable(moment.program!, 'p')).toMatchObject({
      size: 4,
      target,
      value: `0x${target.toString(16)} ""`,
    })
  })
})

describe('pointers', () => {
  const text = `
#include <stdlib.h>
#include <string.h>
struct node { int value; struct node *next; };
static int less(int a, int b) { return a < b; }
int main(void) {
  struct node *head = malloc(sizeof *head);
  head->value = 7;
  head->next = NULL;
  char *name = malloc(8);
  strcpy(name, "nine");
  int (*call)(int, int) = less;
  int local = 1, *to = &local;
  free(name);
  return call(1, 2) + *to;
}`
  const session = ran(text)
  const at = atLine(session, 14)
  const view = viewOf(session, at, 0)

  it('point at blocks, which are called as the variable that they were assigned to', () => {
    const { chunks } = momentOf(session, at, 0)
    const named = [...chunks.payload].map((payload, i) => [payload, chunks.names[i]])
    expect(named).toContainEqual([variable(view, 'head').target, 'head'])
    expect([...chunks.requested].filter((bytes) => bytes >= 0)).toEqual([16])
  })

  it('show what they point at', () => {
    const [star] = variable(view, 'head').parts
    expect(star).toMatchObject({ name: '*head', value: '{value = 7, next = NULL}' })
    expect(variable(view, 'call').value).toMatch(/^0x\w+ less$/)
    expect(variable(view, 'to').target).toBe(variable(view, 'local').address)
    expect(variable(viewOf(session, atLine(session, 11), 0), 'name').value).toMatch(/^0x\w+ "nine"$/)
  })

  it('keep their value when the block is freed', () => {
    expect(variable(view, 'name').target).toBe(
      variable(viewOf(session, atLine(session, 11), 0), 'name').target,
    )
  })
})

describe('names of blocks', () => {
  it.each([
    ['int *p = malloc(8);', 'p'],
    ['int *a[2]; a[1] = malloc(8);', 'a[1]'],
    ['struct { struct { char *s; } in; } t; t.in.s = malloc(8);', 't.in.s'],
    ['struct list { struct list *next; } *l, m; l = &m; l->next = malloc(8);', 'l->next'],
    ['char *s = strdup("text 89");', 's'],
    ['if (malloc(8) == 0) return 1;', 'malloc'],
  ])('%s gives %s', (statement, name) => {
    const session = ran(main(`  ${statement}\n  return 0;`))
    const { chunks } = momentOf(session, session.info().done - 1)
    expect(chunks.names.filter((each) => each !== '')).toEqual([name])
  })
})
