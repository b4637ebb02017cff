import type { Loaded } from './load.ts'
import { callText, sourceLine, sourceWindow } from './source.ts'
import type { Telling } from './telling.ts'

/** How a trace is told: every operation is a row, and its blocks belong to the ids. */
export function traceTelling(loaded: Loaded, run: { readonly done: number }): Telling {
  const { trace } = loaded
  const exists = (operation: number) => operation < trace.length
  return {
    done: run.done,
    call: (operation) => (exists(operation) ? callText(trace, operation) : ''),
    text: (operation) =>
      exists(operation) ? (sourceWindow(loaded, sourceLine(loaded, operation), 1).lines[0] ?? '') : '',
    line: (operation) => sourceLine(loaded, operation),
    rowsBefore: (operation) => operation,
    operationOf: (row) => row,
    deed: (row) => ({
      operation: row,
      text: exists(row) ? callText(trace, row) : '',
      file: '',
      line: sourceLine(loaded, row),
      function: '',
    }),
    name: (block) => `p[${trace.id[block]}]`,
    program: () => null,
  }
}
