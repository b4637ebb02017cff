import { describe, expect, it } from 'vitest'
import { mainEnd } from '../../../src/engine/workload/c/main-end.ts'
import type { HandAction, HandBlock } from '../../../src/state/by-hand/action.ts'
import { withStatement } from '../../../src/state/by-hand/c-text.ts'
import { freshName, statementOf } from '../../../src/state/by-hand/statements.ts'
import { traceFacts, traceLine, withLine } from '../../../src/state/by-hand/trace-text.ts'

const P: HandBlock = {
  name: 'p',
  type: 'char *',
  address: 0x1010,
  requested: 100,
  state: 'live',
  chunk: { address: 0x1000, size: 128 },
}
const NODE: HandBlock = { ...P, name: 'list->next', type: 'struct node *' }

const textOf = (action: HandAction) => statementOf(action, 'p1').text

describe('statements', () => {
  it('call the allocator', () => {
    expect(textOf({ kind: 'malloc', size: 100 })).toBe('char *p1 = malloc(100);')
    expect(textOf({ kind: 'calloc', count: 4, size: 16 })).toBe('char *p1 = calloc(4, 16);')
    expect(textOf({ kind: 'realloc', block: P, size: 200 })).toBe('p = realloc(p, 200);')
    expect(textOf({ kind: 'free', block: NODE })).toBe('free(list->next);')
  })

  it('write bytes', () => {
    const fill = (offset: number, value: number, length: number, block = P) =>
      textOf({ kind: 'fill', block, offset, value, length })
    expect(fill(0, 65, 10)).toBe("memset(p, 'A', 10);")
    expect(fill(100, 1, 1)).toBe('p[100] = 1;')
    expect(fill(-8, 0x21, 1)).toBe("p[-8] = '!';")
    expect(fill(0, 39, 1)).toBe("p[0] = '\\'';")
    expect(fill(4, 0xff, 1)).toBe('memset(p + 4, 0xff, 1);')
    expect(fill(-16, 0, 16)).toBe('memset(p - 16, 0, 16);')
    expect(fill(4, 65, 1, NODE)).toBe("((char *)list->next)[4] = 'A';")
    expect(fill(4, 65, 3, NODE)).toBe("memset((char *)list->next + 4, 'A', 3);")
  })

  it('write texts, whatever is in them', () => {
    const text = (what: string) => textOf({ kind: 'text', block: P, offset: 0, text: what })
    expect(text('safe')).toBe('memcpy(p, "safe", 4);')
    expect(text('a "b" \\')).toBe('memcpy(p, "a \\"b\\" \\\\", 7);')
    expect(text('é1')).toBe('memcpy(p, "\\303\\2511", 3);')
  })

  it('use a name that no text has as a word', () => {
    expect(freshName(['int main(void) {}'])).toBe('p1')
    expect(freshName(['char *p1, *p3;', '// p2 is mine'])).toBe('p4')
    expect(freshName(['int p10, xp1, p1x;'])).toBe('p1')
  })
})

/** What becomes of a program when `free(p)` is put at its end. */
function written(text: string, statement = 'free(p);', header = 'stdlib.h', name = 'free'): string {
  const files = [{ name: 'main.c', text }]
  const end = mainEnd({ files, model: 'lp64', defines: [] })
  if (end.kind === 'none') return end.reason
  return withStatement(files, end, { text: statement, needs: { name, header } })[0]!.text
}

describe('where a statement is put', () => {
  it('is in front of the last return, as far to the right', () => {
    expect(written('#include <stdlib.h>\nint main(void) {\n    g();\n    return 0;\n}\n')).toBe(
      '#include <stdlib.h>\nint main(void) {\n    g();\n    free(p);\n    return 0;\n}\n',
    )
  })

  it('is in front of the closing brace, in line with the statement before', () => {
    const head = '#include <stdlib.h>\nint main(void)\n{\n'
    expect(written(`${head}\tg();\n}\n`)).toBe(`${head}\tg();\n\tfree(p);\n}\n`)
    expect(written(`${head}}`)).toBe(`${head}  free(p);\n}`)
  })

  it('is a line of its own, even in a program of one line', () => {
    expect(written('#include <stdlib.h>\nint main(void) { g(); return 0; }')).toBe(
      '#include <stdlib.h>\nint main(void) { g();\n  free(p);\n  return 0; }',
    )
    expect(written('#include <stdlib.h>\nint main(void) {}')).toBe(
      '#include <stdlib.h>\nint main(void) {\n  free(p);\n}',
    )
  })

  it('ends as the other lines of the file do', () => {
    expect(written('#include <stdlib.h>\r\nint main(void) {\r\n  return 0;\r\n}\r\n')).toBe(
      '#include <stdlib.h>\r\nint main(void) {\r\n  free(p);\r\n  return 0;\r\n}\r\n',
    )
  })

  it('has the header that it needs', () => {
    const main = 'int main(void) {\n  return 0;\n}\n'
    const longer = 'int main(void) {\n  free(p);\n  return 0;\n}\n'
    expect(written(main)).toBe(`#include <stdlib.h>\n${longer}`)
    expect(written(`/* mine */\n#include <stdio.h>\n\n${main}`)).toBe(
      `/* mine */\n#include <stdio.h>\n#include <stdlib.h>\n\n${longer}`,
    )
    expect(written(`#define _GNU_SOURCE\n#if 0\n#include <math.h>\n#endif\n${main}`)).toBe(
      `#include <stdlib.h>\n#define _GNU_SOURCE\n#if 0\n#include <math.h>\n#endif\n${longer}`,
    )
    // Declared by the program itself: that is enough.
    expect(written(`void free(void *);\n${main}`)).toBe(`void free(void *);\n${longer}`)
  })
})

describe('a line of a trace', () => {
  it('says what was done', () => {
    const block = { ...P, name: 'p[3]' }
    expect(traceLine({ kind: 'malloc', size: 100 }, 7)).toBe('a 7 100')
    expect(traceLine({ kind: 'calloc', count: 4, size: 16 }, 7)).toBe('c 7 4 16')
    expect(traceLine({ kind: 'realloc', block, size: 200 }, 7)).toBe('r 3 200')
    expect(traceLine({ kind: 'free', block }, 7)).toBe('f 3')
    expect(traceLine({ kind: 'fill', block, offset: 2, value: 65, length: 3 }, 7)).toBe('w 3 2 414141')
    expect(traceLine({ kind: 'text', block, offset: 0, text: 'Hi' }, 7)).toBe('w 3 0 4869')
  })

  it('is put behind the last one', () => {
    expect(withLine('', 'a 0 8')).toBe('a 0 8\n')
    expect(withLine('a 0 8\n', 'f 0')).toBe('a 0 8\nf 0\n')
    expect(withLine('a 0 8', 'f 0')).toBe('a 0 8\nf 0\n')
    expect(withLine('a 0 8\r\n\r\n', 'f 0')).toBe('a 0 8\r\nf 0\r\n\r\n')
  })

  it('keeps the counts in a header true', () => {
    expect(withLine('0\n1\n1\n1\na 0 8\n', 'a 1 9')).toBe('0\n2\n2\n1\na 0 8\na 1 9\n')
    expect(withLine('1 1\na 0 8\n', 'f 0')).toBe('1 2\na 0 8\nf 0\n')
    // One number says nothing that could be kept true.
    expect(withLine('4\na 0 8\n', 'f 0')).toBe('4\na 0 8\nf 0\n')
  })

  it('knows who set a pointer last', () => {
    const { operations, freshId, setBy } = traceFacts('9 9\na 0 8\na 4 8\n\nf 0\nr 4 16\nb\nt 0\nf -1\n')
    expect([operations, freshId, setBy.get(0), setBy.get(4)]).toEqual([7, 5, -1, 3])
  })
})
