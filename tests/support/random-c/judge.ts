import { runC } from '../../../src/engine/workload/c/run.ts'
import type { DataModel } from '../../../src/engine/workload/c/source.ts'
import { buildAndRun } from '../gcc.ts'
import { batchText, MARK } from './program.ts'
import type { Program } from './tree.ts'

/** A program that does not do here what gcc's build does. */
export interface Difference {
  readonly program: Program
  /** What gcc's build prints. */
  readonly expected: string
  /** What it prints here, and what the compiler or the machine has to say if it does not end well. */
  readonly actual: string
}

/**
 * The programs that print something else here than when gcc has built them. Those on which gcc itself crashes are put
 * into `unbuilt` and not judged. Throws gcc's message if it refuses one.
 */
export function differences(
  programs: readonly Program[],
  model: DataModel,
  unbuilt: Program[] = [],
): Difference[] {
  const text = batchText(programs)
  const output = outputUnlessCrash(text, model)
  if (output === null) {
    if (programs.length === 1) unbuilt.push(programs[0]!)
    const half = programs.length >> 1
    const halves = half === 0 ? [] : [programs.slice(0, half), programs.slice(half)]
    return halves.flatMap((each) => differences(each, model, unbuilt))
  }
  const expected = sections(output)
  const actual = sections(outputHere(text, model))
  return programs.flatMap((program) => {
    const wanted = expected.get(program.name) ?? '(nothing)'
    if (actual.get(program.name) === wanted) return []
    // Where one has gone wrong those after it may not have run at all: each is judged alone.
    const alone = outputHere(batchText([program]), model)
    const own = sections(alone).get(program.name) ?? alone
    return own === wanted ? [] : [{ program, expected: wanted, actual: own }]
  })
}

/** What each program of a file prints here, by its name. */
export function outputsHere(programs: readonly Program[], model: DataModel): Map<string, string> {
  return sections(outputHere(batchText(programs), model))
}

/** What each program prints as gcc builds it, by its name. Signed arithmetic wraps, as it does here. */
export function outputsOfGcc(programs: readonly Program[], model: DataModel): Map<string, string> {
  return sections(outputOfGcc(batchText(programs), model))
}

/** Null if gcc crashes: gcc 12 does on `(_Bool)(i * (2, 3))`. */
function outputUnlessCrash(text: string, model: DataModel): string | null {
  try {
    return outputOfGcc(text, model)
  } catch (error) {
    if (error instanceof Error && error.message.includes('internal compiler error')) return null
    throw error
  }
}

function outputOfGcc(text: string, model: DataModel): string {
  const flags = ['-fwrapv', '-Wno-psabi']
  const { stdout, exit, signal } = buildAndRun([{ name: 'random.c', text }], { model, flags, seconds: 120 })
  const end = exit === 0 ? '' : `(ends with ${signal ?? exit})`
  return Buffer.from(stdout).toString('latin1') + end
}

function outputHere(text: string, model: DataModel): string {
  const { stdout, exit, signal, diagnostics } = runC({
    files: [{ name: 'random.c', text }],
    model,
    terminal: false,
  })
  const output = Buffer.from(stdout).toString('latin1')
  if (exit === 0) return output
  const said = diagnostics.filter((each) => !each.includes(' warning: ')).slice(0, 5)
  return `${output}(ends with ${signal ?? exit})\n${said.join('\n')}`
}

/** The output cut at the marks between programs. */
function sections(output: string): Map<string, string> {
  const parts = output.split(MARK).slice(1)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
}
