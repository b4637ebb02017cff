import type { ProgramView, VariableView } from '../../../engine/session/index.ts'
import { type FunctionText, functionsIn, type Named, namesOn, pathText, valueNamed } from './names.ts'
import type { CodeWord } from './words.ts'

/** A variable that a line names, with its value at the moment. */
export interface Fact {
  /** As the line writes it: `list->next`. */
  readonly name: string
  readonly variable: VariableView
}

/** A file's text, and where a line of it is. */
export interface TextPlace {
  readonly file: string
  readonly lines: readonly (readonly CodeWord[])[]
  readonly line: number
}

/** The functions of texts that have been looked at: a long one is not read again for every line. */
const known = new WeakMap<TextPlace['lines'], FunctionText[]>()

function functionsOf(lines: TextPlace['lines']): FunctionText[] {
  const found = known.get(lines) ?? functionsIn(lines)
  known.set(lines, found)
  return found
}

/** Values shown for a line. */
const MOST_FACTS = 8

/** What the variables that a line names hold at the moment, each once; with `column`, only the one that stands there. */
export function factsOn(
  view: ProgramView,
  { file, lines, line }: TextPlace,
  column: number | null = null,
): Fact[] {
  const functions = functionsOf(lines)
  const isWanted = ({ from }: Named) => column === null || from === column
  const facts = new Map<string, Fact>()
  for (const named of namesOn(lines[line - 1] ?? []).filter(isWanted)) {
    const name = pathText(named)
    const variable = valueNamed(view, functions, { file, line }, named)
    if (variable !== null) facts.set(name, { name, variable })
  }
  return [...facts.values()].slice(0, MOST_FACTS)
}

/** Characters of a value in a line of several. */
const MOST_CHARACTERS = 26

/** A value as it fits beside others: long addresses by their ends, `0x5555…92a0`. */
export function shortValue(value: string): string {
  const short = value.replace(
    /0x([0-9a-f]{9,})/g,
    (_, digits) => `0x${digits.slice(0, 4)}…${digits.slice(-4)}`,
  )
  return short.length <= MOST_CHARACTERS ? short : `${short.slice(0, MOST_CHARACTERS - 1)}…`
}
