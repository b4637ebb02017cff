import { BASICS } from './basics.ts'
import { COURSE } from './course.ts'
import { ERRNO } from './errno.ts'
import { FILES } from './files.ts'
import { INTEGERS } from './integers.ts'
import { KERNEL } from './kernel.ts'
import { MATH } from './math.ts'
import { STDIO } from './stdio.ts'
import { STDLIB } from './stdlib.ts'
import { TEXT } from './text.ts'
import { THREADS } from './threads.ts'
import { TIME } from './time.ts'
import { UNISTD } from './unistd.ts'

const HEADERS: ReadonlyMap<string, string> = new Map(
  [BASICS, INTEGERS, TEXT, STDIO, STDLIB, ERRNO, MATH, KERNEL, FILES, UNISTD, TIME, THREADS, COURSE].flatMap(
    (group) => Object.entries(group),
  ),
)

/** The names of the lab's headers, in alphabetical order. Those under bits/ are for the headers themselves. */
export const HEADER_NAMES: readonly string[] = [...HEADERS.keys()]
  .filter((name) => !name.startsWith('bits/'))
  .sort()

/**
 * The text of one of the lab's headers: types and constants as glibc 2.36 has them on x86-64 and, under
 * `__i386__`, with -m32. `<errno.h>` is named `errno.h` here. Null if there is none.
 */
export function standardHeader(name: string): string | null {
  return HEADERS.get(name) ?? null
}
