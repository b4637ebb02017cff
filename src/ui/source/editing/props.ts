import type { Mark } from './marks.ts'

/** Where the caret shall stand: a line and a column of it, from 1. */
export interface Place {
  readonly line: number
  readonly column?: number
}

/** A field in which the text of a source is changed. */
export interface FieldProps {
  /** What the field is called; another name is another text, with a history of its own. */
  readonly name: string
  readonly language: 'c' | 'trace'
  readonly text: string
  readonly marks: readonly Mark[]
  /** Lines with a breakpoint. */
  readonly stops: readonly number[]
  /** The caret goes there whenever this is another object. */
  readonly place: Place | null
  /** Sets or takes away a breakpoint; absent where there are none. */
  readonly onStop?: (line: number) => void
  readonly onText: (text: string) => void
  /** Ctrl and Enter. */
  readonly onRun: () => void
}

/** Where the caret stands and whether the field has the focus: one kind of field hands it to the other. */
export interface Caret {
  from: number
  to: number
  focused: boolean
}

export interface HandedProps extends FieldProps {
  readonly caret: Caret
}

/** Whether a field whose text has become another one may take the focus: not from what the person is using. */
export function focusIsFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
