import { nearest } from '../../../spelling.ts'
import { HEADER_NAMES } from '../library/headers/index.ts'
import type { SourceFile } from '../source.ts'

/** A file found for an #include. */
export interface Found {
  /** As places name it: `mm.h`, `<stdio.h>`. */
  readonly name: string
  readonly text: string
  readonly isLab: boolean
}

/** Headers of C++ and of DOS, and what C has in their place. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['iostream', '<iostream> is C++: C prints and reads by <stdio.h>'],
  ['fstream', '<fstream> is C++: C has files in <stdio.h>'],
  ['string', '<string> is C++: C has <string.h>'],
  ['vector', '<vector> is C++: C has arrays and malloc'],
  ['map', '<map> is C++: C has none'],
  ['algorithm', '<algorithm> is C++: C has qsort in <stdlib.h>'],
  ['bits/stdc++.h', '<bits/stdc++.h> is C++: C names its headers one by one'],
  ['conio.h', '<conio.h> belongs to DOS: C reads by getchar from <stdio.h>'],
  ['windows.h', '<windows.h> belongs to Windows: the lab has Linux'],
])

/** Looks for what #include names. */
export class Includes {
  /** The headers that exist have been listed: once is enough. */
  private hasListed = false

  constructor(
    private readonly files: readonly SourceFile[],
    private readonly headers: (name: string) => string | null,
  ) {}

  /**
   * Finds `"name"` first among the scenario's files, `<name>` first among the lab's headers.
   * A path that leads out of the scenario (`../include/mm.h`) is found by its last component, too.
   * @param from the file that includes; the lab's own headers see only each other
   */
  find(name: string, isAngled: boolean, from: Found | SourceFile): Found | null {
    if ('isLab' in from && from.isLab) return this.lab(name)
    return isAngled
      ? (this.lab(name) ?? this.own(name, from.name))
      : (this.own(name, from.name) ?? this.lab(name) ?? this.lab(lastPart(name)))
  }

  /** What to say when there is none. */
  missing(name: string, isAngled: boolean): string {
    const foreign = FOREIGN.get(name) ?? this.cppName(name)
    if (foreign !== null) return `there is no header ${isAngled ? `<${name}>` : `"${name}"`}: ${foreign}`
    const shown = isAngled ? `<${name}>` : `"${name}"`
    const own = this.files.map((file) => file.name)
    const near = nearest(name, [...own, ...HEADER_NAMES])
    if (near !== null) return `there is no header ${shown}; did you mean ${near}?`
    if (!isAngled)
      return `there is no file ${shown} beside this one: the program consists of ${own.join(', ')}`
    if (this.hasListed) return `there is no header ${shown}`
    this.hasListed = true
    return `there is no header ${shown}; the lab has ${HEADER_NAMES.join(', ')}`
  }

  /** `cstdio` is C++'s name of stdio.h. */
  private cppName(name: string): string | null {
    const own = `${name.slice(1)}.h`
    return name.startsWith('c') && this.headers(own) !== null ? `<${name}> is C++: C has <${own}>` : null
  }

  private lab(name: string): Found | null {
    const text = this.headers(name)
    return text === null ? null : { name: `<${name}>`, text, isLab: true }
  }

  private own(name: string, from: string): Found | null {
    const folder = from.slice(0, from.lastIndexOf('/') + 1)
    const wanted = [simplified(folder + name), simplified(name)]
    const last = lastPart(name)
    const file =
      this.files.find((each) => wanted.includes(simplified(each.name))) ??
      this.files.find((each) => lastPart(each.name) === last)
    return file === undefined ? null : { name: file.name, text: file.text, isLab: false }
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path without `.` and `..`. */
function simplified(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0) parts.pop()
    else if (part !== '.' && part !== '..' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
