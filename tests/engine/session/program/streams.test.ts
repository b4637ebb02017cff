import { describe, expect, it } from 'vitest'
import { findings, main, momentOf, output, printed, ran, viewOf } from './support.ts'

describe('output', () => {
  it('of a terminal appears with the end of a line, or before input is read', () => {
    const session = ran(
      main(`  printf("a");
  printf("b\\n");
  printf("c");
  getchar();
  return 0;`),
      { input: 'x' },
    )
    const seen = new Set(Array.from({ length: session.info().done }, (_, i) => printed(viewOf(session, i))))
    expect([...seen]).toEqual(['', 'ab\n', 'ab\nc'])
  })

  it('of a pipe appears when the buffer is full, or at the end', () => {
    const session = ran(main('  printf("a\\n");\n  printf("b\\n");\n  return 0;'), { output: 'pipe' })
    const { done } = session.info()
    expect(printed(viewOf(session, done - 2))).toBe('')
    expect(output(session)).toBe('a\nb\n')
  })

  it('keeps standard error apart, and in its place', () => {
    const session = ran(
      main('  printf("one\\n");\n  fprintf(stderr, "two\\n");\n  printf("three\\n");\n  return 0;'),
    )
    expect(viewOf(session, session.info().done - 1).output).toEqual([
      { stream: 'stdout', text: 'one\n' },
      { stream: 'stderr', text: 'two\n' },
      { stream: 'stdout', text: 'three\n' },
    ])
  })

  it('goes back with the moment that is shown', () => {
    const session = ran(main('  for (int i = 0; i < 3; i++) printf("%d\\n", i);\n  return 0;'))
    const { done } = session.info()
    const sizes = Array.from({ length: done }, (_, i) => printed(viewOf(session, done - 1 - i)).length)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(sizes.at(-1)).toBe(0)
  })

  it('shows the buffer of stdout as a block of the library that nobody leaks', () => {
    const session = ran(main('  puts("x");\n  return 0;'))
    const { chunks } = momentOf(session, session.info().done - 1)
    expect(chunks.names).toContain('library')
    expect([...chunks.requested]).toContain(1024)
    expect(findings(session, 'leak')).toEqual([])
  })
})

describe('input', () => {
  const echo = main(
    '  int n;\n  while (scanf("%d", &n) == 1) printf("<%d>", n);\n  printf("end\\n");\n  return 0;',
  )

  it('is waited for when there is none, on the line that wants it', () => {
    const session = ran(echo)
    expect(session.info().ending).toMatchObject({
      kind: 'input',
      message: 'The program waits for input on line 6.',
    })
    expect(findings(session)).toEqual([])
  })

  it('goes on when there is more: what ran before is the same', () => {
    const [first, second] = [ran(echo, { input: '1\n' }), ran(echo, { input: '1\n22\n' })]
    expect(first.info().ending!.kind).toBe('input')
    const before = first.info().done - 1
    expect(before).toBeGreaterThan(3)
    for (let i = 0; i < before; i++) expect(momentOf(second, i)).toEqual(momentOf(first, i))
    expect(output(second)).toBe('<1><22>')
  })

  it('is read line by line, as a terminal gives it', () => {
    const session = ran(main('  while (getchar() != 10) ;\n  while (getchar() != 10) ;\n  return 0;'), {
      input: 'ab\ncd\nef\n',
    })
    const read = Array.from({ length: session.info().done }, (_, i) => viewOf(session, i).inputRead)
    expect([...new Set(read)]).toEqual([0, 3, 6])
  })

  it('may have an end, as of a file or after Ctrl+D', () => {
    const session = ran(echo, { input: '3 4', inputEnds: true })
    expect(session.info().ending).toMatchObject({ kind: 'exit', status: 0 })
    expect(output(session)).toBe('<3><4>end\n')
  })
})
