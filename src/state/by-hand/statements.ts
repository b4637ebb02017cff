import { type HandAction, type HandBlock, textBytes } from './action.ts'

/** A statement of C, and what must be declared for it. */
export interface Statement {
  readonly text: string
  /** The function of the library that it calls, and the header that declares it; null for a plain assignment. */
  readonly needs: { readonly name: string; readonly header: string } | null
}

/** The statement that does an action. `fresh`: a name for a variable that the program does not use yet. */
export function statementOf(action: HandAction, fresh: string): Statement {
  switch (action.kind) {
    case 'malloc':
      return heap('malloc', `char *${fresh} = malloc(${action.size});`)
    case 'calloc':
      return heap('calloc', `char *${fresh} = calloc(${action.count}, ${action.size});`)
    case 'realloc':
      return heap('realloc', `${action.block.name} = realloc(${action.block.name}, ${action.size});`)
    case 'free':
      return heap('free', `free(${action.block.name});`)
    case 'fill':
      return fill(action)
    case 'text': {
      const length = textBytes(action.text).length
      const to = place(action.block, action.offset)
      return memory('memcpy', `memcpy(${to}, ${quoted(action.text)}, ${length});`)
    }
  }
}

/** A name for a variable that none of the texts has a word like: `p1`, `p2` … */
export function freshName(texts: readonly string[]): string {
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []))
  let number = 1
  while (words.has(`p${number}`)) number++
  return `p${number}`
}

function fill({ block, offset, value, length }: HandAction & { kind: 'fill' }): Statement {
  // A value beyond 127 would change its sign in a char, which compilers warn about.
  if (length === 1 && value < 128) {
    const base = isBytes(block) ? block.name : `((char *)${block.name})`
    return { text: `${base}[${offset}] = ${byte(value)};`, needs: null }
  }
  return memory('memset', `memset(${place(block, offset)}, ${byte(value)}, ${length});`)
}

function heap(name: string, text: string): Statement {
  return { text, needs: { name, header: 'stdlib.h' } }
}

function memory(name: string, text: string): Statement {
  return { text, needs: { name, header: 'string.h' } }
}

/** Whether a pointer counts in bytes, and may be written through. */
function isBytes({ type }: HandBlock): boolean {
  return /^((un)?signed )?char \*( ?const)?$/.test(type)
}

function place(block: HandBlock, offset: number): string {
  if (offset === 0) return block.name
  const base = isBytes(block) ? block.name : `(char *)${block.name}`
  return `${base} ${offset < 0 ? '-' : '+'} ${Math.abs(offset)}`
}

function byte(value: number): string {
  if (value === 0x27 || value === 0x5c) return `'\\${String.fromCharCode(value)}'`
  if (value >= 0x20 && value < 0x7f) return `'${String.fromCharCode(value)}'`
  return value < 10 ? String(value) : `0x${value.toString(16)}`
}

/** A string of C. What is no printable ASCII is written in octal, which ends after three digits. */
function quoted(text: string): string {
  const bytes = Array.from(textBytes(text), (each) => {
    if (each === 0x22 || each === 0x5c) return `\\${String.fromCharCode(each)}`
    return each >= 0x20 && each < 0x7f ? String.fromCharCode(each) : `\\${each.toString(8).padStart(3, '0')}`
  })
  return `"${bytes.join('')}"`
}
