import { operationText, type Trace } from '../workload/index.ts'
import { countBelow } from './columns.ts'
import type { Loaded } from './load.ts'
import type { SourceWindow } from './views.ts'

/** Lines of one window at most. */
const WINDOW = 2000

/** The lines from `firstLine` (from 1) on: the author's own, or one for each operation where the text is not kept. */
export function sourceWindow(loaded: Loaded, firstLine: number, count: number): SourceWindow {
  const { trace, lines } = loaded
  const total = lines === null ? trace.length : lines.length
  const first = Math.max(1, Math.min(firstLine, total))
  const last = Math.min(total, first + Math.min(count, WINDOW) - 1)
  const shown: string[] = []
  for (let line = first; line <= last; line++) {
    shown.push(lines === null ? operationText(trace, line - 1) : lines[line - 1]!)
  }
  return { first, lines: shown, total }
}

/** The line of an operation in what `sourceWindow` shows, from 1; 0 if there is none. */
export function sourceLine(loaded: Loaded, operation: number): number {
  if (operation < 0 || operation >= loaded.trace.length) return 0
  return loaded.lines === null ? operation + 1 : loaded.trace.line[operation]!
}

/** The first operation on line `line` (from 1) of what `sourceWindow` shows, or below it; -1 if there is none. */
export function operationAtLine({ trace, lines }: Loaded, line: number): number {
  if (lines === null) return line >= 1 && line <= trace.length ? line - 1 : -1
  const first = countBelow(trace.line, trace.length, line)
  return first < trace.length ? first : -1
}

/** An operation as the C statement it stands for: `p[3] = malloc(64)`. Sizes are exact. */
export function callText(trace: Trace, operation: number): string {
  const [letter, ...args] = operationText(trace, operation).split(' ')
  const id = `p[${args[0]}]`
  switch (letter) {
    case 'a':
      return `${id} = malloc(${args[1]})`
    case 'c':
      return `${id} = calloc(${args[1]}, ${args[2]})`
    case 'r':
      return `${id} = realloc(${id}, ${args[1]})`
    case 'm':
      return `${id} = memalign(${args[1]}, ${args[2]})`
    case 'f':
      return args[0] === '-1' ? 'free(NULL)' : `free(${id})`
    case 'F':
      return `free(${id}${args[1] === undefined ? '' : ` + ${args[1]}`})`
    case 'u':
      return `malloc_usable_size(${id})`
    case 't':
      return `malloc_trim(${args[0]})`
    case 'b':
      return 'sbrk(0)'
    case 'w':
      return `memcpy(${id} + ${args[1]}, …, ${(args[2] ?? '').length / 2})`
    case 'x':
      return `read ${args[2]} bytes at ${id} + ${args[1]}`
    default:
      return ''
  }
}
