import { type CompileResult, compile } from '../../../../src/engine/workload/c/compile.ts'
import { standardHeader } from '../../../../src/engine/workload/c/library/headers/index.ts'
import { type RunResult, runProgram } from '../../../../src/engine/workload/c/run.ts'
import type { DataModel, Diagnostic } from '../../../../src/engine/workload/c/source.ts'
import { tooLarge } from '../../../../src/engine/workload/c/vm/index.ts'
import { corpusPrograms } from '../../../support/corpus.ts'
import { SEEDS } from './fuzz-seeds.ts'

/** What most programs need of the headers: to read a whole header takes longer than to compile a mutant. */
const PROTOTYPES = `typedef __SIZE_TYPE__ size_t;
int printf(const char *, ...), puts(const char *), putchar(int);
void *malloc(size_t), *calloc(size_t, size_t), *realloc(void *, size_t), free(void *);
size_t strlen(const char *);
int strcmp(const char *, const char *), memcmp(const void *, const void *, size_t);
char *strcpy(char *, const char *);
void *memset(void *, int, size_t), *memcpy(void *, const void *, size_t);
#define NULL ((void *)0)
`

/** The seeds of the front end, and the programs of the corpus that are one file; `every` th only. */
export function wholeSeeds(every = 1): string[] {
  const single = corpusPrograms().filter(({ files }) => files.length === 1)
  const picked = single.filter((_, i) => i % every === 0)
  return [...SEEDS, ...picked.map(({ files }) => withoutHeaders(files[0]!.text))]
}

/** A program with prototypes in place of its headers, if that is enough for it. */
function withoutHeaders(text: string): string {
  const short = PROTOTYPES + text.replace(/^#include <(stdio|stdlib|string|stddef)\.h>\n/gm, '')
  const { program } = compile({ files: [{ name: 'main.c', text: short }], model: 'lp64', defines: [] })
  return program === null ? text : short
}

/** What came of a text. */
export interface Outcome {
  readonly result: CompileResult
  /** Null if it was not asked for, did not compile, or is too large to be started. */
  readonly run: RunResult | null
}

const BUDGET = 5_000

/**
 * Compiles a text as main.c and, if asked to, runs what compiles for some thousand instructions. Throws what goes wrong
 * in the lab: any exception, a message that stands nowhere, a refusal without a reason.
 */
export function compileAndRun(text: string, model: DataModel, isRun = true): Outcome {
  const result = compile({ files: [{ name: 'main.c', text }], model, defines: [] })
  const { program, diagnostics } = result
  const isRefused = diagnostics.some(({ severity }) => severity === 'error')
  if (isRefused !== (program === null)) throw new Error('refused without a reason, or accepted with errors')
  for (const diagnostic of diagnostics) checkDiagnostic(diagnostic, text)
  if (!isRun || program === null || tooLarge(program) !== null) return { result, run: null }
  const run = runProgram(program, { budget: BUDGET, outputLimit: 2 ** 16, input: '12 x 3.5\nword\n' })
  if (run.exit === null && run.signal === null && run.diagnostics.length === 0)
    throw new Error('ended without a reason')
  return { result, run }
}

function checkDiagnostic({ message, place }: Diagnostic, text: string): void {
  const { file, line, column } = place
  const source = file === 'main.c' ? text : /^<.*>$/.test(file) ? standardHeader(file.slice(1, -1)) : null
  const found = source?.split('\n')[line - 1]
  const isInside = found !== undefined && column >= 1 && column <= found.length + 1
  if (message === '' || !isInside) throw new Error(`a bad place: ${file}:${line}:${column}: ${message}`)
}

/**
 * Compiles the mutant `number`, under the data models by turns; runs every fourth, which takes longer than to compile it;
 * does all that twice for every 32nd, whose outcomes must be the same.
 */
export function compileMutant(text: string, number: number): void {
  const model = number % 2 === 0 ? 'lp64' : 'ilp32'
  const once = compileAndRun(text, model, number % 8 < 2)
  if (number % 64 < 2 && summary(once) !== summary(compileAndRun(text, model)))
    throw new Error('the second outcome differs from the first')
}

/** Everything about an outcome that a person could see. */
function summary({ result: { program, diagnostics }, run }: Outcome): string {
  const parts = [diagnostics, program && [program.code, program.data, program.rodata, program.globals.length]]
  const streams = run && [run.stdout.join(), run.stderr.join(), run.exit, run.signal, run.instructions]
  return JSON.stringify([parts, streams])
}
