import { describe, expect, it } from 'vitest'
import { ran } from './support.ts'

const LIST = `
#include <stdlib.h>
#include <string.h>
static char *make(int n) {
  return malloc(n);
}
int main(void) {
  char *a = make(40);
  free(a);
  char *b = make(40);
  char *c = strdup("copy");
  return b == c;
}`

/** What is told of the chunk at the payload that a call returned, at the end of the run. */
function inspectedAt(session: ReturnType<typeof ran>, payload: number) {
  const { total } = session.info()
  return session.moment({
    position: { operation: total - 1, step: 1000 },
    map: { from: 0, to: 0, limit: 50 },
    listLimit: 10,
    inspect: payload,
  })
}

describe('the past of a chunk in a program', () => {
  const session = ran(LIST)
  const { chunks } = inspectedAt(session, 0)
  const [first, second] = [...chunks.payload].filter((_, i) => chunks.requested[i]! >= 0)

  it('is told with file, line and function of the statement that made the call', () => {
    const { inspected } = inspectedAt(session, first!)
    expect(inspected!.allocated).toMatchObject({
      text: 'return malloc(n);',
      file: 'main.c',
      line: 4,
      function: 'make',
    })
    const [before] = inspected!.earlier
    expect(before!.freed).toMatchObject({ text: 'free(a);', line: 8, function: 'main' })
    expect(before!.freed!.operation).toBeLessThan(inspected!.allocated!.operation)
  })

  it('is that of the line that called the library, where the library called malloc', () => {
    const { inspected } = inspectedAt(session, second!)
    expect(inspected!.allocated).toMatchObject({ file: 'main.c', line: 10, function: 'main' })
  })
})
