import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../../../src/engine/workload/c/compile.ts'
import { definedNames } from '../../../../../src/engine/workload/c/library/defined-names.ts'
import { librarySources } from '../../../../../src/engine/workload/c/library/index.ts'
import { hasGcc } from './gcc.ts'

describe('the names that a library file defines', () => {
  it('are read off its lines', () => {
    const text = `static int hidden(void) { return 1; }
int *shown(struct a *x, int (*f)(int)) {
  int local;
}
struct a { int member; };
char *first, **second = 0;
struct a third = MADE(1, 2);
extern int elsewhere;`
    expect(definedNames(text)).toEqual(['shown', 'first', 'second', 'third'])
  })

  it.skipIf(!hasGcc)(
    'are those that gcc finds',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'library-'))
      try {
        const files = librarySources().map(({ name, text }, i) => {
          const file = `${i}.c`
          writeFileSync(join(folder, file), text)
          return { name, file, text }
        })
        const options = ['-w', '-std=gnu11', '-fno-builtin', '-c', ...files.map(({ file }) => file)]
        execFileSync('gcc', options, { cwd: folder })
        const theirs = files.map(({ name, file }) => [name, symbols(folder, file.replace('.c', '.o'))])
        expect(files.map(({ name, text }) => [name, definedNames(text).sort()])).toEqual(theirs)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    60000,
  )
})

/** Global symbols of an object file. glibc's headers give scanf another name in C99. */
function symbols(folder: string, file: string): string[] {
  const lines = execFileSync('nm', ['-g', '--defined-only', file], { cwd: folder })
    .toString()
    .trim()
    .split('\n')
  return lines.map((line) => line.split(' ').at(-1)!.replace('__isoc99_', '')).sort()
}

describe.each(['lp64', 'ilp32'] as const)('the library under %s', (model) => {
  it('compiles, every file of it', () => {
    const calls = librarySources()
      .map(({ text }) => definedNames(text)[0]!)
      .filter(
        (name) => !/^(_start|stdin|_IO_2_1_stdin_|program_invocation_name|__libc_errno|environ)$/.test(name),
      )
    const text = `${calls.map((name) => `void ${name}();`).join('\n')}\nint main(void) { ${calls.map((name) => `(void)${name};`).join(' ')} }`
    const { diagnostics } = compile({ files: [{ name: 'all.c', text }], model, defines: [] })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
