/** A piece of a line and how it is coloured. */
export interface Word {
  /** Where it begins in the line, from 0. */
  readonly at: number
  readonly text: string
  readonly kind: WordKind
}

/** `id` names a pointer, `bytes` are hexadecimal digits; `plain` is blank, or nothing that belongs there. */
export type WordKind = 'verb' | 'id' | 'number' | 'bytes' | 'plain'

/** The kinds of what stands behind each letter of a `.rep` trace, in order. */
const FORMS: Readonly<Record<string, readonly WordKind[]>> = {
  a: ['id', 'number'],
  c: ['id', 'number', 'number'],
  r: ['id', 'number'],
  m: ['id', 'number', 'number'],
  f: ['id'],
  F: ['id', 'number'],
  u: ['id'],
  t: ['number'],
  b: [],
  w: ['id', 'number', 'bytes'],
  x: ['id', 'number', 'number'],
}

/** What a word must look like to be of its kind. */
const LOOKS: Readonly<Partial<Record<WordKind, RegExp>>> = {
  id: /^-?\d+$/,
  number: /^[+-]?\d+$/,
  bytes: /^[\da-fA-F]+$/,
}

/** Takes a line of a trace apart for colouring; together the pieces are the line. */
export function wordsOf(line: string): Word[] {
  let verb: string | null = null
  let place = -1
  return Array.from(line.matchAll(/\s+|\S+/g), ({ 0: text, index: at }): Word => {
    if (text.trim() === '') return { at, text, kind: 'plain' }
    place++
    if (place > 0)
      return { at, text, kind: fitting(text, verb === null ? 'number' : FORMS[verb]![place - 1]) }
    verb = Object.hasOwn(FORMS, text) ? text : null
    // The header has nothing but numbers.
    return { at, text, kind: verb === null ? fitting(text, 'number') : 'verb' }
  })
}

function fitting(text: string, kind: WordKind | undefined): WordKind {
  return kind !== undefined && LOOKS[kind]?.test(text) === true ? kind : 'plain'
}
