import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../src/engine/workload/c/compile.ts'
import { runProgram } from '../src/engine/workload/c/run.ts'
import type { Bench, Row } from './bench.ts'

/** What a program spends its time on. Each `main` does `ROUNDS` rounds and prints a number that depends on all of them. */
const KERNELS: readonly { readonly name: string; readonly rounds: number; readonly text: string }[] = [
  {
    name: 'loop arithmetic',
    rounds: 3_000_000,
    text: `unsigned x = 1; for (int i = 0; i < ROUNDS; i++) { x = x * 1664525u + 1013904223u; x ^= x >> 7; } result = x;`,
  },
  {
    name: 'array sums',
    rounds: 300,
    text: `static int a[10000]; for (int r = 0; r < ROUNDS; r++) for (int i = 0; i < 10000; i++) { a[i] += i ^ r; result += a[i]; }`,
  },
  {
    name: 'linked list walk',
    rounds: 300,
    text: `struct node *head = 0; for (int i = 0; i < 10000; i++) { struct node *n = malloc(sizeof *n); n->value = i; n->next = head; head = n; }
for (int r = 0; r < ROUNDS; r++) for (struct node *n = head; n; n = n->next) result += n->value;`,
  },
  { name: 'function calls', rounds: 29, text: 'result = fib(ROUNDS);' },
  {
    name: '64-bit mix',
    rounds: 2_000_000,
    text: `unsigned long x = 1; for (long i = 0; i < ROUNDS; i++) { x += 0x9e3779b97f4a7c15ul; x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ul; } result = x;`,
  },
  {
    name: 'floating point',
    rounds: 3_000_000,
    text: `double s = 0; for (int i = 1; i <= ROUNDS; i++) { double x = 1.0 / i; s += x * x; } result = (unsigned long)(s * 1e9);`,
  },
]

/** gcc's programs run so many times longer, since they are over at once otherwise. */
const NATIVE_TIMES = 20
const RUNS = 3

function source(text: string): string {
  return `#include <stdio.h>
#include <stdlib.h>
struct node { long value; struct node *next; };
long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int main(void) {
  unsigned long result = 0;
  for (int times = 0; times < TIMES; times++) {
    ${text}
  }
  printf("%lu\\n", result);
  return 0;
}
`
}

/** Milliseconds of a run in the lab, and the instructions it took. */
function inTheLab(text: string, rounds: number): { readonly ms: number; readonly instructions: number } {
  const { program } = compile({
    files: [{ name: 'main.c', text: source(text) }],
    model: 'lp64',
    defines: [`ROUNDS=${rounds}`, 'TIMES=1'],
  })
  if (program === null) throw new Error('a kernel does not compile')
  let ms = Number.POSITIVE_INFINITY
  let instructions = 0
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    const result = runProgram(program, {})
    ms = Math.min(ms, performance.now() - start)
    if (result.exit !== 0)
      throw new Error(`${text.slice(0, 40)} … ended otherwise: ${result.diagnostics.join(' ')}`)
    instructions = result.instructions
  }
  return { ms, instructions }
}

/** Milliseconds of what gcc -O0 makes of it; null without gcc. */
function byGcc(folder: string, text: string, rounds: number): number | null {
  const file = join(folder, 'kernel.c')
  const binary = join(folder, 'kernel')
  const time = (times: number) => {
    writeFileSync(file, source(text))
    execFileSync('gcc', ['-O0', '-w', `-DROUNDS=${rounds}`, `-DTIMES=${times}`, file, '-o', binary])
    let ms = Number.POSITIVE_INFINITY
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now()
      execFileSync(binary)
      ms = Math.min(ms, performance.now() - start)
    }
    return ms
  }
  try {
    return (time(NATIVE_TIMES + 1) - time(1)) / NATIVE_TIMES
  } catch {
    return null
  }
}

async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'c-speed-'))
  const rows: Row[] = []
  for (const { name, rounds, text } of KERNELS) {
    const { ms, instructions } = inTheLab(text, rounds)
    const native = byGcc(folder, text, rounds)
    rows.push({
      what: name,
      value: instructions / ms / 1000,
      unit: 'million instructions a second',
      ...(native !== null && { ratio: { value: ms / native, to: "the time of gcc -O0's" } }),
    })
  }
  rmSync(folder, { recursive: true })
  return rows
}

export const bench: Bench = { name: 'c-speed', run }
