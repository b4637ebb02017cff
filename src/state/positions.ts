import type { Position } from '../engine/session/index.ts'

/** A step number beyond every transcript: the engine answers with the operation's last step. */
export const LAST_STEP = 2 ** 31 - 1

/** What stepping must know: where it is, how many steps the operation has, and how many operations have been run. */
export interface Place {
  readonly position: Position
  readonly steps: number
  readonly done: number
}

/** One step on. Behind the last step of an operation comes the first of the next one; null at the end. */
export function stepForward({ position, steps, done }: Place): Position | null {
  if (position.step < steps) return { operation: position.operation, step: position.step + 1 }
  if (position.operation + 1 < done) return { operation: position.operation + 1, step: 1 }
  return null
}

/** One step back. The moment before an operation is the last one of the operation before it; null at the start. */
export function stepBack({ position }: Place): Position | null {
  const { operation, step } = position
  if (step > 1 || (step === 1 && operation === 0)) return { operation, step: step - 1 }
  return operation > 0 ? { operation: operation - 1, step: LAST_STEP } : null
}

/** To the end of this operation, or of the next one if it is complete; null at the end. */
export function operationForward({ position, steps, done }: Place): Position | null {
  if (position.step < steps) return { operation: position.operation, step: LAST_STEP }
  return position.operation + 1 < done ? { operation: position.operation + 1, step: LAST_STEP } : null
}

/** To the end of the operation before; from the first operation, to the start. Null at the start. */
export function operationBack({ position }: Place): Position | null {
  if (position.operation > 0) return { operation: position.operation - 1, step: LAST_STEP }
  return position.step > 0 ? { operation: 0, step: 0 } : null
}

/** A position within the operations that have been run. */
export function clampPosition(position: Position, done: number): Position {
  if (position.operation < 0) return { operation: 0, step: 0 }
  if (position.operation < done || done === 0) return position
  return { operation: done - 1, step: LAST_STEP }
}

/** Whether two positions are the same moment. */
export function samePosition(a: Position, b: Position): boolean {
  return a.operation === b.operation && a.step === b.step
}
