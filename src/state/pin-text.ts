import type { Position } from '../engine/session/index.ts'

/** A pinned moment as a link writes it: `12.3` is step 3 of operation 12, both as the engine counts them. */
export function pinText({ operation, step }: Position): string {
  return `${operation}.${step}`
}

/** What `pinText` has written; null for anything else. */
export function readPin(value: unknown): Position | null {
  const found = typeof value === 'string' ? /^(\d{1,9})\.(\d{1,9})$/.exec(value) : null
  return found === null ? null : { operation: Number(found[1]), step: Number(found[2]) }
}
