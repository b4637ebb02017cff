/** One file of a program. */
export interface SourceFile {
  /** As `#include "…"` and messages name it: `main.c`, `mm.h`. */
  readonly name: string
  readonly text: string
}

/** Sizes of `long` and of pointers: 8 bytes on x86-64, 4 bytes under -m32. */
export type DataModel = 'lp64' | 'ilp32'

/** A place in a source text. */
export interface Place {
  /** The file's name. A header of the lab's own stands in angle brackets: `<stdio.h>`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** The macro in whose definition the token stands that is meant; its call stands here. */
  readonly macro?: string
}

/** A place that no source text has: for what the compiler makes by itself. */
export const NOWHERE: Place = { file: '', line: 0, column: 0 }

export type Severity = 'error' | 'warning'

/** Something to be said about a program, at a place. */
export interface Diagnostic {
  readonly severity: Severity
  readonly place: Place
  /** One sentence without a full stop: what is wrong, what was expected. */
  readonly message: string
}

/** Errors after which a compile gives up. */
const MOST_ERRORS = 20
const MOST_WARNINGS = 200

/** Unwinds a compile that has found too many errors, or one that makes going on pointless. Caught by the compiler. */
export class CompileStop {}

/** Collects what a compile has to say. */
export class Diagnostics {
  readonly list: Diagnostic[] = []
  errors = 0
  private warnings = 0

  /** Reports an error; after 20 the compile stops (CompileStop is thrown). */
  error(place: Place, message: string): void {
    this.list.push({ severity: 'error', place, message })
    if (++this.errors >= MOST_ERRORS) throw new CompileStop()
  }

  /** Reports an error after which nothing sensible can follow: throws CompileStop. */
  fatal(place: Place, message: string): never {
    this.list.push({ severity: 'error', place, message })
    this.errors++
    throw new CompileStop()
  }

  /** Reports what gcc would only warn about. The same message at the same place is kept once. */
  warn(place: Place, message: string): void {
    if (++this.warnings > MOST_WARNINGS) return
    const isKnown = this.list.some(
      (each) => each.message === message && each.place.line === place.line && each.place.file === place.file,
    )
    if (!isKnown) this.list.push({ severity: 'warning', place, message })
  }
}
