import type { SourceFile } from '../source.ts'
import { machine } from './c/machine.ts'
import { malloc } from './c/malloc.ts'
import { posix } from './c/posix.ts'
import { sorting } from './c/sorting.ts'
import { start } from './c/start.ts'
import { stdioCore } from './c/stdio-core.ts'
import { stdioFiles } from './c/stdio-files.ts'
import { stdioPrint } from './c/stdio-print.ts'
import { stdioText } from './c/stdio-text.ts'
import { stdlib } from './c/stdlib.ts'
import { strings } from './c/strings.ts'
import { threads } from './c/threads.ts'
import { time } from './c/time.ts'
import { definedNames } from './defined-names.ts'

export { type DriverOptions, malloclabDriver } from './driver.ts'
export { hostFunctions } from './host/index.ts'

const SOURCES: readonly SourceFile[] = [
  ...start,
  ...stdioCore,
  ...stdioPrint,
  ...stdioText,
  ...stdioFiles,
  ...stdlib,
  ...sorting,
  ...strings,
  ...malloc,
  ...posix,
  ...machine,
  ...time,
  ...threads,
]

const FILES = new Map<string, string>()
for (const source of SOURCES) for (const name of definedNames(source.text)) FILES.set(name, source.name)

/** The part of the library that is written in C. It is compiled with the program, file by file as needed. */
export function librarySources(): readonly SourceFile[] {
  return SOURCES
}

/** The name of the file that defines a function or variable of the library; null when none does. */
export function libraryFileOf(name: string): string | null {
  return FILES.get(name) ?? null
}
