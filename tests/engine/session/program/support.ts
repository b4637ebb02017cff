import { expect } from 'vitest'
import type { FindingKind } from '../../../../src/engine/session/findings.ts'
import type {
  Finding,
  FrameView,
  Moment,
  ProgramSource,
  ProgramView,
  Scenario,
  VariableView,
} from '../../../../src/engine/session/index.ts'
import { Session } from '../../../../src/engine/session/session.ts'

/** What a test's program is, beside its text. */
export interface Setting extends Partial<Omit<ProgramSource, 'kind' | 'files'>> {
  readonly allocator?: string
  readonly options?: Scenario['allocator']['options']
  readonly process?: Scenario['process']
  readonly run?: Scenario['run']
}

/** A program in one file, `main.c`, or in several by name. */
export type Text = string | Readonly<Record<string, string>>

/** The scenario of a C program. A line break in front of the text does not count as a line. */
export function program(text: Text, setting: Setting = {}): Scenario {
  const { allocator = 'first-fit', options = {}, process = {}, run = {}, ...source } = setting
  const files = typeof text === 'string' ? { 'main.c': text } : text
  return {
    title: 'A program',
    source: {
      kind: 'c',
      files: Object.entries(files).map(([name, code]) => ({ name, text: code.replace(/^\n/, '') })),
      input: '',
      ...source,
    },
    allocator: { id: allocator, options },
    process,
    run,
  }
}

/** A session of such a program, run to its end. */
export function ran(text: Text, setting: Setting = {}): Session {
  const session = new Session(program(text, setting)).runAll()
  expect(session.info().program?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return session
}

/** All of a moment. Without a step: the end of the operation (from 0). */
export function momentOf(session: Session, operation: number, step = Number.POSITIVE_INFINITY): Moment {
  return session.moment({
    position: { operation, step },
    map: { from: 0, to: 0, limit: 10_000 },
    listLimit: 1000,
    inspect: null,
  })
}

/** What a debugger shows at such a moment. */
export function viewOf(session: Session, operation: number, step?: number): ProgramView {
  return momentOf(session, operation, step).program!
}

/** The first moment after `from` at which the statement on this line has run (or is about to: step 0). */
export function atLine(session: Session, line: number, from = -1): number {
  const operation = session.find([{ kind: 'line', file: 'main.c', line }], from, false)
  expect(operation, `line ${line} is reached`).toBeGreaterThanOrEqual(0)
  return operation
}

/** A variable of the innermost frame, or of the globals. */
export function variable(view: ProgramView, name: string): VariableView {
  const found = [...frameOf(view).variables, ...view.globals].find((each) => each.name === name)
  expect(found, `${name} is shown`).toBeDefined()
  return found!
}

/** The innermost frame. */
export function frameOf(view: ProgramView): FrameView {
  return view.stack[0]!
}

/** What was printed up to a moment, both streams together. */
export function printed(view: ProgramView): string {
  return view.output.map(({ text }) => text).join('')
}

/** All that a program has printed. */
export function output(session: Session): string {
  return printed(viewOf(session, session.info().done - 1))
}

/** The findings, leaks left out unless they are what the test is about. */
export function findings(session: Session, kind?: FindingKind): readonly Finding[] {
  const all = session.info().findings
  return all.filter((each) => (kind === undefined ? each.kind !== 'leak' : each.kind === kind))
}

/** Findings as `kind seen<-began`: the lines of their two places; without the second where there is none. */
export function told(session: Session): string[] {
  return findings(session).map(
    ({ kind, place, beganPlace }) =>
      `${kind} ${place?.line ?? '?'}${beganPlace === undefined ? '' : `<-${beganPlace.line}`}`,
  )
}

/** The body of a main, with the headers that most programs want: its lines count from 5. */
export function main(body: string): string {
  return `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {${body.startsWith('\n') ? '' : '\n'}${body}
}
`
}

/** The line (from 1) of a program made by `main` on which this text first stands. */
export function lineOf(text: string, part: string): number {
  const line = text.split('\n').findIndex((each) => each.includes(part)) + 1
  expect(line, part).toBeGreaterThan(0)
  return line
}
