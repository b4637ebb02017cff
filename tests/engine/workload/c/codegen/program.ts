import { disassemble } from '../../../../../src/engine/workload/c/codegen/index.ts'
import { compile } from '../../../../../src/engine/workload/c/compile.ts'
import type { Program } from '../../../../../src/engine/workload/c/image.ts'
import { runProgram } from '../../../../../src/engine/workload/c/run.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'

/** Texts of files, by name; a text alone is main.c. */
type Source = string | Readonly<Record<string, string>>

/** What the compiler has to say about files, a line each. */
export function said(source: Source, model: DataModel = 'lp64'): string[] {
  return compileAll(source, model).diagnostics.map(
    ({ severity, place, message }) => `${place.file}:${place.line}: ${severity}: ${message}`,
  )
}

/** The program of files that have no errors. */
export function programOf(source: Source, model: DataModel = 'lp64'): Program {
  const { program, diagnostics } = compileAll(source, model)
  if (program === null) throw new Error(diagnostics.map((each) => each.message).join('\n'))
  return program
}

/** The instructions of one function, without positions. */
export function instructions(source: Source, name: string, model: DataModel = 'lp64'): string[] {
  return disassemble(programOf(source, model), [name])
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim().split(/\s+/)[1]!)
}

/** What a program prints. */
export function printed(source: Source, model: DataModel = 'lp64'): string {
  const { stdout, signal } = runProgram(programOf(source, model), {})
  return new TextDecoder().decode(stdout) + (signal ?? '')
}

/** What `main` prints that has the given statements; `before` stands above it. */
export function prints(statements: string, before = '', model: DataModel = 'lp64'): string {
  return printed(
    `#include <stdio.h>\n#include <stdlib.h>\n${before}\nint main(void) { ${statements} }`,
    model,
  )
}

function compileAll(source: Source, model: DataModel) {
  const texts = typeof source === 'string' ? { 'main.c': source } : source
  const files = Object.entries(texts).map(([name, text]) => ({ name, text }))
  return compile({ files, model, defines: [] })
}
