import type { ProgramView, VariableView } from '../../../engine/session/index.ts'
import type { CodeWord } from './words.ts'

/** A function in a file's text, with the lines (from 1) that are its own: from its name to its closing brace. */
export interface FunctionText {
  readonly name: string
  readonly from: number
  readonly to: number
}

type Words = Pick<CodeWord, 'at' | 'text' | 'kind'>

/**
 * The functions of a C text, found by its braces. It only looks: macros that open or close braces mislead it, and then
 * values of the wrong function are not shown, but none at all.
 */
export function functionsIn(lines: readonly (readonly Words[])[]): FunctionText[] {
  const found: FunctionText[] = []
  let depth = 0
  let brackets = 0
  /** The name before the last bracket that was opened outside of everything. */
  let called: { readonly name: string; readonly line: number } | null = null
  let word: { readonly name: string; readonly line: number } | null = null
  let last = ''
  let open: { readonly name: string; readonly line: number } | null = null
  const sign = (each: string, line: number) => {
    if (each === '(' && depth === 0 && brackets++ === 0) called = word
    else if (each === ')' && depth === 0) brackets--
    else if (each === ';' && depth === 0) called = null
    else if (each === '{' && depth++ === 0) open = last === ')' ? called : null
    else if (each === '}' && --depth === 0) {
      if (open !== null) found.push({ name: open.name, from: open.line, to: line })
      called = null
    }
    last = each
  }
  lines.forEach((words, i) => {
    for (const { text, kind } of words) {
      if (kind === 'comment' || kind === 'directive' || kind === 'string') continue
      if (isName(text)) {
        word = { name: text, line: i + 1 }
        last = text
      } else for (const each of text.replaceAll(/\s/g, '')) sign(each, i + 1)
    }
  })
  return found
}

/** A variable as a line names it: `p`, or with members `p->next.size`. */
export interface Named {
  /** Columns of its last name, from 0, the end excluded. */
  readonly from: number
  readonly to: number
  /** Its names in order; each but the first with the sign before it. */
  readonly path: readonly { readonly name: string; readonly sign: '' | '.' | '->' }[]
}

/** The variables that a line of C may name. */
export function namesOn(words: readonly Words[]): Named[] {
  const found: Named[] = []
  words.forEach((word, i) => {
    if (word.kind !== 'plain' || !isName(word.text)) return
    const before = words[i - 1]?.text ?? ''
    const sign = before.endsWith('->') ? '->' : before.endsWith('.') ? '.' : ''
    const base = found.find(({ to }) => to === word.at - sign.length)
    // Behind a sign, a name is a member: of what, only a plain name before it tells.
    if (sign !== '' && (before !== sign || base === undefined)) return
    const step = { name: word.text, sign } as const
    const path = sign === '' ? [step] : [...base!.path, step]
    found.push({ from: word.at, to: word.at + word.text.length, path })
  })
  return found
}

/** How a program writes it. */
export function pathText({ path }: Named): string {
  return path.map(({ name, sign }) => sign + name).join('')
}

/**
 * The value at the moment of what is named on a line of a file: of the function that the line is in, its innermost
 * call, then of the globals. Null where it has none, because the function is not running or the name is no variable's.
 */
export function valueNamed(
  { stack, globals }: ProgramView,
  functions: readonly FunctionText[],
  place: { readonly file: string; readonly line: number },
  { path }: Named,
): VariableView | null {
  const within = functions.find(({ from, to }) => place.line >= from && place.line <= to)?.name ?? ''
  const frame = stack.find((each) => each.function === within && each.file === place.file)
  const [first, ...members] = path
  const start =
    frame?.variables.find(({ name }) => name === first!.name) ??
    globals.find(({ name }) => name === first!.name || name === `${within}: ${first!.name}`)
  return members.reduce<VariableView | null>((from, { name, sign }) => {
    const record = sign === '->' ? from?.parts.find((part) => part.name.startsWith('*')) : from
    return record?.parts.find((part) => part.name === name) ?? null
  }, start ?? null)
}

function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text)
}
