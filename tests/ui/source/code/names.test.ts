import { describe, expect, it } from 'vitest'
import { functionsIn, namesOn, pathText, valueNamed } from '../../../../src/ui/source/code/names.ts'
import { codeWords } from '../../../../src/ui/source/code/words.ts'
import { lineSpan, variable, viewAt } from '../../../support/program-lab.ts'

const TEXT = `#include <stdio.h>
struct node { int size; struct node *next; };
static int table[] = { 1, 2 };
int twice(int n) { return 2 * n; }

struct node *find(struct node *list,
                  int size)
{
    /* } */
    while (list) { puts("}"); list = list->next; }
    return list;
}
int declared(void);
`

const named = (line: string) => namesOn(codeWords(line)[0]!)
const names = (line: string) => named(line).map(pathText)

describe('functions in a text', () => {
  it('are found by their braces, with the lines that are theirs', () => {
    expect(functionsIn(codeWords(TEXT))).toEqual([
      { name: 'twice', from: 4, to: 4 },
      { name: 'find', from: 6, to: 12 },
    ])
  })

  it('are none in a text that is no program', () => {
    expect(functionsIn(codeWords('} ) { ('))).toEqual([])
  })
})

describe('names on a line', () => {
  it('are those of variables and of their members', () => {
    expect(names('  p->next.size = sizeof n + table[i].size; // q')).toEqual([
      'p',
      'p->next',
      'p->next.size',
      'n',
      'table',
      'i',
    ])
  })

  it('are not words in strings, numbers or keywords', () => {
    expect(names('return "a b" + 0x1f;')).toEqual([])
  })
})

describe('the value of a name', () => {
  const list = variable('list', 'struct node *', '0x10', {
    target: 16,
    parts: [variable('*list', 'struct node', '{…}', { parts: [variable('size', 'int', '24')] })],
  })
  const view = viewAt(lineSpan('a.c', TEXT, 10), {
    stack: [
      { function: 'find', file: 'a.c', line: 10, address: 1, variables: [list] },
      { function: 'main', file: 'b.c', line: 3, address: 2, variables: [variable('n', 'int', '7')] },
    ],
    globals: [variable('table', 'int [2]', '{1, 2}'), variable('find: calls', 'int', '3')],
  })
  const functions = functionsIn(codeWords(TEXT))
  const value = (line: number, text: string) => {
    const found = named(text).at(-1)!
    return valueNamed(view, functions, { file: 'a.c', line }, found)?.value ?? null
  }

  it('is that of the function around it, of a global, of a static, of a member', () => {
    expect(value(10, 'list')).toBe('0x10')
    expect(value(10, 'table')).toBe('{1, 2}')
    expect(value(10, 'calls')).toBe('3')
    expect(value(10, 'list->size')).toBe('24')
  })

  it('is none for a function that does not run, another function’s variable, a missing member', () => {
    expect(value(4, 'list')).toBeNull()
    expect(value(10, 'n')).toBeNull()
    expect(value(10, 'list->colour')).toBeNull()
  })
})
