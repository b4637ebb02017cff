import { expect, it } from 'vitest'
import { Session } from '../../../../src/engine/session/session.ts'
import { atLine, findings, main, output, printed, program, ran, told, variable, viewOf } from './support.ts'

it('a program that does not compile is not run, and says why', () => {
  const session = new Session(program('int main(void) {\n  return x;\n}')).runAll()
  const { error, done, program: info } = session.info()
  expect([error, done]).toMatchObject([{ line: 2, column: 10 }, 0])
  expect(info!.diagnostics[0]).toMatchObject({ severity: 'error', file: 'main.c', line: 2 })
})

it('variables larger than memory are refused with a reason', () => {
  const session = new Session(program('char huge[1L << 40];\nint main(void) { return 0; }')).runAll()
  expect(session.info().complete).toBe(true)
  expect(session.info().program!.diagnostics[0]!.severity).toBe('error')
})

it('of a deep stack the 50 innermost frames are shown', () => {
  const session = ran(
    'int deep(int n) {\n  if (n == 0)\n    return 0;\n  return deep(n - 1);\n}\nint main(void) { return deep(200); }',
  )
  const { stack } = viewOf(session, atLine(session, 3), 0)
  expect(stack).toHaveLength(50)
  expect(stack.map(({ variables }) => variables[0]!.value).slice(0, 3)).toEqual(['0', '1', '2'])
})

it('of a long array 64 elements are shown, of a list a few levels', () => {
  const session = ran(`struct node { int v; struct node *next; };
int main(void) {
  int row[1000] = {1};
  struct node loop = {1, &loop};
  return row[0] + loop.v;
}`)
  const view = viewOf(session, atLine(session, 5), 0)
  expect(variable(view, 'row').parts).toHaveLength(64)
  expect(JSON.stringify(variable(view, 'loop')).match(/"next"/g)!.length).toBeLessThan(5)
})

it('of long output the newest 64 KiB are shown', () => {
  const session = ran(main('  for (int i = 0; i < 30000; i++) printf("%d\\n", i);\n  return 0;'), {
    output: 'pipe',
  })
  const shown = output(session)
  expect(shown.length).toBeGreaterThanOrEqual(65_536)
  expect(shown.length).toBeLessThan(80_000)
  expect(shown.endsWith('29998\n29999\n')).toBe(true)
  expect(printed(viewOf(session, 0))).toBe('')
})

it('of many findings the first 1,000 are kept and all are counted', () => {
  const lines = Array.from({ length: 1200 }, (_, i) => `  if (p[${i % 8}] > 100) return ${i};`)
  const session = ran(main(`  char *p = malloc(8);\n${lines.join('\n')}\n  free(p);\n  return 0;`))
  expect(session.info().findingCount).toBe(1200)
  expect(findings(session)).toHaveLength(1000)
})

it('the same mistake at the same place is told once, whichever block it is about', () => {
  const session = ran(
    main(`  char *a = malloc(16);
  for (int i = 0; i < 20000; i++) {
    char *p = malloc(40);
    free(p);
    p[1] = 1;
    a[17] = 1;
  }
  free(a);
  return 0;`),
  )
  expect(told(session)).toEqual(['use-after-free-write 9<-8', 'overflow 10<-5'])
})

it('memory that the lab does not give ends in NULL, or kills the process', () => {
  const session = ran(main('  char *p = malloc(1UL << 62);\n  return p == NULL ? 7 : 0;'))
  expect(session.info().ending).toMatchObject({ kind: 'exit', status: 7 })
  expect(session.info().summary.failed).toBe(1)
})
