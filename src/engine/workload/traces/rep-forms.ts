import {
  BREAK,
  CALLOC,
  FREE,
  FREE_KEEP,
  MALLOC,
  MEMALIGN,
  READ,
  REALLOC,
  TRIM,
  USABLE,
  WRITE,
} from '../trace.ts'

/** An argument of an operation: how it is written, and what messages call it. */
export interface Argument {
  readonly type: 'none' | 'size' | 'offset' | 'hex'
  readonly name: string
  /** May be left out: 0. */
  readonly optional?: boolean
}

/** What stands on the line of an operation. */
export interface OperationForm {
  readonly letter: string
  readonly kind: number
  readonly id: 'none' | 'own' | 'nullable'
  readonly a: Argument
  readonly b: Argument
  /** Real files have lines without the size; it is taken for 0. */
  readonly sizeMayMiss?: boolean
}

const NONE: Argument = { type: 'none', name: '' }
const SIZE: Argument = { type: 'size', name: 'size' }
const OFFSET: Argument = { type: 'offset', name: 'offset' }

/** The lines of a `.rep` trace, by kind of operation. */
export const FORMS: readonly OperationForm[] = [
  { letter: 'a', kind: MALLOC, id: 'own', a: SIZE, b: NONE, sizeMayMiss: true },
  { letter: 'c', kind: CALLOC, id: 'own', a: { type: 'size', name: 'count' }, b: SIZE },
  { letter: 'r', kind: REALLOC, id: 'own', a: SIZE, b: NONE },
  { letter: 'm', kind: MEMALIGN, id: 'own', a: { type: 'size', name: 'alignment' }, b: SIZE },
  { letter: 'f', kind: FREE, id: 'nullable', a: NONE, b: NONE },
  { letter: 'F', kind: FREE_KEEP, id: 'nullable', a: { ...OFFSET, optional: true }, b: NONE },
  { letter: 'u', kind: USABLE, id: 'own', a: NONE, b: NONE },
  { letter: 't', kind: TRIM, id: 'none', a: { type: 'size', name: 'pad' }, b: NONE },
  { letter: 'b', kind: BREAK, id: 'none', a: NONE, b: NONE },
  { letter: 'w', kind: WRITE, id: 'own', a: OFFSET, b: { type: 'hex', name: 'next hexadecimal digit' } },
  { letter: 'x', kind: READ, id: 'own', a: OFFSET, b: { type: 'size', name: 'length' } },
]

/** The letters, for messages. */
export const LETTERS = FORMS.map((form) => form.letter).join(' ')

/** Forms by the character code of their letter. */
export const OPERATIONS: readonly (OperationForm | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  FORMS.find((form) => form.letter.charCodeAt(0) === code),
)
