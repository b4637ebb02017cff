import { describe, expect, it } from 'vitest'
import { findings, main, momentOf, output, ran, type Setting, told } from './support.ts'

/** How a main with this body ends. */
function endingOf(body: string, setting: Setting = {}) {
  const session = ran(main(body), setting)
  return { ...session.info().ending, told: told(session) }
}

describe('a program that ends by itself', () => {
  it.each([
    ['  return 3;', 3],
    ['  exit(300);', 44],
    ['  return -1;', 255],
    ['  puts("x");', 0],
  ])('%s', (body, status) => {
    expect(endingOf(body)).toMatchObject({
      kind: 'exit',
      status,
      message: `The program has ended with exit status ${status}.`,
      told: [],
    })
  })
})

describe('a program that is killed', () => {
  it.each([
    [
      'a write through NULL',
      '  int *p = NULL;\n  *p = 1;',
      'Segmentation fault (SIGSEGV): a write of 4 bytes at 0x0, where nothing is mapped. It is the NULL pointer.',
    ],
    [
      'a member of NULL',
      '  struct { int a, b; } *p = NULL;\n  return p->b;',
      'Segmentation fault (SIGSEGV): a read of 4 bytes at 0x4, where nothing is mapped. It is 4 past the NULL pointer.',
    ],
    [
      'the function before it',
      '  char *p = NULL;\n  p[-8] = 1;',
      'Segmentation fault (SIGSEGV): a write of 1 byte at 0xfffffffffffffff8, where nothing is mapped. It is 8 before the NULL pointer.',
    ],
    [
      'a string literal',
      '  char *p = "text";\n  p[1] = 0;',
      'Segmentation fault (SIGSEGV): a write of 1 byte at 0x555555556\\w+, which its page does not allow. It is byte 1 of a string literal \\(5 bytes\\).',
    ],
    [
      'an address made of text',
      "  char *p;\n  memset(&p, 'A', 8);\n  *p = 1;",
      'Segmentation fault (SIGSEGV): a write of 1 byte at 0x4141414141414141, where nothing is mapped. No address is so large. Its bytes are text, "AAAAAAAA": something has been written over a pointer.',
    ],
    [
      'a call of NULL',
      '  void (*f)(void) = NULL;\n  f();',
      'Segmentation fault (SIGSEGV): a jump to 0x0, where no function is. It is the NULL pointer.',
    ],
  ])('%s: the access, the address, and what lies there', (_, body, message) => {
    const session = ran(main(body))
    const { ending } = session.info()
    expect(ending).toMatchObject({ kind: 'fault', signal: 'SIGSEGV' })
    if (message.includes('\\'))
      expect(ending!.message).toMatch(new RegExp(`^${message.replace('(SIGSEGV)', '\\(SIGSEGV\\)')}$`))
    else expect(ending!.message).toBe(message)
    expect(told(session)).toEqual([`fault ${body.split('\n').length + 4}`])
  })

  it('by a division by zero', () => {
    expect(endingOf('  int zero = 0;\n  return 1 / zero;')).toMatchObject({
      kind: 'signal',
      signal: 'SIGFPE',
      message: 'Floating point exception (SIGFPE): a division by zero, or one whose result does not fit.',
      told: ['signal 6'],
    })
  })

  it('by abort, with what assert prints', () => {
    const session = ran('#include <assert.h>\nint main(void) {\n  int n = 1;\n  assert(n == 2);\n}')
    expect(session.info().ending).toMatchObject({
      kind: 'abort',
      signal: 'SIGABRT',
      message: 'Aborted (SIGABRT).',
    })
    expect(output(session)).toMatch(/^\w+: main\.c:4: main: Assertion `n == 2' failed\.\n$/)
    expect(told(session)).toEqual(['abort 4'])
  })

  it('by endless recursion: the full stack, and how deep it is', () => {
    const session = ran('int deep(int n) {\n  return deep(n + 1) + 1;\n}\nint main(void) { return deep(0); }')
    expect(session.info().ending!.message).toContain(
      'The stack is full: it may grow to 8 MiB. deep was called once too often: more than 1,000 calls are under way.',
    )
    expect(told(session)).toEqual(['fault 2'])
  })

  it('shows the end as the last step of the operation', () => {
    const session = ran(main('  int *p = NULL;\n  *p = 1;'))
    const { step, program } = momentOf(session, session.info().done - 1)
    expect(step).toMatchObject({ kind: 'end', sentence: session.info().ending!.message })
    expect(program!.at.line).toBe(6)
  })

  it('is one finding, with where the block that it was about began', () => {
    const session = ran(main('  char *p = malloc(200000);\n  free(p);\n  p[5] = 1;'), {
      options: { mmapThreshold: 131072 },
    })
    expect(session.info().ending!.message).toMatch(
      /It is byte 5 of the block `p` \(200,000 bytes, line 5\), freed on line 6\.$/,
    )
    expect(told(session)).toEqual(['fault 7<-6'])
  })

  it('by a wrong free, where the scenario says so', () => {
    const ending = endingOf('  char *p = malloc(8);\n  free(p);\n  free(p);\n  puts("on");', {
      run: { onMisuse: 'abort' },
    })
    expect(ending).toMatchObject({ kind: 'misuse', told: ['double-free 7<-6'] })
    expect(ending.message).toMatch(/The scenario ends here, as it was told to on wrong use\.$/)
  })
})

describe('a program that the lab stops', () => {
  const stopped = (body: string, instructions: number) => {
    const session = ran(main(body), { run: { instructions } })
    expect(session.info().ending!.kind).toBe('budget')
    return session.info().ending!.message
  }

  it('says where, and that the loop never ends if nothing changes', () => {
    expect(stopped('  int i = 0;\n  while (i == 0)\n    ;\n  return i;', 400_000)).toMatch(
      /^Stopped after 400,000 instructions, on line \d\. In the last [\d,]+ it changed nothing in memory: this loop never ends\.$/,
    )
  })

  it('says only where after so few that nothing is known', () => {
    expect(stopped('  return 0;', 3)).toBe('Stopped after 3 instructions, before the first statement.')
    expect(stopped('  int i = 0;\n  while (i == 0)\n    ;\n  return i;', 500)).toMatch(
      /^Stopped after 500 instructions, on line \d\.$/,
    )
  })

  it('says that something moves, but nothing comes of it', () => {
    expect(stopped('  unsigned i = 0;\n  for (;;)\n    i++;', 400_000)).toMatch(
      /it called nothing, read nothing and wrote nothing: it may be in a loop that never ends\.$/,
    )
  })

  it('says what progress there was', () => {
    const message = stopped(
      '  for (long i = 0;; i++)\n    if (i % 1000 == 0) { free(malloc(8)); puts("."); }',
      400_000,
    )
    expect(message).toMatch(
      /it made [\d,]+ calls of the allocator or the kernel, wrote [\d,]+ bytes: it was getting somewhere\.$/,
    )
  })

  it('after too much output', () => {
    const session = ran(main("  char line[4096] = {0};\n  memset(line, 'x', 4095);\n  for (;;) puts(line);"))
    expect(session.info().ending).toMatchObject({
      kind: 'budget',
      message: 'The program has written more than 4 MiB: stopped.',
    })
    expect(findings(session, 'budget')).toHaveLength(1)
  })

  it('can be looked at there as anywhere', () => {
    const session = ran(main('  for (unsigned i = 0;; i++)\n    ;'), { run: { instructions: 300_000 } })
    const { done, ending } = session.info()
    const last = momentOf(session, done - 1)
    expect(last.step.sentence).toBe(ending!.message)
    expect(momentOf(session, 1000).program!.at.line).toBe(5)
    expect(momentOf(session, done - 1)).toEqual(last)
  })
})
