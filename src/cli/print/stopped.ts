import { counted } from '../../engine/format.ts'
import type { Diagnostic } from '../../engine/workload/index.ts'

/** Where and why reading stopped, `name:line:column: reason`. `done`: operations run before that place. */
export function stopped(name: string, { line, column, message }: Diagnostic, done: number): string {
  const reason = `${name}:${line}:${column}: ${message}`
  return done > 0 ? `${reason} (${counted(done, 'operation')} before it ran)` : reason
}
